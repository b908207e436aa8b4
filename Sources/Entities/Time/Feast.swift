import CivilTime

/// A day, or some days, that a calendar of its own moves through the year.
struct Feast: Sendable, Hashable {
    enum Calendar: Sendable, Hashable {
        /// Days after Easter Sunday of the western churches, and of the eastern ones.
        case easter, orthodoxEaster
        /// A month and a day of it. Hebrew months count from Nisan, the last one is the Adar before the next Nisan; the Parsi year has no leap day.
        case hebrew(month: Int), islamic(month: Int), chinese(month: Int), parsi(month: Int)
        /// Days after those of a table in `FeastDates`.
        case table(String)
        /// Days after those that were told one by one.
        case days([Int])
    }

    let calendar: Calendar
    /// Days after the calendar's own day; of a calendar with months the day of the month.
    let day: Int
    /// How many days it lasts.
    var length = 1
    /// Days by which it is moved: a Jewish feast begins on the evening before.
    var shift = 0

    /// Those that start in that year.
    func spans(in year: Int) -> [Span] {
        starts(around: year).map { $0 + shift }.filter { CivilDay(number: $0).date.year == year }.map { number in
            let start = number * 86_400
            return Span(start: start, end: start + length * 86_400, grain: .day, isInterval: length > 1)
        }
    }

    /// Whether there are none after that year, or before it.
    func isOver(after year: Int) -> Bool {
        list.map { $0.last.map { CivilDay(number: $0 + 366).date.year < year } ?? true } ?? false
    }
    func isOver(before year: Int) -> Bool {
        list.map { $0.first.map { CivilDay(number: $0 - 366).date.year > year } ?? true } ?? false
    }

    private var list: [Int]? {
        switch calendar {
        case .table(let name): FeastDates.days[name]
        case .days(let days): days
        default: nil
        }
    }

    private func starts(around year: Int) -> [Int] {
        switch calendar {
        case .easter: [Self.easter(in: year) + day]
        case .orthodoxEaster: [Self.orthodoxEaster(in: year) + day]
        case .hebrew(let month): (3759...3762).map { HebrewYear(year + $0).day(month: month, day) }
        case .islamic(let month):
            IslamicYear.years(around: year).map { IslamicYear.day(year: $0, month: month, day: day) }
        case .chinese(let month):
            [year - 1, year].compactMap { LunarYears.chinese.day(year: $0, month: month, day: day) }
        case .parsi(let month): Self.parsi(month: month, day: day, around: year)
        case .table, .days: near(year, list ?? []).map { $0 + day }
        }
    }

    private func near(_ year: Int, _ days: [Int]) -> ArraySlice<Int> {
        let first = Wall.day(of: Wall.seconds(year: year, month: 1, day: 1))
        let begin = days.firstIndex { $0 >= first - 40 } ?? days.endIndex
        return days[begin...].prefix { $0 < first + 406 }
    }

    /// Each year has 365 days: months of 30, and five days at the end. The year began on 17 August 2018.
    private static func parsi(month: Int, day: Int, around year: Int) -> [Int] {
        let offset = (month - 1) * 30 + day - 1
        let first = Wall.day(of: Wall.seconds(year: 2018, month: 8, day: 17)) + offset
        let middle = Wall.day(of: Wall.seconds(year: year, month: 1, day: 1))
        let count = Wall.floorDivide(middle - first, 365)
        return [count, count + 1].map { first + $0 * 365 }
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
