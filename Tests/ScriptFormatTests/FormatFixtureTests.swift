import ScriptFormat
import SourceText
import Testing

/// Scripts and what they look like in the style, or why they are left as they are: `Fixtures`.
struct FormatFixtureTests {
    @Test func scriptsGetTheStyle() throws {
        try compare("layouts") { $0.text }
    }

    @Test func whatIsInDoubtIsExplained() throws {
        try compare("messages") { result in
            result.diagnostics.map { diagnostic in
                DiagnosticRenderer(width: 80).render(diagnostic, in: [result.source.path: result.source]) + "\n"
            }.joined()
        }
    }

    private func compare(_ topic: String, _ text: (FormattedScript) -> String) throws {
        for file in try FormatFixtures.own(topic) {
            var recorded = ""
            for chunk in FormatChunk.chunks(of: file) {
                let result = ScriptFormatter.format(SourceFile(path: "test.sc", text: chunk.script))
                #expect(text(result) == chunk.expected, "\(chunk.name)")
                #expect(topic == "messages" || !result.isRefused, "\(chunk.name)")
                recorded += FormatChunk(name: chunk.name, script: chunk.script, expected: text(result)).text
            }
            if FormatFixtures.isRecording { try FormatFixtures.write(recorded, to: file) }
        }
    }
}

/// What a fixture cannot show: blanks at the ends of lines, tabs, line ends.
struct BlanksTests {
    @Test(arguments: [
        ("theme: /  \r\n\tstate: A\t\r\n\t\tq!: a \r\n\r\n", "theme: /\n    state: A\n        q!: a\n"),
        ("\u{FEFF}theme: /", "theme: /\n"),
        ("\n\n  \ntheme: /\n\n\n", "theme: /\n"),
        ("theme: /\n\u{A0}\u{A0}state: A\n", "theme: /\n    state: A\n"),
        ("a: x\u{0}y\n", "a: x\u{0}y\n"),
        ("", ""), ("\n", ""), ("   ", ""), ("# only", "# only\n"),
        ("script:\n\tf(`a  \n\tb\t`);  \n", "script:\n    f(`a  \n\tb\t`);\n"),
        ("a: one\n\ttwo\n\t\tthree\n", "a: one\n    two\n    \tthree\n"),
        ("a: one\n   \n     two\n", "a: one\n\n    two\n"),
        ("q: a\t||\tfromState\t=\t/B\n", "q: a || fromState = /B\n"),
    ])
    func areMadeOneWay(_ script: String, _ expected: String) {
        let result = ScriptFormatter.format(SourceFile(path: "test.sc", text: script))
        #expect(result.text == expected)
        #expect(result.diagnostics.isEmpty)
    }
}
