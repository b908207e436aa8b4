import Foundation

/// From the start of the process to its first record of a reply.
func benchStart(binary: String, bot: String) throws {
    guard FileManager.default.isExecutableFile(atPath: binary) else {
        print("first prompt: no release binary; run `make build` first")
        return
    }
    let store = NSTemporaryDirectory() + "ringback-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: store) }
    let starts = try (0..<31).map { round in
        try timeToFirstReply(binary, ["call", bot, "--json", "--store", store + "/\(round).db"])
    }
    let nothing = try (0..<31).map { _ in try timeToFirstReply("/bin/echo", [#"{"type":"reply"}"#]) }
    let start = median(starts)
    show("first prompt of `ringback call`, new store", start * 1e3, "ms", start / median(nothing), "starting /bin/echo")
    showBar("below 60 ms", start < 0.06)
}

func timeToFirstReply(_ program: String, _ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    let input = Pipe()
    process.standardOutput = output
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    let spent = try seconds {
        try process.run()
        var seen = ""
        while !seen.contains(#""type":"reply""#) {
            let bytes = output.fileHandleForReading.availableData
            guard !bytes.isEmpty else { break }
            seen += String(decoding: bytes, as: UTF8.self)
        }
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return spent
}
