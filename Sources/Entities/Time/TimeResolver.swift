import CivilTime
import FoundationEssentials

/// Holds an expression against the clock: which of its spans are still to come.
struct TimeResolver {
    let zone: Zone
    /// What the caller's wall shows, in seconds.
    let now: Int
    /// The same moment in Greenwich.
    let instant: Int
    /// Seconds east of Greenwich, now.
    let offsetNow: Int
    let series: TimeSeries
    private static let mostValues = 3

    init(_ moment: EntityMoment) {
        zone = moment.zone
        series = TimeSeries(zone: zone)
        instant = moment.now
        offsetNow = moment.zone.offset(at: Date(epochSecond: moment.now))
        now = moment.now + offsetNow
    }

    /// `nil` when there is no such time: the 30th of February.
    func value(of expression: TimeExpression) -> TimeValue? {
        let spans = spans(of: expression)
        guard let first = spans.first else { return nil }
        let values = spans.map { reading(of: $0, as: expression) }
        return TimeValue(best: reading(of: first, as: expression), values: values, holiday: expression.holiday)
    }

    /// The one that is meant, when one has to be chosen.
    func best(of expression: TimeExpression) -> Span? { spans(of: expression).first }

    /// From so many whole hours, minutes or seconds after the present one until so many, counted as they pass.
    func passing(from first: Int, to last: Int, _ grain: Grain) -> Span {
        let present = instant - Wall.positive(now, grain.seconds)
        return .between(
            present + first * grain.seconds, present + last * grain.seconds, on: zone, grain, isInterval: false)
    }

    /// Those to come, at most three; else the last one that is over.
    private func spans(of expression: TimeExpression) -> [Span] {
        var found: [Span] = []
        if let present = series.around(expression, now), !(expression.isComing && !present.isInterval) {
            found.append(present)
        }
        var from = now + 1
        while found.count < Self.mostValues, let next = series.next(expression, from: from) {
            found.append(next)
            from = next.start + 1
        }
        if found.isEmpty, let last = series.previous(expression, before: now + 1) {
            // "Yesterday at five" is the first five of that day, though the second is nearer.
            found.append(series.first(of: expression, besides: last))
        }
        return found
    }

    private func reading(of span: Span, as expression: TimeExpression) -> TimeReading {
        switch expression.kind {
        case .after: return .interval(from: moment(span.start, span.offset, span.grain), to: nil)
        case .before: return .interval(from: nil, to: moment(span.start, span.offset, span.grain))
        default:
            let start = moment(span.start, span.offset, span.grain)
            return span.isInterval
                ? .interval(from: start, to: moment(span.end, span.endOffset, span.grain)) : .moment(start)
        }
    }

    /// A time that the wall skips is the moment at which it does.
    private func moment(_ wall: Int, _ offset: Int?, _ grain: Grain) -> TimeReading.Moment {
        let moment = Date(epochSecond: offset.map { wall - $0 } ?? comingMoment(ofWall: wall))
        return TimeReading.Moment(local: zone.localTime(at: moment), offset: zone.offset(at: moment), grain: grain)
    }

    /// Of a time that the wall shows twice the first one, but when that is over and the second is not.
    private func comingMoment(ofWall wall: Int) -> Int {
        let first = zone.moment(ofWall: wall)
        return wall >= now && first < instant ? wall - offsetNow : first
    }
}
