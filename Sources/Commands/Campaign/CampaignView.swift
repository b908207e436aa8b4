import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// A campaign as it is shown: read in one view of the store, so that the numbers and their sum agree.
struct CampaignView {
    private let campaign: Campaign
    private let states: [NumberState: Int]
    private let numbers: [CampaignNumber]
    private let attempts: [String: [Attempt]]
    private let openSeries: [String: [Series]]

    init(_ campaign: Campaign, in reading: any CampaignReading, withNumbers: Bool) throws(StoreError) {
        self.campaign = campaign
        states = try reading.numberStates(ofCampaign: campaign.id)
        numbers = withNumbers ? try reading.numbers(ofCampaign: campaign.id) : []
        attempts =
            withNumbers ? Dictionary(grouping: try reading.attempts(ofNumbers: numbers.map(\.id)), by: \.numberId) : [:]
        openSeries =
            withNumbers ? Dictionary(grouping: try reading.openSeries(ofCampaign: campaign.id), by: \.numberId) : [:]
    }

    // MARK: JSON (campaign-cli.md in the documentation fixes these fields)

    func jsonLines(numbers withNumbers: Bool) -> [String] {
        (withNumbers ? numbers.map { json($0).text } : []) + [summary.text]
    }

    private func json(_ number: CampaignNumber) -> JSONValue {
        .object([
            ("type", "number"), ("phone", .string(number.phone)), ("state", .string(number.state.rawValue)),
            ("reason", .string(number.reason)), ("attempts", .array((attempts[number.id] ?? []).map(Self.json))),
            ("series", .array((openSeries[number.id] ?? []).map(Self.json))),
        ])
    }

    private static func json(_ attempt: Attempt) -> JSONValue {
        .object([
            ("id", .string(attempt.id)), ("state", .string(attempt.state.rawValue)),
            ("outcome", .text(attempt.outcome?.rawValue)), ("committedAt", .string(attempt.committedAt.isoText)),
        ])
    }

    /// The series that is still open: what is planned for the number.
    private static func json(_ series: Series) -> JSONValue {
        .object([
            ("id", .string(series.id)), ("origin", .string(series.origin.rawValue)), ("quota", .integer(series.quota)),
            ("used", .integer(series.used)), ("attempts", .array(series.plannedMoments.map { .string($0.isoText) })),
        ])
    }

    private var summary: JSONValue {
        let counts = NumberState.allCases.compactMap { state in
            states[state].map { (state.rawValue, JSONValue.integer($0)) }
        }
        return .object([("type", "summary"), ("numbers", .integer(total)), ("states", .object(counts))])
    }

    private var total: Int { states.values.reduce(0, +) }

    // MARK: For people

    func textLines(numbers withNumbers: Bool, now: Date) -> [String] {
        let counts = NumberState.allCases.compactMap { state in states[state].map { "\($0) \(state.rawValue)" } }
        let head =
            "Campaign \(campaign.name), \(campaign.state.rawValue): \(total) \(total == 1 ? "number" : "numbers")"
        let sum = head + (counts.isEmpty ? "" : " (" + counts.joined(separator: ", ") + ")")
        guard withNumbers, !numbers.isEmpty else { return [sum] }
        let rows = numbers.map { number in
            [
                number.phone, number.state.rawValue, "\(number.attemptsTotal)", next(number, now: now), moments(number),
                number.reason + doubt(number, now: now),
            ]
        }
        let heading = ["phone", "state", "calls", "next call there", "planned (UTC)", "why"]
        return [sum, ""] + TextTable(heading: heading, rows: rows).lines
    }

    private func next(_ number: CampaignNumber, now: Date) -> String {
        guard let due = number.nextDueAt else { return "none" }
        let zone = (number.zone ?? campaign.zone).flatMap { try? Zone.named($0) } ?? .utc
        return ClockText.wall(due, in: zone) + (due <= now ? ", due" : "")
    }

    /// A program that was killed leaves its call open; the store cannot tell, but the clock can.
    private func doubt(_ number: CampaignNumber, now: Date) -> String {
        guard number.state == .inCall, let call = attempts[number.id]?.last(where: \.state.isLive),
            now.timeIntervalSince(call.committedAt) > Self.longestCall
        else { return "" }
        return "; its program seems to be gone, the next call to the number closes it"
    }

    /// Longer than any talk with a bot.
    private static let longestCall: TimeInterval = 4 * 3600

    private func moments(_ number: CampaignNumber) -> String {
        let moments = (openSeries[number.id] ?? []).flatMap(\.plannedMoments)
        return moments.isEmpty ? "" : moments.map(ClockText.utc).joined(separator: " ")
    }
}
