import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import SQLiteStorage
import Testing

#if Postgres
    import PostgresStorage
#endif

/// The stores that every test of the suite runs on.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case memory, sqlite
    #if Postgres
        case postgres
    #endif

    var testDescription: String { rawValue }
}

/// A folder that is gone after the test.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        try? FileManager.default.removeItem(atPath: path)
    }

    var store: String { path + "/ringback.db" }
}

/// A fresh store of a kind and the calls of one number in it.
struct Desk: Sendable {
    let folder: Folder
    let store: any CampaignStore
    static let phone = "+16500000000"
    static let start = moment("2026-11-23T09:00:00Z")

    init(store: any CampaignStore) throws {
        (folder, self.store) = (try Folder(), store)
    }

    init(_ kind: StoreKind) throws {
        folder = try Folder()
        switch kind {
        case .memory: store = MemoryCampaignStore()
        case .sqlite: store = try SQLiteCampaignStore(path: folder.store, mode: .readWrite)
        #if Postgres
            case .postgres:
                store = try PostgresCampaignStore(
                    url: try PostgresServer.shared.get().freshSchema(), mode: .readWrite)
        #endif
        }
    }

    func call(
        at now: Date = Desk.start, number: String = Desk.phone, bot: String = "callback", planned: String? = nil,
        seed: UInt64 = 1
    ) throws -> CallLedger {
        try Desk.call(store, at: now, number: number, bot: bot, planned: planned, seed: seed)
    }

    static func call(
        _ store: any CampaignStore, at now: Date = Desk.start, number: String = Desk.phone,
        bot: String = "callback", planned: String? = nil, seed: UInt64 = 1
    ) throws -> CallLedger {
        try CallLedger(
            store: store, campaign: "console", number: number, bot: bot, zone: "UTC", payload: "{}", at: now,
            plannedAttempt: planned, identifiers: SeededBits(seed: seed &+ UInt64(now.microseconds)))
    }

    /// Makes the campaign before its first call, with another policy than the console's.
    func makeCampaign(_ change: (inout Campaign) -> Void) throws {
        var campaign = Campaign.console(id: "campaign-1", name: "console", createdAt: Desk.start)
        change(&campaign)
        let made = campaign
        try store.transaction { transaction throws(StoreError) in
            try transaction.save(
                .campaign(made), because: .init(.campaignCreated, at: Desk.start, actor: "test", campaignId: made.id))
        }
    }

    // MARK: What the store holds

    func number() throws -> CampaignNumber {
        try #require(
            try store.read { reading throws(StoreError) in
                guard let campaign = try reading.campaign(named: "console") else { return nil }
                return try reading.number(phone: Desk.phone, ofCampaign: campaign.id)
            })
    }

    func series() throws -> [Series] {
        let id = try number().id
        return try store.read { reading throws(StoreError) in try reading.series(ofNumber: id) }
    }

    func attempts() throws -> [Attempt] {
        let id = try number().id
        return try store.read { reading throws(StoreError) in try reading.attempts(ofNumber: id) }
    }

    func events() throws -> [CampaignEvent] {
        let id = try number().campaignId
        return try store.read { reading throws(StoreError) in try reading.events(ofCampaign: id, from: 1) }
    }
}

func moment(_ text: String) -> Date { Date(iso: text)! }

/// The vendor page's redial: in an hour, for a quarter of an hour, twice, five minutes apart.
func anHourLater(than now: Date, attempts: Int? = 2) -> RedialRequest {
    RedialRequest(
        policy: CallPolicy(
            start: now.addingTimeInterval(3600), finish: now.addingTimeInterval(4500), retryIntervalInMinutes: 5,
            maxAttempts: attempts))
}

func turn(_ redial: RedialRequest? = nil, words: String = "{}", client: String = "{}") -> TurnToKeep {
    TurnToKeep(conversation: words, client: client, redial: redial)
}

/// The same bits every time (SplitMix64).
struct SeededBits: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }
}

extension RedialOutcome {
    var attempts: [Date] {
        if case .scheduled(_, _, let attempts, _) = self { attempts } else { [] }
    }

    var quota: Int? {
        if case .scheduled(_, let quota, _, _) = self { quota } else { nil }
    }

    var notes: [String] {
        if case .scheduled(_, _, _, let notes) = self { notes } else { [] }
    }

    var refusal: String? {
        if case .refused(let reason) = self { reason } else { nil }
    }
}
