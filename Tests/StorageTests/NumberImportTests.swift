import CampaignModel
import CampaignStorage
import CivilTime
import Foundation
import SQLiteStorage
import Testing

/// A store with one campaign, into which files are imported.
struct ImportDesk {
    let folder: Folder
    let store: any CampaignStore
    static let now = moment("2026-11-23T09:00:00Z")
    static let id = "campaign-1"

    init(_ kind: StoreKind, _ change: (inout Campaign) -> Void = { _ in }) throws {
        let desk = try Desk(kind)
        (folder, store) = (desk.folder, desk.store)
        try Self.makeCampaign(store, Self.id, change)
    }

    static func makeCampaign(
        _ store: any CampaignStore, _ id: String, _ change: (inout Campaign) -> Void = { _ in }
    ) throws {
        var campaign = Campaign(id: id, name: id, zone: "UTC", createdAt: now)
        change(&campaign)
        let made = campaign
        try store.transaction { transaction throws(StoreError) in
            try transaction.save(
                .campaign(made), because: .init(.campaignCreated, at: now, actor: "test", campaignId: made.id))
        }
    }

    @discardableResult
    func load(
        _ text: String, format: ImportFormat = .table, mode: NumberImport.Mode = .rowByRow, batch: Int = 2,
        at now: Date = ImportDesk.now, seed: UInt64 = 1, tell: @escaping (ImportVerdict) -> Void = { _ in }
    ) -> ImportReport {
        Self.load(store, text, format: format, mode: mode, batch: batch, at: now, seed: seed, tell: tell)
    }

    static func load(
        _ store: any CampaignStore, _ text: String, format: ImportFormat = .table,
        mode: NumberImport.Mode = .rowByRow, batch: Int = 2, at now: Date = ImportDesk.now, seed: UInt64 = 1,
        tell: @escaping (ImportVerdict) -> Void = { _ in }
    ) -> ImportReport {
        var reader = ImportReader(format, NumberForm(.russian))
        var numbers = NumberImport(
            store, campaign: id, book: ScheduleBook(), mode: mode, batchSize: batch,
            identifiers: SeededBits(seed: seed), tell: tell)
        numbers.add(reader.rows(in: Array(text.utf8)), at: now)
        numbers.add(reader.lastRows(), at: now)
        return numbers.finish(at: now)
    }

    func numbers(_ id: String = ImportDesk.id) throws -> [CampaignNumber] {
        try store.read { reading throws(StoreError) in try reading.numbers(ofCampaign: id) }
    }

    func events(_ id: String = ImportDesk.id) throws -> [CampaignEvent] {
        try store.read { reading throws(StoreError) in try reading.events(ofCampaign: id, from: 1) }
    }

    /// The log has no gaps, and playing it gives the numbers.
    func expectLogTellsNumbers(_ id: String = ImportDesk.id) throws {
        let events = try events(id)
        #expect(events.map(\.seq) == Array(1...events.count))
        let replayed = CampaignEvent.replay(events)
        for number in try numbers(id) { #expect(replayed[number.id] == CampaignRecord.number(number).inLog) }
    }
}

@Suite struct NumberImportTests {
    private static let file = """
        phone;zone;maxAttempts;contact;name
        8 (921) 555-44-55;Europe/Moscow;;;Anna
        +16505550001;America/New_York;3;;Boris
        79215554455;Europe/Moscow;;;Anna
        79215554455;Europe/Moscow;;;Other
        12;;;;
        79215554460;;;person;
        79215554461;;;person;
        """

