import JavaScriptTokens
import TestClock
import Testing

@Suite struct ScannerPropertyTests {
    private static let pieces = [
        "/", "`", "${", "}", "{", "'", "\"", "\\", "a", " ", "\n", "\r\n", "=", "(", ")", "*", "//", "/*", "*/",
        "\u{0}",
        "ж", "if", "return", "++", "[", "]", "?.", ".", "...", "1", "e", "=>", "#", ";", "}}",
    ]

    @Test func tokensAreInOrderAndOnlyBlanksLieBetween() {
        var chance = SeededGenerator(7)
        for round in 0..<20_000 {
            let code = (0..<(1 + round % 24)).map { _ in Self.pieces.randomElement(using: &chance) ?? "" }.joined()
            for dialect in [JavaScriptScanner.Dialect.plain, .script, .insertion] { check(Array(code.utf8), dialect) }
        }
    }

    @Test func anyBytesGiveTokens() {
        var chance = SeededGenerator(8)
        for _ in 0..<5_000 {
            check((0..<30).map { _ in UInt8.random(in: 0...255, using: &chance) }, .plain)
        }
    }

    private func check(_ bytes: [UInt8], _ dialect: JavaScriptScanner.Dialect) {
        var scanner = JavaScriptScanner(bytes, as: dialect)
        var end = 0
        while let token = scanner.next() {
            guard token.start >= end, token.end > token.start, token.end <= bytes.count,
                bytes[end..<token.start].allSatisfy({ $0 <= 0x20 })
            else { return failed(bytes) }
            end = token.end
        }
        if !bytes[end...].allSatisfy({ $0 <= 0x20 }) { failed(bytes) }
    }

    private func failed(_ bytes: [UInt8]) {
        Issue.record("\(String(reflecting: String(decoding: bytes, as: UTF8.self))) is not covered by its tokens")
    }

    /// Code put together from tokens with blanks between them is cut into the same tokens.
    @Test func whatWasWrittenIsReadAgain() {
        var chance = SeededGenerator(9)
        for _ in 0..<5_000 {
            let words = (0..<12).map { index in
                (index % 2 == 0 ? Self.values : Self.signs).randomElement(using: &chance) ?? "a"
            }
            #expect(cut(words.joined(separator: " ")) == words.joined(separator: "|"))
        }
    }

    private static let values = [
        "a", "$session", "_1", "жук", "0", "1.25", "1e+9", "0x1F", "'b'", "\"c d\"", "`e`", "'\\''", "this", "/* f */",
    ]
    private static let signs = [
        ".", "?.", ",", ";", ":", "?", "=", "==", "===", "!=", "!==", "=>", "+", "+=", "++", "-", "-=", "--", "*", "*=",
        "**", "**=", "%", "%=", "&", "&&", "&&=", "&=", "|=", "^", "^=", "~", "!", "<", "<=", "<<", "<<=", ">", ">=",
        ">>", ">>=", ">>>", ">>>=", "??", "??=", "...", "(", ")", "[", "]",
    ].filter { $0 != "|" }

    @Test(arguments: [
        "/[ ", "(/[ ", "`${", "{ ", "} / ", "# ", "'", "\\", "/*", "if (", "a++ / ", "`}", "1.", "}}", "/[ }}",
        "{ }} }} ",
    ])
    func theTimeGrowsWithTheText(repeated: String) {
        func scanning(_ count: Int) -> Duration {
            let bytes = Array(String(repeating: repeated, count: count).utf8)
            let times = (0..<2).map { _ in processorTime { scan(bytes) } }
            return times.min() ?? .zero
        }
        let (small, big) = (scanning(7_500), scanning(30_000))
        // Quadratic work would take sixteen times as long.
        #expect(big < small * 10 + .milliseconds(50), "\(small), four times as long: \(big)")
    }

    private func scan(_ bytes: [UInt8]) {
        for dialect in [JavaScriptScanner.Dialect.plain, .script, .insertion] {
            var scanner = JavaScriptScanner(bytes, as: dialect)
            while scanner.next() != nil {}
        }
        var ends = InsertionEnds(bytes)
        var position = 0
        while !ends.isExhausted, position < bytes.count { position = (ends.next(from: position) ?? position) + 2 }
    }
}

private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
