import CampaignModel
import CivilTime
import FoundationEssentials

extension Forecast {
    /// One line of JSON; moments of hours stand on the clock of the campaign's zone.
    package var jsonText: String {
        PolicyValue.object([
            .init("campaign", .string(campaign)), .init("zone", .string(zone.name)), .init("seed", .string("\(seed)")),
            .init("start", .date(start)), .init("finishedAt", finishedAt.map { .date($0) } ?? .null),
            .init("horizon", .date(horizon)), .init("calls", number(calls)), .init("outcomes", value(of: outcomes)),
            .init("lines", linesValue), .init("numbers", number(numbers)), .init("neverCalled", number(neverCalled)),
            .init("fates", .array(fates.map(value))), .init("law", lawValue), .init("hours", .array(hours.map(value))),
        ]).jsonText
    }

    private var linesValue: PolicyValue {
        .object([
            .init("limit", number(lines.limit)), .init("peak", number(lines.peak)),
            .init("mean", hundredths(lines.mean)),
        ])
    }

    private var lawValue: PolicyValue {
        .object([
            .init("profile", .string(law.profile)), .init("hoursGiven", hundredths(law.hoursGiven)),
            .init("hoursTaken", hundredths(law.hoursTaken)), .init("blockedNumbers", number(law.blockedNumbers)),
        ])
    }

    private func value(_ fate: Fate) -> PolicyValue {
        .object([
            .init("state", .string(fate.state.rawValue)), .init("reason", .string(fate.reason)),
            .init("numbers", number(fate.numbers)), .init("neverCalled", number(fate.neverCalled)),
        ])
    }

    private func value(_ hour: Hour) -> PolicyValue {
        .object([
            .init("from", .string(hour.from.isoText(in: zone))), .init("calls", number(hour.count)),
            .init("outcomes", value(of: hour.calls)),
        ])
    }

    private func value(of outcomes: [AttemptOutcome: Int]) -> PolicyValue {
        .object(
            AttemptOutcome.allCases.compactMap { outcome in
                outcomes[outcome].map { PolicyValue.Member(outcome.rawValue, number($0)) }
            })
    }

    private func number(_ count: Int) -> PolicyValue { .number(Double(count)) }

    private func hundredths(_ figure: Double) -> PolicyValue { .number((figure * 100).rounded() / 100) }
}
