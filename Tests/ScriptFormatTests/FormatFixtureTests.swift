import ScriptFormat
import SourceText
import Testing

/// Scripts and what they look like in the style: `Fixtures/*.txt`.
struct FormatFixtureTests {
    @Test func scriptsGetTheStyle() throws {
        for file in try FormatFixtures.own() {
            var recorded = ""
            for chunk in FormatChunk.chunks(of: file) {
                let result = ScriptFormatter.format(SourceFile(path: "test.sc", text: chunk.script))
                #expect(result.text == chunk.expected, "\(chunk.name)")
                recorded += FormatChunk(name: chunk.name, script: chunk.script, expected: result.text).text
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
