import CampaignModel
import CampaignStorage
import CivilTime
import Foundation
import SQLiteStorage
import Testing

@Suite struct SuppressionListTests {
    private static let phones = "phone;contact\n79215554450;\n79215554451;\n79215554452;person\n79215554453;person\n"

    private func rows(_ text: String) -> [ImportedRow<SuppressionDraft>] {
        var reader = ImportReader(.table, SuppressionForm())
        return reader.rows(in: Array(text.utf8)) + reader.lastRows()
    }

    private func list(_ desk: ImportDesk, seed: UInt64 = 7) -> SuppressionList {
        SuppressionList(desk.store, book: ScheduleBook(), identifiers: SeededBits(seed: seed))
    }

    @Test(
        "an entry ends the numbers of all campaigns at once, with one line of the log in each",
        arguments: StoreKind.allCases)
    func endsNumbers(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        try ImportDesk.makeCampaign(desk.store, "campaign-2")
        desk.load(Self.phones)
        var other = NumberImport(
            desk.store, campaign: "campaign-2", book: ScheduleBook(), identifiers: SeededBits(seed: 5))
        other.add([.draft(NumberDraft(row: 1, phone: try ImportedPhone("79215554450")))], at: ImportDesk.now)
        #expect(other.finish(at: ImportDesk.now).accepted == 1)

        var list = list(desk)
        let report = list.add(
            rows("79215554450\n79215554452\n12\n"), .init(reason: "asked", source: "caller"), at: ImportDesk.now)
        #expect((report.added, report.refused, report.numbersEnded) == (2, 1, 3))
        #expect(try desk.numbers().map(\.state) == [.suppressed, .planned, .suppressed, .planned])
        #expect(try desk.numbers("campaign-2").map(\.state) == [.suppressed])
        for id in [ImportDesk.id, "campaign-2"] {
            #expect(try desk.events(id).filter { $0.kind == .phoneSuppressed }.count == 1)
            try desk.expectLogTellsNumbers(id)
        }
    }

    @Test("an entry of one campaign leaves the others alone and stands in its log", arguments: StoreKind.allCases)
    func ofOneCampaign(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        try ImportDesk.makeCampaign(desk.store, "campaign-2")
        desk.load(Self.phones)
        var list = list(desk)
        let terms = SuppressionList.Terms(campaignId: "campaign-2", reason: "asked", source: "caller")
        #expect(list.add(rows("79215554450\n"), terms, at: ImportDesk.now).numbersEnded == 0)
        #expect(try desk.numbers().allSatisfy { !$0.state.isFinal })
        let records = try desk.events("campaign-2").last?.records ?? []
        #expect(records.map(\.table) == ["suppression"])
    }

    @Test(
        "a number in a call is left to it, an entry that is over or not yet due ends nothing",
        arguments: StoreKind.allCases)
    func leftAlone(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        desk.load(Self.phones)
        var calling = try desk.numbers()[0]
        calling.state = .inCall
        let number = calling
        try desk.store.transaction { transaction throws(StoreError) in
            try transaction.save(
                .number(number),
                because: .init(.numberChanged, at: ImportDesk.now, actor: "test", campaignId: ImportDesk.id))
        }
        var list = list(desk)
        let report = list.add(
            rows("phone;since;until\n79215554450;;\n79215554451;2027-01-01;\n79215554451;2020-01-01;2021-01-01\n"),
            .init(reason: "asked", source: "caller"), at: ImportDesk.now)
        #expect((report.added, report.numbersEnded) == (3, 0))
        #expect(try desk.numbers()[0].state == .inCall)
    }

    @Test("the series of a number that waits for its retry is closed", arguments: StoreKind.allCases)
    func closesSeries(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        desk.load(Self.phones)
        var retried = try desk.numbers()[0]
        (retried.state, retried.currentSeriesId) = (.onRetry, "series-1")
        let number = retried
        let open = Series(
            id: "series-1", numberId: number.id, ordinal: 1, origin: .initial, quota: 2, used: 1,
            openedAt: ImportDesk.now)
        try desk.store.transaction { transaction throws(StoreError) in
            let cause = CampaignEventCause(.numberChanged, at: ImportDesk.now, actor: "test", campaignId: ImportDesk.id)
            try transaction.save([RecordChange([.number(number), .series(open)], because: cause)])
        }
        var list = list(desk)
        _ = list.add(rows("79215554450\n"), .init(reason: "asked", source: "caller"), at: ImportDesk.now)
        let series = try desk.store.read { reading throws(StoreError) in try reading.series(ofNumber: number.id) }
        #expect(series.map(\.state) == [.finished])
        #expect(try desk.numbers()[0].currentSeriesId == nil)
        try desk.expectLogTellsNumbers()
    }

    @Test("entries are added once, listed by pages and removed", arguments: StoreKind.allCases)
    func pages(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        var list = list(desk)
        let text = (0..<25).map { "792155510\(10 + $0)\n" }.joined()
        let terms = SuppressionList.Terms(reason: "asked", source: "import file")
        #expect(list.add(rows(text + text), terms, at: ImportDesk.now).added == 25)
        #expect(list.add(rows(text), terms, at: ImportDesk.now).duplicates == 25)
        var (found, key): ([Suppression], String) = ([], "")
        while let last = try list.page(after: key, limit: 10).last {
            found += try list.page(after: key, limit: 10)
            key = last.phoneKey
        }
        #expect(found.map(\.phoneKey) == found.map(\.phoneKey).sorted() && found.count == 25)
        #expect(try list.remove(ImportedPhone("7 921 555-10-10")).map(\.source) == ["import file"])
        #expect(try list.page(limit: 100).count == 24)
    }

    @Test("a read-only store is told, with the first row")
    func readOnly() throws {
        let desk = try ImportDesk(.sqlite)
        let store = try SQLiteCampaignStore(path: desk.folder.store, mode: .readOnly)
        var list = SuppressionList(store, book: ScheduleBook(), identifiers: SeededBits(seed: 1))
        let report = list.add(rows("79215554450\n"), .init(reason: "asked", source: "caller"), at: ImportDesk.now)
        #expect(report.stop?.error.kind == .readOnly && report.stop?.row == 1)
        let numbers = ImportDesk.load(store, Self.phones)
        #expect(numbers.stop?.error.kind == .readOnly && numbers.stop?.row == 2)
    }
}
