import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation

/// What is dialed in a run: campaigns, numbers, lines, windows, drawn from the seed.
struct FaultSetting {
    var isSQLite = false
    var dialers = 2
    var campaigns = 1
    var numbers = 6
    var lines = 2
    var maxAttempts = 3
    var retryMinutes = 5
    /// The last hour of each day at which may be called.
    var closes = 18
    var finish: Date?
    /// Whether dialers of the first machine are known to be dead as soon as they are.
    var seesTheDead = true
    var start = FaultSetting.morning

    static let morning = Date(timeIntervalSince1970: 1_795_424_400)

    let answers: [CallAnswers.Weight] = [.init(.answered, [40]), .init(.noAnswer, [40]), .init(.busy, [20])]

    init() {}

    init(seed: UInt64, isSQLite: Bool) {
        var bits = SplitMix(seed: seed ^ 0xFA17)
        self.isSQLite = isSQLite
        dialers = bits.pick([1, 2, 2])
        campaigns = bits.pick([1, 1, 2])
        numbers = bits.pick([3, 6, 10])
        lines = bits.pick([1, 2, 4])
        maxAttempts = bits.pick([1, 2, 3])
        retryMinutes = bits.pick([1, 5, 20])
        seesTheDead = bits.unit() < 0.5
        start = Self.morning.addingTimeInterval(bits.pick([0, 0, 8.7 * 3600]))
        finish = bits.unit() < 0.2 ? start.addingTimeInterval(bits.pick([1200, 7200])) : nil
    }

    var summary: String {
        "\(isSQLite ? "SQLite, " : "")\(dialers) dialers, \(campaigns) campaigns, \(numbers) numbers, \(lines) lines, "
            + "\(maxAttempts) attempts, \(retryMinutes) min, finish \(finish?.isoText ?? "none"), dead seen: \(seesTheDead)"
    }

    var campaignIds: [String] { (1...campaigns).map { "campaign-\($0)" } }

    /// Whether calls may be begun at a moment; worked out on its own, in UTC.
    func allows(_ moment: Date) -> Bool {
        let second = Int(moment.timeIntervalSince1970.rounded(.down)) % 86_400
        return second >= 9 * 3600 && second < closes * 3600 && moment < finish ?? .distantFuture
    }

    func fill(_ store: any CampaignStore) throws {
        for id in campaignIds {
            try store.transaction { transaction throws(StoreError) in try fill(transaction, campaign: id) }
        }
    }

    private func fill(_ transaction: any CampaignTransaction, campaign id: String) throws(StoreError) {
        let policy = CallPolicy(
            finish: finish, allowedTime: AllowedTime(byDefault: [DayInterval(from: 540, to: closes * 60)]),
            retryIntervalInMinutes: retryMinutes, maxAttempts: maxAttempts)
        let campaign = Campaign(
            id: id, name: id, state: .running, defaultPolicy: policy, zone: "UTC", profile: .none,
            pacing: Pacing(lines: lines), createdAt: start)
        try transaction.save(
            .campaign(campaign), because: .init(.campaignCreated, at: start, actor: "test", campaignId: id))
        let planning = NumberPlanning(campaign, book: ScheduleBook(), at: start)
        var records: [CampaignRecord] = []
        // All campaigns call the same phones.
        for seq in 1...numbers {
            var number = CampaignNumber(
                id: "\(id)-\(seq)", campaignId: id, seq: seq, phone: "+1650000\(1000 + seq)", reason: "added",
                addedAt: start)
            try planning.planFirst(&number)
            records.append(.number(number))
        }
        let cause = CampaignEventCause(.numbersImported, at: start, actor: "test", campaignId: id)
        try transaction.save([RecordChange(records, because: cause)])
    }
}
