import Commands
import Testing

@Suite struct LineEditorTests {
    private func type(_ bytes: [UInt8], into editor: inout LineEditor) -> [LineEditor.Action] {
        bytes.compactMap { editor.take($0) }
    }

    private func text(after keys: String) -> String {
        var editor = LineEditor()
        _ = type(Array(keys.utf8), into: &editor)
        return editor.text
    }

    @Test func enterHandsTheLineOver() {
        var editor = LineEditor()
        #expect(type(Array("hi\r".utf8), into: &editor).last == .submit("hi"))
        #expect(editor.text.isEmpty)
    }

    @Test func aCharacterMayComeByteByByte() {
        var editor = LineEditor()
        let bytes = Array("é😀".utf8)
        #expect(bytes.map { editor.take($0) != nil } == [false, true, false, false, false, true])
        #expect(editor.text == "é😀")
    }

    @Test func backspaceTakesAWholeCharacter() {
        #expect(text(after: "aé\u{7F}") == "a")
        #expect(text(after: "ae\u{301}\u{7F}") == "a")
        #expect(text(after: "a😀\u{7F}") == "a")
        #expect(text(after: "a👩‍👩‍👧\u{7F}") == "a")
        #expect(text(after: "\u{7F}\u{7F}a") == "a")
    }

    @Test func arrowsMoveAndLettersGoWhereTheCursorIs() {
        #expect(text(after: "bc\u{1B}[D\u{1B}[Da") == "abc")
        #expect(text(after: "bc\u{1B}[Ha\u{1B}[Fd") == "abcd")
        #expect(text(after: "bc\u{1B}OHa") == "abc")
        #expect(text(after: "abc\u{1B}[D\u{1B}[D\u{1B}[3~") == "ac")
    }

    @Test func linesAndWordsAreKilled() {
        #expect(text(after: "one two\u{17}") == "one ")
        #expect(text(after: "one two\u{15}x") == "x")
        #expect(text(after: "one\u{01}\u{0B}x") == "x")
    }

    @Test func aPasteOfSeveralLinesIsOneUtterance() {
        var editor = LineEditor()
        let actions = type(Array("\u{1B}[200~call me\nback\r\u{1B}[201~!\r".utf8), into: &editor)
        #expect(actions.last == .submit("call me back !"))
        #expect(actions.filter { if case .submit = $0 { true } else { false } }.count == 1)
    }

    @Test func carriageReturnAndLineFeedAreOneLineEnd() {
        var editor = LineEditor()
        let submits = type(Array("a\r\nb\r\n".utf8), into: &editor).filter {
            if case .submit = $0 { true } else { false }
        }
        #expect(submits == [.submit("a"), .submit("b")])
    }

    @Test func historyGoesBackAndReturnsToTheDraft() {
        var editor = LineEditor()
        _ = type(Array("one\rtwo\rdra".utf8), into: &editor)
        let up = Array("\u{1B}[A".utf8)
        let down = Array("\u{1B}[B".utf8)
        _ = type(up, into: &editor)
        #expect(editor.text == "two")
        _ = type(up + up, into: &editor)
        #expect(editor.text == "one")
        _ = type(down + down, into: &editor)
        #expect(editor.text == "dra")
    }

    @Test func controlKeysEndTheCall() {
        var editor = LineEditor()
        #expect(editor.take(3) == .interrupt)
        #expect(editor.take(4) == .endOfInput)
        _ = type(Array("ab\u{01}".utf8), into: &editor)
        #expect(editor.take(4) == .redraw)
        #expect(editor.text == "b")
    }

    @Test func controlCWorksAfterALoneEscape() {
        var editor = LineEditor()
        #expect(editor.take(27) == nil)
        #expect(editor.take(3) == .interrupt)
    }

    @Test func anUnknownSequenceIsSwallowed() {
        #expect(text(after: "a\u{1B}[1;5Zb\u{1B}[15~c") == "abc")
    }

    @Test func bytesThatAreNoTextDoNoHarm() {
        var editor = LineEditor()
        _ = type([0xFF, 0xC3, 0x61, 0x80], into: &editor)
        #expect(editor.text.contains("a"))
    }

    @Test func aLongLineIsShownAroundTheCursor() {
        var editor = LineEditor()
        _ = type(Array("0123456789".utf8), into: &editor)
        #expect(editor.view(width: 5) == ("6789", 4))
        _ = type([1], into: &editor)
        #expect(editor.view(width: 5) == ("0123", 0))
    }
}
