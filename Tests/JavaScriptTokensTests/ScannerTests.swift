import JavaScriptTokens
import Testing

@Suite struct ScannerTests {
    /// Code, then its tokens between bars; `?` before a doubtful one, `!` before an unclosed one.
    static let cases: [(String, String)] = [
        ("a.b(c)", "a|.|b|(|c|)"),
        ("a?.b ?? c?.5:1", "a|?.|b|??|c|?|.5|:|1"),
        ("{...a, ...b}", "{|...|a|,|...|b|}"),
        ("a >>>= b === c => d ||= e ** f", "a|>>>=|b|===|c|=>|d|||=|e|**|f"),
        ("i++ + ++j", "i|++|+|++|j"),
        ("1.5e-3 + 0xFe+1 + 10n + 1..toString()", "1.5e-3|+|0xFe|+|1|+|10n|+|1.|.|toString|(|)"),
        ("'a\\'b' + \"c'd\"", "'a\\'b'|+|\"c'd\""),
        ("'open\nnext", "!'open|next"),
        ("'carried \\\non' b", "'carried \\\non'|b"),
        ("'carried \\\r\non' b", "'carried \\\r\non'|b"),
        ("`a` + `b${c}d`", "`a`|+|`b${|c|}d`"),
        ("`${{a: `${b}`}}` c", "`${|{|a|:|`${|b|}`|}|}`|c"),
        ("`a${b}c${d}e", "`a${|b|}c${|d|!}e"),
        ("`open", "!`open"),
        ("a // b\nc /* d\n*/ e", "a|// b|c|/* d\n*/|e"),
        ("a /* b", "a|!/* b"),
        ("ж.привет", "ж|.|привет"),
        ("# a", "#|a"),
        ("", ""),
        ("\\", "\\"),
        ("'\\", "!'\\"),
    ]

    @Test(arguments: cases) func codeIsCut(code: String, expected: String) {
        #expect(cut(code) == expected)
    }

    @Test func aLineThatBeginsWithAHashIsAComment() {
        #expect(cut("  # it's\na # b", as: .script) == "# it's|a|#|b")
    }

    @Test func aCommentEndsBeforeTheInsertionDoes() {
        #expect(cut("a // b }} c", as: .insertion) == "a|// b |}|}|c")
    }

    @Test func onlyAPartIsLookedAt() {
        var scanner = JavaScriptScanner(Array("a 'b' c".utf8), from: 2, to: 4)
        let token = scanner.next()
        #expect(token?.start == 2 && token?.end == 4 && token?.isUnclosed == true)
        #expect(scanner.next() == nil)
        var beyond = JavaScriptScanner(Array("a".utf8), from: 7, to: 3)
        #expect(beyond.next() == nil)
    }

    @Test func bracketsFindTheirPartners() {
        var pairs = BracketPairs()
        let found = "([{}])(".utf8.enumerated().map { pairs.read($1, at: $0) }
        #expect(found == [nil, nil, nil, 2, 1, 0, nil])
        #expect(pairs.stray == nil && pairs.unclosed == [6])
        _ = pairs.read(UInt8(ascii: "]"), at: 7)
        #expect(pairs.stray == 7 && pairs.unclosed == [6])
    }
}

/// The tokens of code between bars.
func cut(_ code: String, as dialect: JavaScriptScanner.Dialect = .plain) -> String {
    let bytes = Array(code.utf8)
    var scanner = JavaScriptScanner(bytes, as: dialect)
    var parts: [String] = []
    while let token = scanner.next() {
        let text = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
        parts.append((token.isUnclosed ? "!" : "") + (token.isDoubtful ? "?" : "") + text)
    }
    return parts.joined(separator: "|")
}
