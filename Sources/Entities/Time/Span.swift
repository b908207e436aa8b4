import CivilTime
import FoundationEssentials

/// A piece of the caller's wall clock: from `start` until just before `end`, in seconds after 1970-01-01 00:00 *on that wall*.
struct Span: Sendable, Hashable {
    var start: Int
    var end: Int
    /// How finely it was told.
    var grain: Grain
    /// Whether it was said as a from and a to, rather than as one moment, day or week.
    var isInterval = false
    /// Seconds east of Greenwich, where the wall alone does not tell which of two moments is meant.
    var offset: Int?
    /// The same of its end.
    var endOffset: Int?

    func contains(_ moment: Int) -> Bool { start <= moment && moment < end }

    /// From one moment to another, as a wall shows them.
    static func between(_ start: Int, _ end: Int, on zone: Zone, _ grain: Grain, isInterval: Bool) -> Span {
        let (first, last) = (zone.wall(at: start), zone.wall(at: end))
        return Span(
            start: first.shown, end: last.shown, grain: grain, isInterval: isInterval, offset: first.offset,
            endOffset: last.offset)
    }

    func moved(by seconds: Int) -> Span {
        Span(start: start + seconds, end: end + seconds, grain: grain, isInterval: isInterval)
    }
}

/// Arithmetic on the wall.
enum Wall {
    /// Where the piece of that grain begins that contains the moment.
    static func floor(_ moment: Int, to grain: Grain) -> Int {
        switch grain {
        case .second: return moment
        case .minute: return moment - positive(moment, 60)
        case .hour: return moment - positive(moment, 3600)
        case .day: return moment - positive(moment, 86_400)
        // 1970-01-01 was a Thursday; weeks begin on Monday.
        case .week: return moment - positive(moment + 3 * 86_400, 604_800)
        case .month, .quarter, .year:
            let date = CivilDay(number: day(of: moment)).date
            let month = grain == .year ? 1 : grain == .quarter ? (date.month - 1) / 3 * 3 + 1 : date.month
            return seconds(year: date.year, month: month, day: 1)
        }
    }

    /// What can be told with a year of four digits, and some centuries before.
    static let told = -200_000_000_000...253_402_300_799

    /// The moment that many grains later; the 31st moves to the last day of a shorter month. What lies too far for numbers lies beyond `told`.
    static func add(_ count: Int, _ grain: Grain, to moment: Int) -> Int {
        let bounded = max(-600_000_000_000, min(600_000_000_000, count))
        switch grain {
        case .second, .minute, .hour, .day, .week: return moment + bounded * grain.seconds
        case .month, .quarter, .year:
            let months = max(-300_000, min(300_000, count)) * (grain == .year ? 12 : grain == .quarter ? 3 : 1)
            let date = CivilDay(number: day(of: moment)).date
            let all = date.year * 12 + date.month - 1 + months
            let (year, month) = (floorDivide(all, 12), positive(all, 12) + 1)
            let last = CivilDay.length(ofMonth: month, year: year)
            return seconds(year: year, month: month, day: min(date.day, last)) + positive(moment, 86_400)
        }
    }

    static func day(of moment: Int) -> Int { floorDivide(moment, 86_400) }

    /// 1 is Monday.
    static func weekday(of day: Int) -> Int { positive(day + 3, 7) + 1 }

    static func seconds(year: Int, month: Int, day: Int) -> Int {
        CivilDateTime(year: year, month: month, day: day).wallSeconds
    }

    static func positive(_ number: Int, _ divisor: Int) -> Int {
        let rest = number % divisor
        return rest < 0 ? rest + divisor : rest
    }

    static func floorDivide(_ number: Int, _ divisor: Int) -> Int { (number - positive(number, divisor)) / divisor }
}

extension Zone {
    /// What the wall shows at a moment; the offset only where the wall alone would mean another one.
    func wall(at moment: Int) -> (shown: Int, offset: Int?) {
        let offset = offset(at: Date(epochSecond: moment))
        return (moment + offset, self.moment(ofWall: moment + offset) == moment ? nil : offset)
    }

    /// When the wall shows that; of two such moments the first.
    func moment(ofWall wall: Int) -> Int { instant(of: CivilDateTime(wallSeconds: wall)).epochSecond }
}
