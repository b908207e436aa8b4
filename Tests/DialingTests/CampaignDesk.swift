import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import SQLiteStorage
import Testing

/// A campaign with simulated callees, dialed on a clock that jumps.
final class CampaignDesk {
    let store: any CampaignStore
    let clock: JumpingClock
    let line: SimulatedLine
    let campaignId = "campaign-1"
    private let folder: URL
    private(set) var news: [DialNews] = []

    static let start = Date(iso: "2026-11-23T09:00:00Z")!

    init(
        sqlite: Bool = false, answers: [CallAnswers.Weight] = [.init(.answered, [50]), .init(.noAnswer, [50])],
        seed: UInt64 = 1, at start: Date = CampaignDesk.start, _ settings: (inout Campaign) -> Void = { _ in }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store =
            sqlite
            ? try SQLiteCampaignStore(path: folder.path + "/ringback.db", mode: .readWrite) : MemoryCampaignStore()
        clock = JumpingClock(start)
        line = try SimulatedLine(
            path: folder.path + "/line.jsonl", answers: CallAnswers(seed: seed, weights: answers), clock: clock)
        var campaign = Campaign(
            id: campaignId, name: "test", state: .running,
            defaultPolicy: CallPolicy(retryIntervalInMinutes: 30, maxAttempts: 3), zone: "UTC", profile: .none,
            createdAt: start)
        settings(&campaign)
        let made = campaign
        try store.transaction { transaction throws(StoreError) in
            try transaction.save(
                .campaign(made), because: .init(.campaignCreated, at: start, actor: "test", campaignId: made.id))
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Adds numbers, planned from now on.
    func add(_ phones: [String], _ change: (inout CampaignNumber) -> Void = { _ in }) throws {
        let now = clock.now
        try store.transaction { transaction throws(StoreError) in
            guard let campaign = try transaction.campaign(id: campaignId) else { return }
            let planning = NumberPlanning(campaign, book: ScheduleBook(), at: now)
            var seq = try transaction.lastNumberSeq(ofCampaign: campaignId)
            var records: [CampaignRecord] = []
            for phone in phones {
                seq += 1
                var number = CampaignNumber(
                    id: "number-\(seq)", campaignId: campaignId, seq: seq, phone: phone, reason: "added", addedAt: now)
                change(&number)
                try planning.planFirst(&number)
                records.append(.number(number))
            }
            let cause = CampaignEventCause(.numbersImported, at: now, actor: "test", campaignId: campaignId)
            try transaction.save([RecordChange(records, because: cause)])
        }
    }

    func dialer(_ owner: DialerName = .own, talk: (any CallTalk)? = nil, seed: UInt64 = 1) -> Dialer {
        Dialer(
            store: store, line: line, clock: clock, talk: talk, owner: owner,
            settings: DialSettings(identifiers: SplitMix(seed: seed))
        ) { self.news.append($0) }
    }

    /// As when a later version of the zone data drops a name.
    func lose(zoneOf id: String) throws {
        let now = clock.now
        try store.transaction { transaction throws(StoreError) in
            guard var number = try transaction.number(id: id) else { return }
            number.zone = "Mars/Olympus"
            let cause = CampaignEventCause(.numberChanged, at: now, actor: "test", campaignId: campaignId)
            try transaction.save(.number(number), because: cause)
        }
    }

    func numbers() throws -> [CampaignNumber] {
        try store.read { reading throws(StoreError) in try reading.numbers(ofCampaign: campaignId) }
    }

    func attempts() throws -> [Attempt] {
        let ids = try numbers().map(\.id)
        return try store.read { reading throws(StoreError) in try reading.attempts(ofNumbers: ids) }
    }

    func campaign() throws -> Campaign {
        try #require(try store.read { reading throws(StoreError) in try reading.campaign(id: campaignId) })
    }

    /// The rows that playing the log gives, beside the rows that the store has.
    func checkLog() throws {
        let events = try store.read { reading throws(StoreError) in try reading.events(ofCampaign: campaignId, from: 1)
        }
        #expect(events.map(\.seq) == Array(1...events.count))
        let replayed = CampaignEvent.replay(events)
        for number in try numbers() { #expect(replayed[number.id] == .number(number)) }
        for attempt in try attempts() { #expect(replayed[attempt.id] == CampaignRecord.attempt(attempt).inLog) }
        #expect(replayed[campaignId] == .campaign(try campaign()))
    }
}
