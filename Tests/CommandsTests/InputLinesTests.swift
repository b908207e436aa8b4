import Commands
import Testing

@Suite struct InputLinesTests {
    private func lines(_ chunks: [[UInt8]]) -> [InputLines.Line] {
        var chunks = chunks[...]
        var input = InputLines { chunks.popFirst() ?? [] }
        var lines: [InputLines.Line] = []
        while let line = input.next() { lines.append(line) }
        return lines
    }

    @Test func linesMayComeInPiecesAndEndInEitherWay() {
        let read = lines([Array("one\r\ntw".utf8), Array("o\n\nthree".utf8)])
        #expect(read.map(\.text) == ["one", "two", "", "three"])
        #expect(read.allSatisfy { $0.note == nil })
    }

    @Test func aCharacterCutByAReadIsWholeAgain() {
        #expect(lines([[0xD0], [0x94, 0xD0, 0xB0, 10]]).map(\.text) == ["Да"])
    }

    @Test func bytesThatAreNoTextAreReplacedAndReported() throws {
        let line = try #require(lines([Array("ok\n".utf8), [0x61, 0xFF, 0x62, 10]]).last)
        #expect(line.text == "a\u{FFFD}b")
        #expect(line.note?.hasPrefix("Line 2 is not UTF-8") == true)
    }

    @Test func aHundredThousandCharactersAreOneLine() {
        #expect(lines([Array(repeating: 0x61, count: 100_000), [10]]).map(\.text.count) == [100_000])
    }

    @Test func aLineWithoutEndIsCut() throws {
        let read = lines(Array(repeating: Array(repeating: 0x61, count: 1 << 18), count: 6) + [Array("\nnext\n".utf8)])
        #expect(read.map(\.text.utf8.count) == [InputLines.limit, 4])
        #expect(read[0].note?.contains("1 MiB") == true)
        #expect(read[1].note == nil)
    }
}
