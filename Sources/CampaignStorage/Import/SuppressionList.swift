import CampaignModel
import FoundationEssentials

/// The do-not-call list: phones that no campaign, or one of them, may call.
///
/// An entry counts from the moment at which it is stored: the numbers that it holds for are over then. A number in a call is
/// left to that call, one whose call was decided on to its dialer; their next attempts are refused by `Claiming`.
package struct SuppressionList {
    private let store: any CampaignStore
    private let book: ScheduleBook
    private var identifiers: any RandomNumberGenerator

    /// What holds for all entries that are added together.
    package struct Terms: Sendable, Hashable {
        /// The campaign that they hold for; `nil`: all.
        package var campaignId: String?
        /// Of entries that give none of their own.
        package var reason: String
        /// Who asked for it: `caller`, `import FILE`, `operator` …
        package var source: String
        /// Of entries that give none of their own; `nil`: for ever.
        package var until: Date?

        package init(campaignId: String? = nil, reason: String, source: String, until: Date? = nil) {
            (self.campaignId, self.reason, self.source, self.until) = (campaignId, reason, source, until)
        }
    }

    private static let batchSize = 1000

    package init(_ store: any CampaignStore, book: ScheduleBook, identifiers: any RandomNumberGenerator) {
        (self.store, self.book, self.identifiers) = (store, book, identifiers)
    }

    /// Adds entries, a batch a transaction; an entry that says no more than one on the list is a duplicate.
    package mutating func add(
        _ rows: [ImportedRow<SuppressionDraft>], _ terms: Terms, at now: Date
    ) -> SuppressionReport {
        var report = SuppressionReport()
        var start = 0
        while start < rows.count, report.stop == nil {
            let piece = rows[start..<min(start + Self.batchSize, rows.count)]
            add(piece, terms, at: now, &report)
            start += Self.batchSize
        }
        return report
    }

    /// The entries in the order of their phones, a page at a time.
    ///
    /// - Parameter key: the phone of the last entry of the page before; a page may be longer than `limit`, as all entries of
    ///   its last phone are on it.
    package func page(after key: String = "", limit: Int = 100) throws(StoreError) -> [Suppression] {
        try store.read { reading throws(StoreError) in
            let page = try reading.suppressions(after: key, limit: limit)
            guard page.count == limit, let last = page.last?.phoneKey else { return page }
            return page.filter { $0.phoneKey != last }
                + (try reading.suppressions(ofPhones: [last])).sorted { $0.id < $1.id }
        }
    }

    /// Takes a phone off the list. Numbers that were over because of it stay over.
    ///
    /// - Parameter campaignId: only the entries for that campaign; `nil`: only those for all.
    /// - Returns: the entries that were taken off.
    package func remove(_ phone: ImportedPhone, campaignId: String? = nil) throws(StoreError) -> [Suppression] {
        try store.transaction { transaction throws(StoreError) in
            let entries = try transaction.suppressions(ofPhones: [phone.key]).filter { $0.campaignId == campaignId }
            try transaction.removeSuppressions(ids: entries.map(\.id))
            return entries
        }
    }

    private mutating func add(
        _ rows: ArraySlice<ImportedRow<SuppressionDraft>>, _ terms: Terms, at now: Date,
        _ report: inout SuppressionReport
    ) {
        var drafts: [SuppressionDraft] = []
        for row in rows {
            report.rowsRead += 1
            switch row {
            case .draft(let draft): drafts.append(draft)
            case .refused(let refusal): report.add(refusal)
            }
        }
        do throws(StoreError) {
            let done = try write(drafts, terms, at: now)
            report.added += done.entries
            report.duplicates += drafts.count - done.entries
            report.numbersEnded += done.numbers
        } catch {
            report.stop = ImportStop(row: drafts.first?.row, error: error)
        }
    }

    private mutating func write(
        _ drafts: [SuppressionDraft], _ terms: Terms, at now: Date
    ) throws(StoreError) -> (entries: Int, numbers: Int) {
        var bits = identifiers
        defer { identifiers = bits }
        return try store.transaction { transaction throws(StoreError) in
            let known = try transaction.suppressions(ofPhones: drafts.map { $0.phone.key })
            var entries = Dictionary(grouping: known, by: \.phoneKey)
            var fresh: [Suppression] = []
            for draft in drafts {
                let entry = Suppression(draft, terms, id: RecordID.make(at: now, using: &bits), at: now)
                guard !(entries[entry.phoneKey] ?? []).contains(where: { $0.covers(entry) }) else { continue }
                entries[entry.phoneKey, default: []].append(entry)
                fresh.append(entry)
            }
            return (
                fresh.count, try SuppressionEffect(transaction, book: book, at: now).add(fresh, source: terms.source)
            )
        }
    }
}

/// What adding to the do-not-call list came to.
package struct SuppressionReport: Sendable, Hashable {
    package var rowsRead = 0
    package var added = 0
    package var duplicates = 0
    package var refused = 0
    /// The first refusals.
    package var refusals: [ImportRefusal] = []
    /// Numbers that are not called any more because of the new entries.
    package var numbersEnded = 0
    /// Why it did not come to its end.
    package var stop: ImportStop?

    mutating func add(_ refusal: ImportRefusal) {
        refused += 1
        if refusals.count < ImportReport.longestList { refusals.append(refusal) }
    }
}

extension Suppression {
    fileprivate init(_ draft: SuppressionDraft, _ terms: SuppressionList.Terms, id: String, at now: Date) {
        self.init(
            id: id, phone: draft.phone.text, phoneKey: draft.phone.key, campaignId: terms.campaignId,
            reason: draft.reason ?? terms.reason, source: terms.source, since: (draft.since ?? now).asStored,
            until: (draft.until ?? terms.until)?.asStored)
    }

    /// Whether another entry adds nothing to this one.
    fileprivate func covers(_ other: Suppression) -> Bool {
        (campaignId == nil || campaignId == other.campaignId) && since <= other.since
            && until ?? .distantFuture >= other.until ?? .distantFuture
    }
}
