import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation

/// How long the forecast of a week of dialing takes: made-up numbers in four zones, weekdays from 10 to 19 o'clock on the callee's clock,
/// three attempts two hours apart, as many lines as a week needs.
func benchSimulation(numbers count: Int, chart: String? = nil) throws {
    let store = MemoryCampaignStore(keepsLog: false)
    let start = Date(timeIntervalSince1970: 1_795_417_200)
    let filling = try seconds { try fill(store, count, at: start) }
    print("\(count) numbers planned in \(rounded(filling)) s")
    var forecast: Forecast?
    var clock = 0.0
    let spent = try processorSeconds {
        clock = try seconds { forecast = try Simulation.run(campaign: "week", in: store, Simulation(at: start)) }
    }
    guard let forecast else { return }
    forecast.table.forEach { print($0) }
    print("")
    print(
        "simulated in \(rounded(spent)) s of the processor, \(rounded(clock)) s by the clock: \(Int(Double(forecast.calls) / spent)) calls/s"
    )
    showBar("a week of 100,000 numbers in less than 30 s", spent * 100_000 / Double(count) < 30)
    if let chart { try Data(ForecastChart(forecast).svg.utf8).write(to: URL(fileURLWithPath: chart)) }
}

private func fill(_ store: MemoryCampaignStore, _ count: Int, at start: Date) throws {
    var campaign = Campaign(
        id: "campaign", name: "week", state: .running,
        defaultPolicy: CallPolicy(
            allowedDays: [.mon, .tue, .wed, .thu, .fri],
            allowedTime: AllowedTime(byDefault: [DayInterval(from: 10 * 60, to: 19 * 60)]),
            retryIntervalInMinutes: 120, maxAttempts: 3),
        zone: "Europe/Moscow", createdAt: start)
    campaign.pacing.lines = max(1, count / 2900)
    let planning = NumberPlanning(campaign, book: ScheduleBook(), at: start)
    let zones = ["Europe/Moscow", "Europe/Kaliningrad", "Asia/Yekaterinburg", "Asia/Novosibirsk"]
    try store.transaction { transaction throws(StoreError) in
        try transaction.put([.campaign(campaign)])
        for seq in 1...count {
            var number = CampaignNumber(
                id: "number-\(seq)", campaignId: "campaign", seq: seq, phone: "+7900\(1_000_000 + seq)",
                zone: zones[seq % zones.count], reason: "added", addedAt: start)
            try planning.planFirst(&number)
            try transaction.put([.number(number)])
        }
    }
}
