import CampaignModel

/// What became of a row of an import, told once it is certain.
package struct ImportVerdict: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case accepted(numberId: String)
        /// The same phone, settings and payload were added less than a day ago, as this number.
        case duplicate(numberId: String)
        /// Taken, and never called: its phone is on the do-not-call list.
        case suppressed(numberId: String)
        case refused([ImportFault])
    }

    /// Who said where the phone's clock is.
    package enum ZoneSource: String, Sendable, Hashable { case number, campaign }

    package var row: Int
    /// As it was given.
    package var phone: String?
    /// The digits that are called.
    package var phoneKey: String?
    package var zone: String?
    package var zoneSource: ZoneSource?
    package var outcome: Outcome
}

/// What an import came to, for people; long lists are cut, the numbers are not.
package struct ImportReport: Sendable, Hashable {
    /// Rows with anything in them, the header not counted.
    package var rowsRead = 0
    /// Numbers that were added, the suppressed ones with them.
    package var accepted = 0
    package var suppressed = 0
    package var duplicates = 0
    package var refused = 0
    /// The first rows that were ignored as duplicates.
    package var duplicateRows: [Int] = []
    /// The first refusals.
    package var refusals: [ImportRefusal] = []
    package var notes: [ImportNote] = []
    /// Why the import did not come to its end.
    package var stop: ImportStop?

    /// The most rows and notes that are listed.
    package static let longestList = 1000

    mutating func count(_ verdict: ImportVerdict) {
        switch verdict.outcome {
        case .accepted: accepted += 1
        case .suppressed: (accepted, suppressed) = (accepted + 1, suppressed + 1)
        case .duplicate:
            duplicates += 1
            if duplicateRows.count < Self.longestList { duplicateRows.append(verdict.row) }
        case .refused(let faults):
            refused += 1
            guard refusals.count < Self.longestList else { return }
            refusals.append(ImportRefusal(row: verdict.row, phone: verdict.phone, faults: faults))
        }
    }

    /// The same sentence about many rows is one note.
    mutating func add(_ note: String, row: Int) {
        if let known = notes.firstIndex(where: { $0.text == note }) {
            notes[known].rows += 1
        } else if notes.count < 100 {
            notes.append(ImportNote(text: note, firstRow: row, rows: 1))
        }
    }
}

/// Something that was changed or ignored in rows that were taken, or that people should know about them.
package struct ImportNote: Sendable, Hashable {
    package var text: String
    package var firstRow: Int
    package var rows: Int
}

/// Why an import ended early: what was kept before stays, and the same file can be imported again, as duplicates are ignored.
package struct ImportStop: Sendable, Hashable {
    /// Nothing of this row and the ones after it was kept; `nil` when the file was not read at all.
    package var row: Int?
    package var error: StoreError
}