    @Test(
        "good rows are added in batches of one line in the log, bad ones and duplicates are told",
        arguments: StoreKind.allCases)
    func rows(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        var verdicts: [ImportVerdict] = []
        let report = desk.load(Self.file) { verdicts.append($0) }
        #expect(report.rowsRead == 7)
        #expect((report.accepted, report.duplicates, report.refused) == (5, 1, 1))
        #expect(report.duplicateRows == [4])
        #expect(report.refusals.map(\.row) == [6])
        #expect(report.stop == nil)
        #expect(verdicts.map(\.row) == Array(2...8))
        #expect(verdicts[0].zoneSource == .number && verdicts[5].zoneSource == .campaign)

        let numbers = try desk.numbers()
        #expect(numbers.map(\.seq) == Array(1...5))
        #expect(numbers[0].phone == "8 (921) 555-44-55" && numbers[0].phoneKey == "79215554455")
        #expect(numbers[0].payload == #"{"name":"Anna"}"#)
        #expect(numbers[0].state == .planned && numbers[0].isDue && numbers[0].reason == "due")
        #expect(numbers[1].state == .planned && !numbers[1].isDue && numbers[1].reason == "outsideWindow")
        #expect(numbers[1].hasOwnPolicy && numbers[1].nextDueAt == moment("2026-11-23T13:00:00Z"))
        #expect(numbers.map(\.reason).suffix(2) == ["due", "afterOtherPhone"])
        #expect(numbers.map(\.placeInContact).suffix(2) == [0, 1])
        #expect(try desk.events().filter { $0.kind == .numbersImported }.count == 4)
        try desk.expectLogTellsNumbers()
    }

    @Test("a Russian phone is found by the spelling in which it was imported", arguments: StoreKind.allCases)
    func nationalSpelling(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        desk.load(Self.file)
        let first = try desk.numbers().first
        try desk.store.read { reading throws(StoreError) in
            for phone in ["8 (921) 555-44-55", "+7 921 555 44 55", "9215554455"] {
                #expect(try reading.number(phone: phone, ofCampaign: ImportDesk.id) == first)
            }
            #expect(try reading.number(phone: "+89215554455", ofCampaign: ImportDesk.id) == nil)
        }
    }

    @Test("the same file again changes nothing, a day later it is added anew", arguments: StoreKind.allCases)
    func twice(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        desk.load(Self.file)
        let (numbers, events) = (try desk.numbers(), try desk.events())
        let report = desk.load(Self.file, batch: 3, at: ImportDesk.now.addingTimeInterval(86_399), seed: 2)
        #expect((report.accepted, report.duplicates, report.refused) == (0, 6, 1))
        #expect(try desk.numbers() == numbers)
        #expect(try desk.events() == events)
        #expect(desk.load(Self.file, at: ImportDesk.now.addingTimeInterval(86_400), seed: 3).accepted == 5)
    }

    @Test("all or nothing adds nothing when one row is wrong", arguments: StoreKind.allCases)
    func allOrNothing(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        let report = desk.load(Self.file, mode: .allOrNothing)
        #expect((report.accepted, report.refused) == (0, 1))
        #expect(try desk.numbers().isEmpty && desk.events().count == 1)
        let good = Self.file.replacing("12;;;;\n", with: "")
        #expect(desk.load(good, mode: .allOrNothing).accepted == 5)
        #expect(try desk.events().count == 2)
    }

