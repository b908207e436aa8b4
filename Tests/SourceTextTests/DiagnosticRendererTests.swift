import SourceText
import Testing

struct DiagnosticRendererTests {
    @Test func showsThePlaceAndTheHint() {
        #expect(
            render("theme: /\n    go!: /Ordr\n", 18, 23, hint: "There is `/Order`; did you mean that?") == """
                main.sc:2:10: error[link/unknown-state]: Unknown state.
                   2 |     go!: /Ordr
                     |          ^^^^^
                     = There is `/Order`; did you mean that?
                """)
    }

    @Test func tabsAndWideCharactersKeepTheCaretsInPlace() {
        #expect(excerpt("\ta: 你好 x", 11, 12) == ["    a: 你好 x", "            ^"])
        #expect(excerpt("e\u{301}\tx", 4, 5) == ["e\u{301}   x", "    ^"])
        #expect(excerpt("\u{FEFF}x\u{1B}[31my", 3, 4) == ["x·[31my", "^"])
    }

    @Test func anEmptyPlaceIsOneCaret() {
        #expect(excerpt("abc", 3, 3) == ["abc", "   ^"])
        #expect(excerpt("", 0, 0) == ["", "^"])
    }

    @Test func aPlaceOverSeveralLinesIsMarkedOnItsFirst() {
        #expect(excerpt("abc\ndef", 1, 6) == ["abc", " ^^"])
    }

    @Test func longLinesAreCutAroundThePlace() {
        let line = String(repeating: "a", count: 500_000) + "HERE" + String(repeating: "b", count: 500_000)
        let lines = excerpt(line, 500_000, 500_004, width: 20)
        #expect(lines == ["…aaaaaaaaaaaaaaaaHERE…", "                 ^^^^"])
        #expect(excerpt("abcdefghijklmnopqrstuvwxyz", 0, 2, width: 20) == ["abcdefghijklmnopqrst…", "^^"])
    }

    @Test func coloursOnlyWhenWanted() {
        let file = SourceFile(path: "main.sc", text: "abc")
        let warning = Diagnostic(.warning, "a/b", "Odd.", in: file, at: SourceSpan(0, 1))
        #expect(
            DiagnosticRenderer(isColoured: true).render(warning, in: file).contains(
                "\u{1B}[1;33mwarning[a/b]:\u{1B}[0m"))
        #expect(!DiagnosticRenderer().render(warning, in: file).contains("\u{1B}"))
        #expect(DiagnosticRenderer().render(warning, in: nil) == "main.sc:1:1: warning[a/b]: Odd.")
    }

    private func render(_ text: String, _ start: Int, _ end: Int, hint: String? = nil, width: Int = 100) -> String {
        let file = SourceFile(path: "main.sc", text: text)
        let span = SourceSpan(start, end)
        let diagnostic = Diagnostic(.error, "link/unknown-state", "Unknown state.", hint: hint, in: file, at: span)
        return DiagnosticRenderer(width: width).render(diagnostic, in: file)
    }

    /// The line of source and the carets, without the gutter.
    private func excerpt(_ text: String, _ start: Int, _ end: Int, width: Int = 100) -> [String] {
        render(text, start, end, width: width).split(separator: "\n").dropFirst().map { String($0.dropFirst(7)) }
    }
}
