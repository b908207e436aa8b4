import Foundation
import Testing

/// Campaigns as an operator runs them: the built program, a store in a folder, callees of the simulated line.
@Suite struct CampaignCommandsTests {
    private let at = ["--at", "2026-11-23T09:00:00Z"]

    private func campaign(
        of phones: Int, policy: String = #"{"gmtZone":"UTC","maxAttempts":2,"retryIntervalInMinutes":5}"#,
        bot: String? = nil
    ) throws -> RingbackProcess {
        let ringback = try RingbackProcess()
        try ringback.write("n.jsonl", (0..<phones).map { "{\"phone\":\"+1650000\(1000 + $0)\"}\n" }.joined())
        let talks = bot.map { ["--bot", $0] } ?? []
        let create = ["campaign", "create", "c", "--policy", policy, "--lines", "5", "--profile", "none"]
        #expect(try ringback.run(create + talks + at).status == 0)
        let report = try ringback.run(["campaign", "import", "c", "n.jsonl", "--json"] + at)
        #expect(report.status == 0 && report.output.contains("\"accepted\":\(phones),"), "\(report)")
        #expect(try ringback.run(["campaign", "start", "c"] + at).status == 0)
        return ringback
    }

    private func dial(_ ringback: RingbackProcess, _ more: [String] = ["--drain"]) throws -> RingbackProcess.Outcome {
        try ringback.run(
            ["dial", "--answers", "answered=50,noAnswer=50", "--log", "line.jsonl", "--speed", "300"] + at + more)
    }

    @Test func aCampaignIsDialedToItsEnd() throws {
        let ringback = try campaign(of: 20)
        #expect(try dial(ringback).status == 0)
        let shown = try ringback.run(["campaign", "show", "c", "--numbers", "--json"])
        #expect(shown.lines.count == 21)
        #expect(
            shown.lines.dropLast().allSatisfy {
                $0.contains("\"state\":\"done\"") || $0.contains("\"state\":\"notDone\"")
            })
        let log = try String(contentsOfFile: ringback.path("line.jsonl"), encoding: .utf8)
        let rings = log.split(separator: "\n").filter { $0.contains("\"event\":\"ring\"") }
        #expect(shown.output.components(separatedBy: "\"state\":\"ended\"").count - 1 == rings.count)
        let why = try ringback.run(["campaign", "why", "c", "16500001003", "--json"])
        #expect(why.status == 0 && why.output.contains("\"reason\":\"final\""))
        #expect(try ringback.run(["campaign", "export", "c"]).lines.count == 21)
    }

    @Test func whatIsPausedSuppressedOrPlannedSaysSo() throws {
        let ringback = try campaign(
            of: 3,
            policy: #"{"gmtZone":"UTC","allowedTime":{"default":[{"localTimeFrom":"12:00","localTimeTo":"13:00"}]}}"#)
        let window = try ringback.run(["campaign", "why", "c", "16500001000", "--json"] + at)
        #expect(
            window.output.contains("\"reason\":\"outsideWindow\"")
                && window.output.contains("\"next\":\"2026-11-23T12:00:00Z\""))
        #expect(
            try ringback.run(["suppress", "add", "+16500001001", "--reason", "a letter"] + at).output.contains(
                "1 number is not called"))
        #expect(try ringback.run(["campaign", "why", "c", "16500001001"] + at).output.contains("a letter"))
        #expect(try ringback.run(["campaign", "pause", "c", "--reason", "wrong list"] + at).status == 0)
        #expect(try ringback.run(["campaign", "why", "c", "16500001000"] + at).output.contains("paused (wrong list)"))
        let changed = try ringback.run(["campaign", "change", "c", "--policy", #"{"gmtZone":"UTC"}"#] + at)
        #expect(changed.status == 0 && changed.output.contains("planned anew"))
        #expect(try ringback.run(["campaign", "resume", "c"] + at).status == 0)
        #expect(
            try ringback.run(["campaign", "why", "c", "16500001000", "--json"] + at).output.contains(
                "\"reason\":\"next\""))
        #expect(try ringback.run(["campaign", "stop", "c"] + at).status == 0)
        let again = try ringback.run(["campaign", "start", "c"] + at)
        #expect(again.status == 65 && again.messages.contains("being stopped"))
    }

    @Test func whoAnswersAtTheConsoleTalksToTheBot() throws {
        let ringback = try campaign(
            of: 1, policy: #"{"gmtZone":"UTC","maxAttempts":5}"#, bot: RingbackProcess.callback)
        let call = try ringback.run(
            ["dial", "--line", "console", "--until", "2026-11-23T09:10:00Z", "--speed", "600"] + at,
            input: "\nno\nyes\n")
        #expect(call.status == 0 && call.output.contains("+16500001000 rings"), "\(call)")
        #expect(call.output.contains("I’ll call you back in an hour"), "\(call)")
        #expect(
            try ringback.run(["campaign", "show", "c", "--numbers", "--json"]).output.contains("\"origin\":\"redial\""))
    }

    @Test func aForecastTalksToMadeUpCallees() throws {
        let ringback = try RingbackProcess()
        let bot = RingbackProcess.callback
        let forecast = try ringback.run(
            ["simulate", "--bot", bot, "--callers", bot + "/callers.txt", "--numbers", "50", "--svg", "f.svg"] + at)
        #expect(forecast.status == 0 && forecast.output.contains("call backs asked for"), "\(forecast)")
        #expect(try String(contentsOfFile: ringback.path("f.svg"), encoding: .utf8).hasPrefix("<svg"))
        let again = try ringback.run(
            ["simulate", "--bot", bot, "--callers", bot + "/callers.txt", "--numbers", "50", "--svg", "f.svg"] + at)
        #expect(again.output == forecast.output)
    }

    @Test(
        "what cannot be is refused with what to do",
        arguments: [
            (["campaign", "create", "x", "--policy", #"{"allowedDays":["someday"]}"#], 65, "weekday"),
            (["campaign", "create", "x", "--profile", "nowhere.json"], 74, "default, none"),
            (["campaign", "start", "x"], 65, "no campaign"), (["campaign", "why", "x", "1"], 74, "ringback.db"),
            (["dial", "--answers", "maybe=1"], 64, "outcome"), (["simulate", "--numbers", "0"], 64, "--numbers"),
        ])
    func refused(_ arguments: [String], _ status: Int32, _ words: String) throws {
        let ringback = try RingbackProcess()
        let outcome = try ringback.run(arguments)
        #expect(outcome.status == status && outcome.messages.contains(words), "\(outcome)")
    }
}
