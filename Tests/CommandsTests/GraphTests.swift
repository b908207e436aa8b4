import BotModel
import Commands
import Foundation
import FoundationXML
import Testing

/// `graph`: pictures that programs can read, of bots small and large.
@Suite struct GraphTests {
    private static let script = """
        theme: /
            state: Start "<&>"
                q!: hello
                go!: /Order/Ask
                state: Yes
                    q: yes
                    go: /Order/Pay
        theme: /Order
            state: Ask || modal = true
                a: What?
                timeout: /Start "<&>" || interval = 5
                state: Pay
                    a: {{ $reactions.transition("/" + $session.x) }}
            state: Pay
                go!: {{ $session.next }}
        """

    private func graph(_ script: String, _ arguments: [String] = []) throws -> RingbackProcess.Outcome {
        let ringback = try RingbackProcess()
        try ringback.write("main.sc", script)
        return try ringback.run(["graph", "main.sc"] + arguments)
    }

    /// Many themes, and in each states that lead on.
    private static func large(themes: Int, states: Int) -> String {
        (0..<themes).map { theme in
            "theme: /T\(theme)\n"
                + (0..<states).map { state in
                    """
                        state: S\(state)
                            q!: word\(theme) of\(state)
                            go!: /T\((theme * 7 + state) % themes)/S\((state + 1) % states)
                            state: Inner
                                q: on

                    """
                }.joined()
        }.joined()
    }

    @Test(arguments: [[], ["--within", "/Order"], ["--all"]]) func thePictureIsXMLAndAlwaysTheSame(_ more: [String])
        throws
    {
        let (first, second) = (try graph(Self.script, more), try graph(Self.script, more))
        #expect(first.status == 0 && first.output == second.output)
        let parser = XMLParser(data: Data(first.output.utf8))
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
        #expect(first.output.contains("&lt;&amp;&gt;"))
        #expect(first.output.contains("prefers-color-scheme:dark"))
    }

    @Test func recordsTellEveryStateAndTransition() throws {
        let lines = try graph(Self.script, ["--json"]).lines
        #expect(lines.count { $0.contains(#""type":"state""#) } == 5)
        #expect(
            lines.contains(
                #"{"type":"transition","kind":"timeout","from":"/Order/Ask","to":"/Start \"<&>\"","written":"/Start \"<&>\"","file":"main.sc","line":11}"#
            ))
        #expect(lines.contains { $0.contains(#""to":null,"written":"{{"#) })
    }

    @Test func otherLanguagesEscapeWhatTheyWouldObey() throws {
        let dot = try graph(Self.script, ["--format", "dot"]).output
        #expect(dot.contains(#"s0 [label="Start \"<&>\"""#))
        #expect(dot.contains(#"s0 -> s2 [label="go!"]"#), "\(dot)")
        let mermaid = try graph(Self.script, ["--format", "mermaid"]).output
        #expect(mermaid.contains(#"s0["Start #34;#60;#38;#62;#34;"]"#))
        #expect(mermaid.contains(#"s2 -.->|"timeout"| s0"#), "\(mermaid)")
    }

    @Test func fiveHundredStatesAreFoldedUnlessAllAreWanted() throws {
        let script = Self.large(themes: 25, states: 10)
        let folded = try graph(script)
        #expect(folded.messages.contains("500 of 500 states are folded."))
        #expect(folded.output.contains("20 states"))
        #expect(folded.output.utf8.count < 400_000)
        #expect(try graph(script, ["--all"]).output.components(separatedBy: "class=\"row").count > 500)
        #expect(try graph(script, ["--within", "/T3"]).output.contains("/T3/S9/Inner"))
    }

    @Test func statesThatNothingLinksAreOneRowInALargeBot() throws {
        let states = (0..<300).map { "    state: S\($0)\n        q!: word\($0)\n" }.joined()
        let picture = try graph("theme: /\n" + states).output
        #expect(picture.contains("300 states"))
        #expect(picture.components(separatedBy: "class=\"card").count == 2)
    }

    @Test func aBotWithoutStatesIsAnEmptyPictureAndThatIsSaid() throws {
        for format in ["svg", "dot", "mermaid", "json"] {
            let outcome = try graph("theme: /\n", ["--format", format])
            #expect(outcome.status == 0)
            #expect(
                outcome.messages.contains("main has no states, so there is nothing to show."), "\(outcome.messages)")
            #expect(outcome.messages.contains("`ringback check main.sc`"))
        }
        #expect(try graph(Self.script).messages.isEmpty)
    }

    @Test func theErrorsOfABotAreSaidOnce() throws {
        let messages = try graph("theme: /\n    state: A\n        go!: /B\n", ["--coverage"]).messages
        #expect(messages.components(separatedBy: "The bot has 1 error").count == 2, "\(messages)")
    }

    @Test func aPathThatIsNotThereIsSaid() throws {
        let outcome = try graph(Self.script, ["--within", "/Ordr"])
        #expect(outcome.status == 65 && outcome.messages.contains("no state `/Ordr`"))
    }
}
