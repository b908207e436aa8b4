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
    ])
    func wrongUseIsExplained(_ arguments: [String], _ words: String) throws {
        let outcome = try RingbackProcess().run(["entities"] + arguments)
        #expect(outcome.status == 64 && outcome.messages.contains(words), "\(outcome.messages)")
    }
}
