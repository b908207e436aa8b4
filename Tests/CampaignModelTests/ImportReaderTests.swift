import CampaignModel
import Foundation
import Testing

@Suite struct ImportReaderTests {
    private func codes(_ text: String, _ format: ImportFormat = .table) -> [String] {
        let rows = ImportReader(format, NumberForm()).all(of: Array(text.utf8), piece: 1 << 16)
        return rows.flatMap { row -> [String] in
            switch row {
            case .draft: ["taken"]
            case .refused(let refusal): refusal.faults.map(\.code)
            }
        }
    }

    @Test("a row that is too wide, too long or never ends costs that row")
    func outOfBounds() {
        let wide = "79215554455" + String(repeating: ";x", count: 100_000)
        #expect(codes("phone;name\n\(wide)\n79215554456;Anna\n") == ["tooManyColumns", "taken"])
        #expect(codes(wide + "\n") == ["tooManyColumns"])
        let long = "79215554455;" + String(repeating: "x", count: 300_000)
        #expect(codes("phone;name\n\(long)\r\n79215554456;Anna\r\n") == ["rowTooLong", "taken"])
        let semicolons = String(repeating: ";", count: 300_000)
        #expect(codes("phone;name\n\(semicolons)\n79215554456;Anna\n") == ["rowTooLong", "taken"])
        let open = "79215554455;\"" + String(repeating: "x\n", count: 200_000)
        #expect(codes("phone;name\n\(open)").first == "unclosedQuote")
        let large = "{\"phone\": \"79215554455\", \"payload\": {\"a\": \"\(String(repeating: "x", count: 70_000))\"}}"
        #expect(codes(large + "\n{\"phone\": \"79215554456\"}", .jsonLines) == ["payloadTooLarge", "taken"])
    }

    @Test("one line of any length is held in bounded memory")
    func endlessLine() {
        let piece = [UInt8](repeating: UInt8(ascii: "7"), count: 1 << 16)
        for format in ImportFormat.allCases {
            var reader = ImportReader(format, NumberForm())
            var rows: [ImportedRow<NumberDraft>] = []
            for _ in 0..<40 {
                rows += reader.rows(in: piece)
                #expect(reader.heldBytes <= 512 * 1024)
            }
            rows += reader.lastRows()
            #expect(rows.count == 1)
        }
    }

    @Test("any bytes are read without a crash, the same in pieces of any size", arguments: 0..<40)
    func anyBytes(seed: Int) {
        var bits = Bits(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let signs =
            Array("\"\";,\t\r\n\n 7928+-(.=@{}[]:phonezE\u{0}".utf8) + [
                0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xD0, 0x90, 0xD8, 0xC0,
            ]
        let count = Int.random(in: 0..<(seed % 20 == 0 ? 100_000 : 400), using: &bits)
        var bytes = (0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &bits)] }
        if seed % 3 == 0 { bytes = [0xFF, 0xFE] + bytes }
        if seed % 4 == 1 { bytes = Array("phone;zone\n".utf8) + bytes }
        for format in ImportFormat.allCases {
            let whole = ImportReader(format, NumberForm()).all(of: bytes, piece: bytes.count + 1)
            for _ in 0..<3 {
                let piece = Int.random(in: 1...max(1, min(count, 70_000)), using: &bits)
                #expect(ImportReader(format, NumberForm()).all(of: bytes, piece: piece) == whole)
            }
        }
    }

    @Test(
        "what stands between cells is found in the first lines",
        arguments: [
            ("79215554455;a,b\n79215554456;c,d\n", #"{"column2":"a,b"}"#),
            ("79215554455,a;b\n79215554456,c\n", #"{"column2":"a;b"}"#),
            ("79215554455\ta;b\n79215554456\tc\n", #"{"column2":"a;b"}"#),
            ("sep=|\n79215554455;a\n", #"{"column2":"a"}"#),
            ("phone,sum\n79215554455,\"1;2\"\n", #"{"sum":"1;2"}"#),
        ])
    func separator(text: String, payload: String) {
        let rows = ImportReader(.table, NumberForm()).all(of: Array(text.utf8), piece: 1 << 16)
        guard case .draft(let draft)? = rows.first else { return #expect(Bool(false), "\(rows)") }
        #expect(draft.payload == payload)
    }

    @Test(
        "phones are known by their digits",
        arguments: [
            ("+7 (921) 555-44-55", "79215554455", "79215554455"), ("8 921 555 44 55", "89215554455", "79215554455"),
            ("921.555.44.55", "9215554455", "79215554455"), ("+8 921 555 44 55", "89215554455", "89215554455"),
            ("12345", "12345", "12345"), ("\u{A0}7921555\u{2011}4455 ", "79215554455", "79215554455"),
        ])
    func phones(given: String, plain: String, russian: String) throws {
        #expect(try ImportedPhone(given).key == plain)
        #expect(try ImportedPhone(given, .russian).key == russian)
    }

    @Test("entries of the do-not-call list are read from lines, tables and objects")
    func suppressions() {
        func read(_ text: String, _ format: ImportFormat) -> [String] {
            ImportReader(format, SuppressionForm(.russian)).all(of: Array(text.utf8), piece: 5).map { row in
                switch row {
                case .draft(let draft):
                    "\(draft.phone.key) \(draft.reason ?? "-") \(draft.until?.timeIntervalSince1970 ?? 0)"
                case .refused(let refusal): refusal.faults.map(\.code).joined(separator: " ")
                }
            }
        }
        #expect(
            read("89215554455\n\n12\n+1 650 555 0001\n", .table) == ["79215554455 - 0.0", "phone", "16505550001 - 0.0"])
        #expect(
            read("Phone;Reason;Until\n89215554455;asked;2026-11-23\n79215554456;;soon\n", .table) == [
                "79215554455 asked 1795392000.0", "badDate",
            ])
        #expect(read(#"{"phone": 89215554455, "reason": "asked"}"#, .jsonLines) == ["79215554455 asked 0.0"])
    }
}

private struct Bits: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
