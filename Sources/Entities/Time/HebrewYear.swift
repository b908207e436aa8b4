/// The Hebrew calendar, by its published arithmetic: the year begins with the mean new moon of Tishri, put off by four rules.
struct HebrewYear {
    private let newYear: Int
    private let next: Int

    init(_ year: Int) {
        newYear = Self.newYear(year)
        next = Self.newYear(year + 1)
    }

    /// The number of the day. Months count from Nisan; what follows the new year, from Tishri (7) on, comes first.
    func day(month: Int, _ day: Int) -> Int { first(of: month) + day - 1 }

    private var length: Int { next - newYear }

    private func first(of month: Int) -> Int {
        switch month {
        case 7: newYear
        case 8: newYear + 30
        case 9: newYear + 59 + (length % 10 == 5 ? 1 : 0)
        // From the last Adar to Elul all years are alike; before it a leap year has a month of 30 days more.
        case 10: first(of: 11) - 29
        case 11: first(of: 12) - (length > 380 ? 60 : 30)
        case 12: next - 206
        default: next - 177 + (month - 1) * 59 / 2 + (month % 2 == 0 ? 1 : 0)
        }
    }

    /// The number of the day on which a year begins.
    private static func newYear(_ year: Int) -> Int {
        let (present, before, after) = (elapsed(year), elapsed(year - 1), elapsed(year + 1))
        let late = after - present == 356 ? 2 : present - before == 382 ? 1 : 0
        // Day 0 of the count is 3761 before our era.
        return present + late - 2_092_590
    }

    /// Days until the mean new moon of Tishri, which is never a Sunday, Wednesday or Friday.
    private static func elapsed(_ year: Int) -> Int {
        let months = Wall.floorDivide(235 * year - 234, 19)
        let parts = 12_084 + 13_753 * months
        let day = 29 * months + Wall.floorDivide(parts, 25_920)
        return Wall.positive(3 * (day + 1), 7) < 3 ? day + 1 : day
    }
}

/// The Islamic calendar: as Mecca reckons it while our table reaches, else by the arithmetic of a cycle of 30 years.
enum IslamicYear {
    /// Those of which a part may lie in a year of ours.
    static func years(around year: Int) -> ClosedRange<Int> {
        let middle = Wall.floorDivide((year - 622) * 33, 32)
        return (middle - 1)...(middle + 2)
    }

    static func day(year: Int, month: Int, day: Int) -> Int {
        if let listed = LunarYears.islamic.day(year: year, month: month, day: day) { return listed }
        // Of 30 years 11 have a day more; the count begins on 16 July 622 of the Julian calendar.
        let before = 354 * (year - 1) + Wall.floorDivide(3 + 11 * year, 30)
        return before + 29 * (month - 1) + month / 2 + day - 1 - 492_148
    }
}
