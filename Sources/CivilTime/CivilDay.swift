/// A day of the proleptic Gregorian calendar, counted from 1970-01-01.
package struct CivilDay: Sendable, Hashable, Comparable {
    /// 0 is 1970-01-01, -1 the day before.
    package var number: Int

    package init(number: Int) {
        self.number = number
    }

    /// The day of that date; a month outside 1-12 or a day outside the month is `nil`.
    package init?(year: Int, month: Int, day: Int) {
        guard abs(year) < 1_000_000, (1...12).contains(month) else { return nil }
        guard day >= 1, day <= CivilDay.length(ofMonth: month, year: year) else { return nil }
        number = CivilDay.number(year: year, month: month, day: day)
    }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        floored(number + 3, by: 7).remainder + 1
    }

    /// Month and day count from 1; the year before 1 is 0.
    package var date: (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = floored(number + CivilDay.daysBefore1970, by: CivilDay.daysOf400Years)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
    }

    package static func < (left: CivilDay, right: CivilDay) -> Bool {
        left.number < right.number
    }

    /// Whether that year has a 29th of February.
    package static func isLeap(year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// How many days that month has; `month` is 1-12.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year: year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // A year is taken to begin in March, so that the leap day is its last one.
    static func number(year: Int, month: Int, day: Int) -> Int {
        let (era, yearOfEra) = floored(month <= 2 ? year - 1 : year, by: 400)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * daysOf400Years + dayOfEra - daysBefore1970
    }

    private static let daysOf400Years = 146_097
    /// From 0000-03-01 to 1970-01-01.
    private static let daysBefore1970 = 719_468
}

/// Division that rounds down, so that the remainder is never negative.
func floored(_ dividend: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
}
