import CampaignModel
import CivilTime
import Foundation
import Testing

/// The next allowed moment against another program: `Fixtures/next-moment.py` looks at a clock minute after minute.
struct NextMomentTests {
    /// How many schedules are compared, and which; `make torture` asks for more.
    private static let count = number("RINGBACK_SCHEDULES") ?? 2_000
    private static let seed = number("RINGBACK_SEED") ?? 1

    @Test(.enabled("python3 is not on the PATH; it computes what is expected here") { python != nil })
    func isThatOfAScanOverMinutes() throws {
        var generator = SplitMix(state: UInt64(truncatingIfNeeded: Self.seed))
        let schedules = try RandomSchedules()
        let questions = try (0..<Self.count).map { _ in try schedules.next(using: &generator) }
        let answers = try scanned(questions.map(\.jsonText))
        try #require(answers.count == questions.count, "The scan has answered \(answers.count) of \(questions.count).")
        for (question, answer) in zip(questions, answers) {
            let found = question.timetable.firstOpenMoment(from: question.from)
            #expect(found.map { "\($0.epochSecond)" } ?? "none" == answer, "\(question.jsonText)")
        }
        let reached = answers.count { $0 != "none" }
        #expect(reached > questions.count / 2, "Too few schedules are ever open to mean anything: \(reached).")
        let later = zip(questions, answers).count { $1 != "none" && $1 != "\($0.from.epochSecond)" }
        print(
            "next moments: \(questions.count) schedules, \(reached) reached, \(later) of them later, seed \(Self.seed)")
    }

    private func scanned(_ questions: [String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, output) = (folder.appendingPathComponent("input"), folder.appendingPathComponent("output"))
        try Data(questions.joined(separator: "\n").utf8).write(to: input)
        try Data().write(to: output)
        let process = Process()
        process.executableURL = Self.python
        process.arguments = [Self.program.path, ZoneDirectory.system.place]
        process.standardInput = try FileHandle(forReadingFrom: input)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "The scan has failed; what it says stands above.")
        return String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static let program = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/next-moment.py")

    private static let python: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { URL(fileURLWithPath: String($0)).appendingPathComponent("python3") }
        .first { FileManager.default.isExecutableFile(atPath: $0.path) }

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init)
    }
}
