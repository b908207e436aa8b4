import CampaignModel
import Foundation
import Testing

/// Files of `Fixtures/import`, and beside each what is read of it (`….rows`); `RECORD=1` writes that anew.
@Suite struct ImportFixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/import")

    static let files: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasSuffix(".rows") }.sorted()
    }()

    static func bytes(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: file))) }

    /// All rows of a file that comes in pieces of a size.
    static func rows(_ file: String, piece: Int = 1 << 16) throws -> [ImportedRow<NumberDraft>] {
        let format = file.hasSuffix(".jsonl") ? ImportFormat.jsonLines : .table
        let form = NumberForm(file.hasPrefix("russian") ? .russian : .none)
        return ImportReader(format, form).all(of: try bytes(file), piece: piece)
    }

    @Test("a file gives the rows that stand beside it", arguments: files)
    func golden(_ file: String) throws {
        let read = try Self.rows(file).map(\.shown).joined(separator: "\n") + "\n"
        let beside = Self.folder.appending(path: file + ".rows")
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try read.write(to: beside, atomically: true, encoding: .utf8)
        }
        #expect(try read == String(contentsOf: beside, encoding: .utf8))
    }

    @Test("pieces of any size give the same rows", arguments: files)
    func pieces(_ file: String) throws {
        let whole = try Self.rows(file)
        for piece in 1...7 { #expect(try Self.rows(file, piece: piece) == whole) }
    }
}

extension ImportReader {
    func all(of bytes: [UInt8], piece: Int) -> [ImportedRow<Form.Draft>] {
        var reader = self
        var rows: [ImportedRow<Form.Draft>] = []
        for start in stride(from: 0, to: bytes.count, by: piece) {
            rows += reader.rows(in: Array(bytes[start..<min(start + piece, bytes.count)]))
        }
        return rows + reader.lastRows()
    }
}

extension ImportedRow<NumberDraft> {
    fileprivate var shown: String {
        switch self {
        case .draft(let draft):
            let parts = [
                "\(draft.row) \(draft.phone.key) `\(draft.phone.text)`", draft.zone, draft.contact.map { "of " + $0 },
                draft.policy == CallPolicy() ? nil : draft.policy.jsonText, draft.payload,
            ]
            return ([parts.compactMap(\.self).joined(separator: " ")] + draft.notes.map { "  note: " + $0 })
                .joined(separator: "\n")
        case .refused(let refusal):
            let first = "\(refusal.row) refused" + (refusal.phone.map { " `\($0)`" } ?? "")
            return ([first] + refusal.faults.map { "  \($0.code)\($0.field.isEmpty ? "" : " in " + $0.field): \($0)" })
                .joined(separator: "\n")
        }
    }
}
