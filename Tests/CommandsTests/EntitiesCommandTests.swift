import Foundation
import Testing

/// `ringback entities`, run as a person would.
struct EntitiesCommandTests {
    private func run(_ arguments: String..., input: String = "") throws -> RingbackProcess.Outcome {
        try RingbackProcess().run(["entities"] + arguments, input: input)
    }

    @Test func saysWhatWasFoundAndWhere() throws {
        let outcome = try run("call me tomorrow at 5 pm", "--at", "2026-11-23T12:00:00+03:00", "--dims", "time")
        #expect(outcome.output == "time 8..24 \"tomorrow at 5 pm\": 2026-11-24T17:00 hour\n" && outcome.status == 0)
    }

    @Test func aPhraseMayBeginWithAMinus() throws {
        #expect(try run("-5 degrees", "--dims", "temperature").output.hasSuffix(": -5 degree\n"))
    }

    @Test func explainsByRules() throws {
        let outcome = try run("tomorrow", "--at", "2026-11-23T12:00:00Z", "--explain", "--dims", "time")
        #expect(outcome.output.contains("$Time \"tomorrow\"  en/") && outcome.output.hasSuffix("tomorrow\n"))
    }

    @Test func readsPhrasesAsLines() throws {
        let outcome = try run(
            "-", "--json", "--at", "2026-11-23T12:00:00Z", "--language", "ru", input: "завтра\n\nничего\n")
        let lines = outcome.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(
            lines.first?.hasPrefix(
                #"{"text":"завтра","entities":[{"body":"завтра","start":0,"end":6,"dim":"time","latent":false,"value":{"#
            ) == true)
        #expect(lines.last == #"{"text":"ничего","entities":[]}"#)
    }

    @Test func uncertainReadingsAreFlagged() throws {
        let outcome = try run("morning", "--at", "2026-11-23T01:00:00Z", "--latent", "--dims", "time")
        #expect(outcome.output.contains("(uncertain)"))
        #expect(try run("morning", "--at", "2026-11-23T01:00:00Z", "--dims", "time").output == "nothing\n")
    }

    @Test func regionsWriteDatesInTheirWay() throws {
        #expect(
            try run("3/4", "--language", "en-GB", "--at", "2026-01-01T00:00:00Z", "--dims", "time").output.contains(
                "2026-04-03 day"))
        #expect(
            try run("3/4", "--language", "en_us", "--at", "2026-01-01T00:00:00Z", "--dims", "time").output.contains(
                "2026-03-04 day"))
    }

    @Test(arguments: [
        (["x", "--language", "xx"], "there are no rules for `xx`"),
        (["x", "--dims", "foo"], "there is no dimension `foo`"),
        (["x", "--at", "soon"], "`soon` is no moment"), (["x", "--zone", "Mars"], "--zone"),
        ([""], "The phrase is empty."), (["x", "--callback", "--latent"], "Leave --latent out."),
        (["x", "--callback", "--dims", "time"], "Leave --dims out."),
    ])
    func wrongUseIsExplained(_ arguments: [String], _ words: String) throws {
        let outcome = try RingbackProcess().run(["entities"] + arguments)
        #expect(outcome.status == 64 && outcome.messages.contains(words), "\(outcome.messages)")
    }

    @Test func theLettersChooseTheLanguage() throws {
        let outcome = try run("-", "--at", "2026-11-23T12:00:00Z", "--dims", "time", input: "завтра\ntomorrow\n")
        #expect(outcome.lines.map { $0.contains("2026-11-24 day") } == [true, true], "\(outcome.output)")
    }

    // MARK: Call backs

    @Test func tellsTheCallBack() throws {
        let outcome = try run("tomorrow at half past five", "--callback", "--at", "2026-11-23T12:00:00+03:00")
        #expect(
            outcome.lines == [
                "call back: tomorrow, Tuesday the 24th, at 5:30 pm", "  start: Tue 24 Nov 2026 17:30",
                "  uncertain: half-of-day", "  said: \"tomorrow at half past five\"",
            ])
        #expect(try run("who is this", "--callback").output == "no call back\n")
    }

    @Test func tellsTheCallBackAsJSON() throws {
        let outcome = try run("weekday evenings", "--callback", "--json", "--at", "2026-11-23T12:00:00+03:00")
        #expect(
            outcome.output == """
                {"text":"weekday evenings","callback":{"policy":{"allowedDays":["mon","tue","wed","thu","fri"],"allowedTime":{"default":[{"localTimeFrom":"18:00","localTimeTo":"21:00"}]}},"uncertain":[],"said":["weekday evenings"],"readBack":"on weekdays between 6 and 9 pm"}}

                """)
        #expect(try run("hello", "--callback", "--json").output == "{\"text\":\"hello\",\"callback\":null}\n")
    }

    @Test func explainsTheCallBackByItsRules() throws {
        let outcome = try run("not before noon", "--callback", "--explain")
        #expect(outcome.output.contains("$Callback \"not before noon\"  en/callback.rules:"), "\(outcome.output)")
    }

    // MARK: Rules that are not as they should be

    @Test func wrongRulesAreToldWithTheirPlaceAndTheOthersUsed() throws {
        let ringback = try RingbackProcess()
        try ringback.write("data/modules/none", "")
        let rules = try ringback.write(
            "data/en/a.rules", "$Number = one:1\n$Number = $Missing\n$Number = two:2 || meaning = foo(1)\n")
        try ringback.write("data/en/b.rules", Data([0xFF, 0xFE, 0xFF]))
        try ringback.write("data/en/letters", "any all")
        ringback.environment["RINGBACK_DATA"] = ringback.path("data")
        let outcome = try ringback.run(["entities", "one"])
        #expect(outcome.output == "number 0..3 \"one\": 1\n")
        for message in [
            "\(rules):2: $Number: There is no rule `$Missing`.", "\(rules):3: $Number: In `foo(1)`",
            "data/en/b.rules: It cannot be read, or is not UTF-8.", "data/en/letters: `all`",
        ] { #expect(outcome.messages.contains(message), "\(outcome.messages)") }
    }
}
