import Commands
import Foundation
import Testing

/// Every stage of `dump`, as text and as records.
@Suite struct DumpTests {
    private static let script = """
        require: prices.json
            var = prices
        patterns:
            $Yes = (yes/sure)
        theme: /
            state: Start || modal = true
                q!: $Yes || onlyThisState = true
                event: noMatch || fromState = /Start
                a: {{ prices.one }}
                script:
                    $session.known = true;

        """

    private func bot() throws -> RingbackProcess {
        let ringback = try RingbackProcess()
        try ringback.write("prices.json", "{\"one\": 1}")
        try ringback.write("main.sc", Self.script)
        return ringback
    }

    @Test(arguments: ["tokens", "tree", "bot", "code", "configuration"])
    func everyStageHasTextAndRecords(_ stage: String) throws {
        let ringback = try bot()
        let text = try ringback.run(["dump", stage, "main.sc"])
        #expect(text.status == 0 && !text.output.isEmpty, "\(text.messages)")
        let json = try ringback.run(["dump", stage, "main.sc", "--json"])
        #expect(json.status == 0)
        for line in json.lines { #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any]) }
        #expect(!json.lines.isEmpty)
    }

    @Test func tokensOfStandardInputAreTheWholeText() throws {
        let dump = try bot().run(["dump", "tokens", "-", "--json"], input: Self.script)
        let texts = try dump.lines.map { line in
            (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String ?? ""
        }
        #expect(texts.joined() == Self.script)
    }

    @Test func aBotShowsItsStatesRulesPatternsAndData() throws {
        let lines = try bot().run(["dump", "bot", "main.sc"]).lines
        #expect(lines.contains("state /Start modal  main.sc:6"))
        #expect(lines.contains("  q!: $Yes"))
        #expect(lines.contains("  event: noMatch in /Start"))
        #expect(lines.contains("pattern $Yes = (yes/sure)  main.sc:4"))
        #expect(lines.contains { $0.hasPrefix("data prices") })
    }

    @Test func codeStandsWithItsPlaceAndKind() throws {
        let lines = try bot().run(["dump", "code", "main.sc"]).lines
        #expect(lines.contains("main.sc:9\ttext"))
        #expect(lines.contains { $0.hasPrefix("main.sc:1") && $0.hasSuffix("\tblock") })
    }

    @Test func patternsComeFromStandardInputToo() throws {
        let dump = try bot().run(["dump", "pattern", "-", "--json"], input: "one\n(two\n")
        #expect(dump.lines.count == 2)
        #expect(dump.lines.last?.contains("pattern/unbalanced") == true)
    }

    @Test func mistakesOfPatternsStandAtTheirColumns() throws {
        let plain = try bot().run(["dump", "pattern", "привет (два"])
        #expect(plain.messages.hasPrefix("column 8: pattern/unbalanced: "))
        let json = try bot().run(["dump", "pattern", "привет (два", "--json"])
        #expect(json.lines.last?.contains(#""column":8,"endColumn":9,"#) == true)
    }

    @Test func deepTreesArePrintedDownToTheLimit() throws {
        let script = "theme: /\n" + (1...2000).map { String(repeating: " ", count: $0) + "state: S\n" }.joined()
        let dump = try RingbackProcess().run(["dump", "tree", "-"], input: script)
        #expect(dump.status == 0)
        #expect(dump.lines.count == 500)
    }
}