    @Test(
        "numbers that could never be called are refused with the reason",
        arguments: [
            (#"{"phone": "79215554455"}"#, "zoneMissing"),
            (#"{"phone": "79215554455", "gmtZone": "UTC", "finishDateTime": "2026-11-23T09:00:00Z"}"#, "finishInPast"),
            (
                #"{"phone": "79215554455", "gmtZone": "UTC", "allowedTime": {"default": [{"localTimeFrom": "22:00", "localTimeTo": "23:00"}]}}"#,
                "neverAllowed"
            ),
            (
                #"{"phone": "79215554455", "gmtZone": "UTC", "allowedDays": ["sun"], "finishDateTime": "2026-11-24T09:00:00Z"}"#,
                "neverAllowed"
            ),
        ])
    func neverCalled(line: String, code: String) throws {
        let desk = try ImportDesk(.memory) { $0.zone = nil }
        let report = desk.load(line, format: .jsonLines)
        #expect(report.refusals.flatMap(\.faults).map(\.code) == [code])
        #expect(report.refusals.flatMap(\.faults).allSatisfy { $0.row == 1 && !$0.message.isEmpty && !$0.hint.isEmpty })
    }

    @Test("a campaign that is over or gone takes no numbers", arguments: [CampaignState.stopping, .finished, .deleted])
    func closed(_ state: CampaignState) throws {
        let desk = try ImportDesk(.memory) { $0.state = state }
        let report = desk.load(Self.file)
        #expect(report.accepted == 0 && report.stop?.row == 2 && report.stop?.error.kind == .conflict)
        #expect(try desk.numbers().isEmpty)
    }

    @Test("two imports of one file at once add each number once", arguments: StoreKind.allCases)
    func atOnce(_ kind: StoreKind) async throws {
        let desk = try ImportDesk(kind)
        let path = desk.folder.store
        let text = (0..<300).map { "7921555\(1000 + $0);Client \($0)" }.joined(separator: "\n")
        let stores: [any CampaignStore] =
            kind == .sqlite
            ? [desk.store, try SQLiteCampaignStore(path: path, mode: .readWrite)] : [desk.store, desk.store]
        let reports = await withTaskGroup(of: ImportReport.self) { group in
            for (index, store) in stores.enumerated() {
                group.addTask { ImportDesk.load(store, text, batch: 20 + index, seed: UInt64(index + 1)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(reports.map(\.accepted).reduce(0, +) == 300)
        #expect(reports.map(\.duplicates).reduce(0, +) == 300)
        #expect(try desk.numbers().map(\.seq) == Array(1...300))
        try desk.expectLogTellsNumbers()
    }

    @Test("a full store keeps the batches before, says from which row on nothing was kept, and goes on later")
    func full() throws {
        let desk = try ImportDesk(.memory)
        let failing = FailingStore(desk.store, after: 2)
        let report = ImportDesk.load(failing, Self.file)
        #expect(report.accepted == 3)
        #expect(report.stop?.row == 6 && report.stop?.error.kind == .full)
        #expect(try desk.numbers().count == 3)
        let rest = desk.load(Self.file, seed: 2)
        #expect((rest.accepted, rest.duplicates, rest.stop) == (2, 4, nil))
        try desk.expectLogTellsNumbers()
    }

    @Test(
        "a phone on the do-not-call list is kept and never called, the next phone of the person is planned",
        arguments: StoreKind.allCases)
    func suppressed(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        var list = SuppressionList(desk.store, book: ScheduleBook(), identifiers: SeededBits(seed: 9))
        let entry = SuppressionDraft(phone: try ImportedPhone("79215554460"))
        _ = list.add([.draft(entry)], .init(reason: "asked", source: "caller"), at: ImportDesk.now)
        let report = desk.load(Self.file)
        #expect((report.accepted, report.suppressed) == (5, 1))
        let numbers = try desk.numbers().suffix(2)
        #expect(numbers.map(\.state) == [.suppressed, .planned])
        #expect(numbers.first?.reason == "suppressed: asked (caller, 2026-11-23T09:00:00Z)")
    }

    @Test("a phone that is added to a known person later waits for the ones before", arguments: StoreKind.allCases)
    func laterPhone(_ kind: StoreKind) throws {
        let desk = try ImportDesk(kind)
        desk.load(Self.file)
        desk.load("phone;contact\n79215554462;person\n", seed: 2)
        let last = try #require(try desk.numbers().last)
        #expect(last.placeInContact == 2 && last.state == .waiting)
    }

    @Test("the same note about many rows is one, with the first of them")
    func notes() throws {
        let report = try ImportDesk(.memory).load("phone;zone\n79215554455;-05:00\n79215554456;-05:00\n")
        #expect(report.notes.map(\.rows) == [2] && report.notes.map(\.firstRow) == [2])
    }
}

/// A store whose disk is full after some transactions.
private final class FailingStore: CampaignStore, @unchecked Sendable {
    private let store: any CampaignStore
    private var left: Int

    init(_ store: any CampaignStore, after count: Int) { (self.store, left) = (store, count) }

    func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        left -= 1
        guard left >= 0 else {
            return try store.transaction { transaction throws(StoreError) in
                _ = try body(transaction)
                throw StoreError(.full, "There is no room left.")
            }
        }
        return try store.transaction(body)
    }

    func read<Result>(_ body: (any CampaignReading) throws(StoreError) -> Result) throws(StoreError) -> Result {
        try store.read(body)
    }
}
