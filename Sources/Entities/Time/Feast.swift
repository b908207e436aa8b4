import CivilTime

/// A day, or some days, that a calendar of its own moves through the year.
struct Feast: Sendable, Hashable {
    enum Calendar: String, Sendable, CaseIterable {
        /// Days after Easter Sunday of the western churches, and of the eastern ones.
        case easter, orthodoxEaster
    }

    let calendar: Calendar
    /// Days after the calendar's own day.
    let day: Int
    /// How many days it lasts.
    let length: Int

    /// Those that start in that year.
    func spans(in year: Int) -> [Span] {
        let number =
            switch calendar {
            case .easter: Self.easter(in: year)
            case .orthodoxEaster: Self.orthodoxEaster(in: year)
            }
        let start = (number + day) * 86_400
        return [Span(start: start, end: start + length * 86_400, grain: .day, isInterval: length > 1)]
    }

    /// The number of the day, by the computus of the Gregorian calendar.
    private static func easter(in year: Int) -> Int {
        let (golden, century) = (Wall.positive(year, 19), Wall.floorDivide(year, 100))
        let moved = Wall.positive(
            century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15, 30)
        let moon = moved - moved / 28 * (1 - moved / 28 * (29 / (moved + 1)) * ((21 - golden) / 11))
        let weekday = Wall.positive(year + year / 4 + moon + 2 - century + century / 4, 7)
        let days = moon - weekday
        let month = 3 + (days + 40) / 44
        return Wall.day(of: Wall.seconds(year: year, month: month, day: days + 28 - 31 * (month / 4)))
    }

    /// By the Julian calendar, told in the Gregorian one.
    private static func orthodoxEaster(in year: Int) -> Int {
        let moon = Wall.positive(19 * Wall.positive(year, 19) + 15, 30)
        let weekday = Wall.positive(2 * Wall.positive(year, 4) + 4 * Wall.positive(year, 7) - moon + 34, 7)
        let sum = moon + weekday + 114
        let julian = Wall.seconds(year: year, month: sum / 31, day: sum % 31 + 1)
        let shift = Wall.floorDivide(year, 100) - Wall.floorDivide(year, 400) - 2
        return Wall.day(of: julian) + shift
    }
}
