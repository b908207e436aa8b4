import BotRuntime
import Foundation

/// `ringback match --json -` against the same matching inside a process: what reading and printing add to a phrase.
func benchMatchCommand(binary: String) throws {
    guard FileManager.default.isExecutableFile(atPath: binary) else {
        print("\n`ringback match`: no release binary; run `make build` first")
        return
    }
    let workload = RuleWorkload(rules: 10_000)
    let command = try MatchCommandRun(workload, binary: binary)
    defer { command.removeFiles() }
    print("\n`ringback match --json -`, 10,000 rules, \(command.phraseCount) phrases")
    let inside = try insideProcess(workload)
    let whole = median(try (0..<5).map { _ in try command.processorSeconds(command.all) })
    let start = median(try (0..<5).map { _ in try command.processorSeconds(command.one) })
    let phrase = (whole - start) / Double(command.phraseCount - 1)
    show("a phrase", phrase * 1e6, "µs", phrase / inside, "the same inside a process")
    showBar("at most 10 µs more", phrase - inside <= 10e-6)
    print("winners that are none of the rules expected: \(try command.wrongWinners())")
    showBar("none", try command.wrongWinners() == 0)
    let memory = try command.mostMemory()
    print("start to end with one phrase: \(rounded(start * 1e3)) ms; most memory: \(rounded(Double(memory) / 1024)) MB")
    showBar("80 MB", memory <= 80 * 1024)
}

/// Seconds for one phrase: rules in their order, and the parse tree of the first.
private func insideProcess(_ workload: RuleWorkload) throws -> Double {
    let bot = MadeBot(Array(workload.script(isSpeltOut: true).utf8)).bot
    let runtime = try BotRuntime(bot: bot)
    _ = runtime.search("warm", in: "/")
    let times = (0..<5).map { _ in
        processorSeconds {
            for phrase in workload.phrases { _ = runtime.search(phrase, in: "/").found.first?.match() }
        }
    }
    return median(times) / Double(workload.phrases.count)
}

/// Files for the command, and its process.
private struct MatchCommandRun {
    let phraseCount: Int
    let all: String
    let one: String
    private let folder: String
    private let binary: String
    private let workload: RuleWorkload

    init(_ workload: RuleWorkload, binary: String) throws {
        self.workload = workload
        self.binary = binary
        folder = NSTemporaryDirectory() + "ringback-bench-match-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let phrases = (0..<4).flatMap { _ in workload.phrases }
        phraseCount = phrases.count
        all = folder + "/all.txt"
        one = folder + "/one.txt"
        try phrases.joined(separator: "\n").write(toFile: all, atomically: false, encoding: .utf8)
        try phrases[0].write(toFile: one, atomically: false, encoding: .utf8)
        try workload.script(isSpeltOut: true).write(toFile: folder + "/bot.sc", atomically: false, encoding: .utf8)
    }

    func removeFiles() { try? FileManager.default.removeItem(atPath: folder) }

    private var output: String { folder + "/out.txt" }

    /// Starts it with its phrases from a file.
    private func start(_ phrases: String) throws -> Process {
        try Data().write(to: URL(fileURLWithPath: output))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["match", folder + "/bot.sc", "--json", "-"]
        process.standardInput = FileHandle(forReadingAtPath: phrases)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    func processorSeconds(_ phrases: String) throws -> Double {
        let before = Self.secondsOfChildren
        try start(phrases).waitUntilExit()
        return Self.secondsOfChildren - before
    }

    private static var secondsOfChildren: Double {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
    }

    /// The largest part of it that was in memory, in kilobytes, as far as a look each millisecond sees.
    func mostMemory() throws -> Int {
        let process = try start(all)
        var most = 0
        while process.isRunning {
            if let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
                let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
            {
                most = max(most, line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0)
            }
            usleep(1000)
        }
        return most
    }

    /// How many lines of the output name a state that none of the phrase's rules leads to, or none where there is one.
    func wrongWinners() throws -> Int {
        try start(all).waitUntilExit()
        let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
        guard lines.count == phraseCount else { return phraseCount }
        return lines.enumerated().count { number, line in
            let expected = workload.expected[number % workload.expected.count]
            guard let state = line.firstMatch(of: /"state":"\/R([0-9]+)"/) else { return !expected.isEmpty }
            return !expected.contains(Int(state.1) ?? -1)
        }
    }
}
