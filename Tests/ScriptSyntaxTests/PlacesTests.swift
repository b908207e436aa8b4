import ScriptSyntax
import SourceText
import Testing

/// What the tree says about places, and how its pieces are printed.
struct PlacesTests {
    @Test func tokensNameEveryByte() {
        let text = "\u{FEFF}theme: /\r\n\tstate: Я || a = 1, b # c\r\n"
        let tree = ScriptParser.parse(SourceFile(path: "test.sc", text: text)).0
        #expect(
            tree.tokens == """
                1:1 byteOrderMark "\u{FEFF}"
                1:2 tagName "theme"
                1:7 colon ":"
                1:8 space " "
                1:9 value "/"
                1:10 lineEnd "\\r\\n"
                2:1 indent "\\t"
                2:2 tagName "state"
                2:7 colon ":"
                2:8 space " "
                2:9 value "Я"
                2:10 space " "
                2:11 parameterBar "||"
                2:13 space " "
                2:14 parameterName "a"
                2:15 space " "
                2:16 equals "="
                2:17 space " "
                2:18 parameterValue "1"
                2:19 comma ","
                2:20 space " "
                2:21 junk "b"
                2:22 space " "
                2:23 comment "# c"
                2:26 lineEnd "\\r\\n"

                """)
    }

    @Test func aByteOfAJoinedTextLeadsBackToItsLine() throws {
        let file = SourceFile(path: "test.sc", text: "a: one\n      two\n\n        three\n")
        guard case .tag(let tag) = ScriptParser.parse(file).0.items.first else { Issue.record("no tag"); return }
        let value = try #require(tag.value)
        #expect(value.text == "one\ntwo\n\n  three")
        let offset = try #require(value.text.range(of: "three")).lowerBound.utf16Offset(in: value.text)
        #expect(file.position(at: value.fileOffset(of: offset)) == SourcePosition(line: 4, column: 9))
    }

    @Test func codeOnTheTagsOwnLineStandsInItsColumn() {
        let file = SourceFile(path: "test.sc", text: "theme: /\n\tscript: f();\n\t\t#я\n\t\tg();\n")
        guard case .tag(let theme) = ScriptParser.parse(file).0.items.first else { Issue.record("no theme"); return }
        #expect(theme.tags.first?.code?.text == "         f();\n\t\t//\n\t\tg();")
        #expect(theme.tags.first?.code?.firstLine == 2)
    }

    @Test func anEmptyFileIsAnEmptyTree() {
        for text in ["", "\n", "\u{FEFF}", "  \r\n\t", "#"] {
            let (tree, diagnostics) = ScriptParser.parse(SourceFile(path: "test.sc", text: text))
            #expect(tree.items.count == (text == "#" ? 1 : 0))
            #expect(diagnostics.isEmpty)
        }
    }
}
