import SourceText
import Testing

struct SourceFileTests {
    @Test func placesCountScalars() {
        let file = SourceFile(path: "a.sc", text: "я🙂x\r\ny")
        #expect(file.position(at: 6) == SourcePosition(line: 1, column: 3))
        #expect(file.position(at: 9) == SourcePosition(line: 2, column: 1))
        #expect(file.line(1) == "я🙂x")
        #expect(file.line(3) == "")
    }

    @Test func decodesWhatIsRight() throws {
        let file = try SourceFile.decode(Array("\u{FEFF}theme: /".utf8), path: "a.sc").get()
        #expect(file.text.unicodeScalars.first == "\u{FEFF}")
    }

    @Test(
        arguments: [
            ([0x61, 0xFF], 1, 2), ([0x61, 0x0A, 0xC3, 0x28], 2, 1), ([0xD1, 0x8F, 0x80], 1, 2), ([0xE2, 0x82], 1, 1),
            ([0xED, 0xA0, 0x80], 1, 1), ([0xC0, 0x80], 1, 1),
        ] as [([UInt8], Int, Int)])
    func namesTheFirstBadByte(_ bytes: [UInt8], _ line: Int, _ column: Int) {
        guard case .failure(let failure) = SourceFile.decode(bytes, path: "a.sc") else {
            Issue.record("no failure"); return
        }
        #expect(failure.diagnostic.start == SourcePosition(line: line, column: column))
        #expect(failure.diagnostic.code == "text/not-utf8")
        #expect(failure.diagnostic.hint?.contains("UTF-8") == true)
    }

    @Test func recognisesOtherEncodings() {
        guard case .failure(let wide) = SourceFile.decode([0xFF, 0xFE, 0x61, 0x00], path: "a.sc"),
            case .failure(let narrow) = SourceFile.decode([0x61, 0xCF, 0xF0, 0xE8], path: "a.sc")
        else { Issue.record("no failure"); return }
        #expect(wide.diagnostic.hint?.contains("UTF-16") == true)
        #expect(narrow.diagnostic.hint?.contains("Windows-1251") == true)
    }

    @Test func stringsAreWrittenAsJSON() {
        #expect(JSONText.quoted("a\"\\\n\t\u{1}я") == #""a\"\\\n\t\u0001я""#)
    }
}

struct LongLineTests {
    /// Columns on a line longer than what is counted at once, with letters of one to four bytes.
    @Test func columnsOfALongLine() {
        let line = String(repeating: "aяか🙂", count: 1500)
        let file = SourceFile(path: "long.sc", text: "б\n" + line + "\nend")
        var byte = 3
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if index % 97 == 0 {
                #expect(file.position(at: byte) == SourcePosition(line: 2, column: index + 1))
            }
            byte += UTF8.width(scalar)
        }
        #expect(file.position(at: file.bytes.count) == SourcePosition(line: 3, column: 4))
    }
}
