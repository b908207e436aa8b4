import BotModel
import BotRuntime
import Conversations
import Foundation

// Prints how long the two things last that a person waits for: the first prompt, and a turn. Each line is a ratio against
// something named, taken in the same run, beside the plain figure.
//
//     make bench

let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

try benchTurns(of: folder + "/bots/callback")
try benchStart(binary: folder + "/.build/release/ringback", bot: folder + "/bots/callback")

/// The median of the samples, in seconds.
func median(_ samples: [Double]) -> Double { samples.sorted()[samples.count / 2] }

func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let spent = try clock.measure(body)
    return Double(spent.components.seconds) + Double(spent.components.attoseconds) * 1e-18
}

func benchTurns(of path: String) throws {
    let runtime = try BotRuntime(bot: BotLoader.load(path).0)
    let call = CallFacts(number: "+16500000000")
    let now = Date(timeIntervalSince1970: 1_795_424_400)
    var random = RandomSource.queue([])
    func turn(_ text: String) -> Double {
        let rounds = (0..<2000).map { _ in
            seconds { _ = runtime.turn(ConversationState(), .text(text), in: call, at: now, random: &random) }
        }
        return median(rounds)
    }
    let plain = turn("purple elephants")
    let scripted = turn("please call me back in an hour")
    show("turn with a script block (redial + hangUp)", scripted * 1e6, "µs", scripted / plain, "a turn without script")
    show("turn without script", plain * 1e6, "µs", plain / scripted, "a turn with one")
    print(scripted < 0.001 ? "  bar: below 1 ms: met" : "  bar: below 1 ms: MISSED")
}

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
    print(start < 0.06 ? "  bar: below 60 ms: met" : "  bar: below 60 ms: MISSED")
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

func show(_ name: String, _ figure: Double, _ unit: String, _ ratio: Double, _ against: String) {
    let figure = (figure * 10).rounded() / 10
    let ratio = (ratio * 10).rounded() / 10
    print("\(name): \(ratio) × \(against) (\(figure) \(unit))")
}
