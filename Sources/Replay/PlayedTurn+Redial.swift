import CampaignModel
import CivilTime
import Conversations
import FoundationEssentials

/// Redials and other directives of a turn, compared and in words.
extension PlayedTurn {
    /// One redial, the moment of its turn, and why it was not accepted.
    private struct Redial {
        let policy: CallPolicy
        let refusal: String?
        let at: Date
    }

    private var redials: [Redial] {
        happenings.compactMap { moment in
            guard case .redial(let request, let refusal) = moment.happening else { return nil }
            return Redial(policy: request.policy, refusal: refusal, at: moment.at)
        }
    }

    func checkRedial(_ expected: ExpectedRedial, in zone: Zone, _ step: TalkStep) throws(Mismatch) {
        let redials = redials
        let named = expected.fields.map { $0.text(zone) }
        let wanted = redialText(named)
        guard let redial = redials.first(where: { $0.refusal == nil }) else {
            let actual = redials.first?.refusal.map { "redial refused: \($0)" } ?? "no redial"
            throw mismatch(step, wanted, actual)
        }
        let actual = expected.fields.map { $0.text(in: redial.policy, at: redial.at, zone) }
        let isRight = zip(expected.fields, zip(named, actual)).allSatisfy { field, texts in
            field.agrees(with: redial.policy, at: redial.at, zone) ?? (texts.0 == texts.1)
        }
        guard isRight else { throw mismatch(step, wanted, redialText(actual)) }
    }

    func checkRefusedRedial(_ step: TalkStep) throws(Mismatch) {
        guard !redials.contains(where: { $0.refusal != nil }) else { return }
        throw mismatch(step, "! redial refused", redials.isEmpty ? "no redial" : "an accepted redial")
    }

    private func redialText(_ fields: [String]) -> String { (["! redial"] + fields).joined(separator: " ") }

    /// What the script asked of its channel, in words; a redial that was not accepted changes nothing and is not one.
    func directives(in zone: Zone) -> [String] {
        happenings.compactMap { moment in
            switch moment.happening {
            case .hangUp(.bot): "! hangUp"
            case .redial(let request, nil):
                redialText(ExpectedRedial.Field.all(of: request.policy, at: moment.at, zone))
            case .directive(let name, let arguments): "\(name) \(arguments)"
            default: nil
            }
        }
    }
}

extension ExpectedRedial.Field {
    /// The field as the talk has it.
    fileprivate func text(_ zone: Zone) -> String {
        switch self {
        case .start(let moment): "start \(moment.text)"
        case .finish(let moment): "finish \(moment.text)"
        case .attempts(let count): "attempts \(count)"
        case .every(let minutes): "every \(minutes)m"
        case .days(let days): "days \(Self.text(of: days))"
        case .time(let day, let intervals): "time \(Self.text(of: day, intervals))"
        case .priority(let priority): "priority \(priority)"
        }
    }

    /// The same field of what came, written in the same way, so that the two can be compared by eye.
    fileprivate func text(in policy: CallPolicy, at now: Date, _ zone: Zone) -> String {
        switch self {
        case .start(let moment): "start \(moment.text(of: policy.start, at: now, zone))"
        case .finish(let moment): "finish \(moment.text(of: policy.finish, at: now, zone))"
        case .attempts: "attempts \(policy.maxAttempts.map(String.init) ?? "–")"
        case .every: "every \(policy.retryIntervalInMinutes.map { "\($0)m" } ?? "–")"
        case .days: "days \(policy.allowedDays.map(Self.text) ?? "–")"
        case .time(let day, _): "time \(Self.text(of: day, policy.intervals(of: day)))"
        case .priority: "priority \(policy.dialerPriority.map(String.init) ?? "–")"
        }
    }

    /// Whether a moment is the expected one; `nil` for a field that is compared by its text.
    fileprivate func agrees(with policy: CallPolicy, at now: Date, _ zone: Zone) -> Bool? {
        switch self {
        case .start(let moment): moment.agrees(with: policy.start, at: now, zone)
        case .finish(let moment): moment.agrees(with: policy.finish, at: now, zone)
        default: nil
        }
    }

    /// Every field that is given.
    fileprivate static func all(of policy: CallPolicy, at now: Date, _ zone: Zone) -> [String] {
        var fields: [Self] = []
        if policy.start != nil { fields.append(.start(.after(0))) }
        if policy.finish != nil { fields.append(.finish(.after(0))) }
        if policy.maxAttempts != nil { fields.append(.attempts(0)) }
        if policy.retryIntervalInMinutes != nil { fields.append(.every(0)) }
        if policy.allowedDays != nil { fields.append(.days([])) }
        if policy.allowedTime?.byDefault != nil { fields.append(.time(nil, [])) }
        fields += Weekday.allCases.filter { policy.allowedTime?.byDay[$0] != nil }.map { .time($0, []) }
        if policy.dialerPriority != nil { fields.append(.priority(0)) }
        return fields.map { $0.text(in: policy, at: now, zone) }
    }

    private static func text(of days: Set<Weekday>) -> String {
        Weekday.allCases.filter(days.contains).map(\.rawValue).joined(separator: ",")
    }

    private static func text(of day: Weekday?, _ intervals: [DayInterval]?) -> String {
        let times = intervals.map {
            $0.map { "\(ClockTime.text(of: $0.from))-\(ClockTime.text(of: $0.to))" }.joined(separator: ",")
        }
        return (day.map { "\($0.rawValue) " } ?? "") + (times ?? "–")
    }
}

extension CallPolicy {
    /// The intervals given for one day by name, or for all other days.
    fileprivate func intervals(of day: Weekday?) -> [DayInterval]? {
        day.map { allowedTime?.byDay[$0] } ?? allowedTime?.byDefault
    }
}

extension ExpectedMoment {
    fileprivate var text: String {
        switch self {
        case .after(let seconds): Self.distance(seconds)
        case .clock(let minutes): ClockTime.text(of: minutes)
        case .instant(let text): text
        }
    }

    fileprivate func text(of moment: Date?, at now: Date, _ zone: Zone) -> String {
        guard let moment else { return "–" }
        switch self {
        case .after:
            return Self.distance(moment.timeIntervalSince(now).rounded())
        case .clock, .instant: return moment.isoText(in: zone)
        }
    }

    private static func distance(_ seconds: TimeInterval) -> String {
        (seconds < 0 ? "-" : "+") + TimeLength.text(of: abs(seconds))
    }

    /// To the second: scripts reckon in milliseconds, talks do not.
    fileprivate func agrees(with moment: Date?, at now: Date, _ zone: Zone) -> Bool {
        guard let moment, let wanted = date(at: now, zone) else { return false }
        return abs(moment.timeIntervalSince(wanted)) < 1
    }

    private func date(at now: Date, _ zone: Zone) -> Date? {
        switch self {
        case .after(let seconds): return now.addingTimeInterval(seconds)
        case .instant(let text): return Date(iso: text, zone: zone)
        case .clock(let minutes):
            let today = zone.localTime(at: now).civilDay
            let candidates = [today, CivilDay(number: today.number + 1)].map { day in
                zone.instant(of: CivilDateTime(wallSeconds: day.number * 86_400 + minutes * 60))
            }
            return candidates.first { $0 >= now } ?? candidates[1]
        }
    }
}
