import CampaignModel
import FoundationEssentials

/// Adds numbers to a campaign, a batch of rows a transaction.
///
/// Row by row, what is wrong with one row costs that row. A phone with the same settings and payload that was added less
/// than a day ago is ignored (campaigns.md 7.3), so a file that was imported in part, or twice, is simply imported again.
package struct NumberImport {
    package enum Mode: Sendable {
        /// Good rows are added, whatever stands beside them.
        case rowByRow
        /// Every row is good, or nothing is added: all rows are one transaction.
        case allOrNothing
    }

    private let store: any CampaignStore
    private let campaignId: String
    private let book: ScheduleBook
    private let mode: Mode
    private let actor: String
    private let batchSize: Int
    private let tell: (ImportVerdict) -> Void
    private var identifiers: any RandomNumberGenerator
    private var waiting: [ImportedRow<NumberDraft>] = []
    private(set) package var report = ImportReport()

    /// So many rows hold up a dialer for less time than a call takes to be set up.
    package static let usualBatch = 2000

    /// - Parameter tell: hears of every row, in their order, when what became of it is durable.
    package init(
        _ store: any CampaignStore, campaign id: String, book: ScheduleBook, mode: Mode = .rowByRow,
        actor: String = "import", batchSize: Int = NumberImport.usualBatch, identifiers: any RandomNumberGenerator,
        tell: @escaping (ImportVerdict) -> Void = { _ in }
    ) {
        (self.store, campaignId, self.book, self.mode) = (store, id, book, mode)
        (self.actor, self.batchSize, self.identifiers, self.tell) = (actor, max(1, batchSize), identifiers, tell)
    }

    /// Takes further rows; whole batches are written at once.
    package mutating func add(_ rows: [ImportedRow<NumberDraft>], at now: Date) {
        guard report.stop == nil else { return }
        report.rowsRead += rows.count
        waiting += rows
        guard mode == .rowByRow else { return }
        var start = 0
        while waiting.count - start >= batchSize, report.stop == nil {
            write(Array(waiting[start..<start + batchSize]), at: now)
            start += batchSize
        }
        waiting.removeFirst(start)
    }

    /// Writes what is left, and tells what the import came to.
    package mutating func finish(at now: Date) -> ImportReport {
        if report.stop == nil, !waiting.isEmpty { write(waiting, at: now) }
        waiting = []
        return report
    }

    private mutating func write(_ rows: [ImportedRow<NumberDraft>], at now: Date) {
        do throws(StoreError) {
            let verdicts = try verdicts(on: rows, at: now)
            for verdict in verdicts {
                report.count(verdict)
                tell(verdict)
            }
            takeNotes(rows, verdicts)
        } catch {
            report.stop = ImportStop(row: rows.first?.row, error: error)
        }
    }

    /// Notes are about numbers that were added.
    private mutating func takeNotes(_ rows: [ImportedRow<NumberDraft>], _ verdicts: [ImportVerdict]) {
        let added = Set(verdicts.lazy.filter(\.isAdded).map(\.row))
        for case .draft(let draft) in rows where !draft.notes.isEmpty && added.contains(draft.row) {
            for note in draft.notes { report.add(note, row: draft.row) }
        }
    }

    private mutating func verdicts(
        on rows: [ImportedRow<NumberDraft>], at now: Date
    ) throws(StoreError) -> [ImportVerdict] {
        var bits = identifiers
        defer { identifiers = bits }
        return try store.transaction { transaction throws(StoreError) in
            let campaign = try openCampaign(transaction)
            let drafts = rows.compactMap { if case .draft(let draft) = $0 { draft } else { nil } }
            var batch = try ImportBatch(drafts, of: campaign, book: book, at: now, transaction)
            for row in rows { try batch.take(row, using: &bits) }
            let refused = batch.verdicts.filter { !$0.isAdded && !$0.isDuplicate }
            guard mode == .rowByRow || refused.isEmpty else { return refused }
            try batch.save(actor: actor)
            return batch.verdicts
        }
    }

    private func openCampaign(_ transaction: any CampaignTransaction) throws(StoreError) -> Campaign {
        guard let campaign = try transaction.lockCampaign(id: campaignId) else { throw .noCampaign }
        switch campaign.state.answer(to: .addNumbers) {
        case .stays, .becomes: return campaign
        case .gone: throw .noCampaign
        case .refused(let sentence): throw StoreError(.conflict, sentence)
        }
    }
}

extension StoreError {
    fileprivate static let noCampaign = StoreError(
        .conflict, "The campaign that the numbers are for has been removed.",
        hint: "Create a campaign and import into that.")
}

extension ImportVerdict {
    var isAdded: Bool {
        switch outcome {
        case .accepted, .suppressed: true
        case .duplicate, .refused: false
        }
    }

    fileprivate var isDuplicate: Bool { if case .duplicate = outcome { true } else { false } }
}

extension ImportedRow<NumberDraft> {
    fileprivate var row: Int {
        switch self {
        case .draft(let draft): draft.row
        case .refused(let refusal): refusal.row
        }
    }
}
