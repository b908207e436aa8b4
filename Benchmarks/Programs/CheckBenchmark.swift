import BotModel
import Foundation
import ScriptSyntax
import SourceText

/// Lines of script a second: parsed, and parsed and linked, on one core, without the disk.
func benchCheck(of bots: [MemoryBot]) {
    let scripts = bots.flatMap(\.scripts)
    let lines = scripts.reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "\n") } }
    let all = bots.reduce(0) { $0 + $1.files.values.reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "\n") } } }
    print("\(bots.count) bot(s), \(scripts.count) scripts of \(lines) lines, \(all) lines with their data files")
    let counting = median((0..<15).map { _ in processorSeconds { for script in scripts { countWords(script) } } })
    let parsing = median((0..<15).map { _ in processorSeconds { for script in scripts { parse(script) } } })
    let linking = median((0..<15).map { _ in processorSeconds { for bot in bots { bot.link() } } })
    show("parsing", Double(lines) / parsing, "lines/s", parsing / counting, "counting words")
    show("parsing and linking", Double(lines) / linking, "lines/s", linking / counting, "counting words")
    showBar("500,000 lines/s", Double(lines) / linking >= 500_000)
}

/// The work of `wc -lw`: what any reader of the bytes has to do at least.
private func countWords(_ bytes: [UInt8]) {
    var lines = 0
    var words = 0
    var isInWord = false
    for byte in bytes {
        if byte == UInt8(ascii: "\n") { lines += 1 }
        let isBlank = byte == 0x20 || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
        if isInWord != !isBlank, !isBlank { words += 1 }
        isInWord = !isBlank
    }
    precondition(words >= 0 && lines <= bytes.count)
}

private func parse(_ bytes: [UInt8]) {
    guard case .success(let file) = SourceFile.decode(bytes, path: "main.sc") else { return }
    _ = ScriptParser.parse(file)
}

/// The whole process of `ringback check` on a bot of a thousand lines.
func benchCheckCommand(binary: String) throws {
    guard FileManager.default.isExecutableFile(atPath: binary) else { return }
    let bot = NSTemporaryDirectory() + "ringback-bench-check-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: bot, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: bot) }
    for (path, bytes) in MemoryBot.synthetic(lines: 1000).files {
        try Data(bytes).write(to: URL(fileURLWithPath: bot + "/" + path))
    }
    let checks = try (0..<31).map { _ in try timeToEnd(binary, ["check", bot, "--json"]) }
    let nothing = try (0..<31).map { _ in try timeToEnd("/bin/echo", []) }
    let check = median(checks)
    show("`ringback check`, 1,000 lines", check * 1e3, "ms", check / median(nothing), "starting /bin/echo")
    showBar("below 60 ms", check < 0.06)
}

/// Until the end of its output, which comes when the process is gone; `waitUntilExit` looks only every 50 ms.
func timeToEnd(_ program: String, _ arguments: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let spent = try seconds {
        try process.run()
        _ = try output.fileHandleForReading.readToEnd()
    }
    process.waitUntilExit()
    return spent
}
