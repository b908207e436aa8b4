/// What a calendar and a clock on the wall show, without a zone.
package struct CivilDateTime: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The year before 1 is 0.
    package var year: Int
    /// 1-12.
    package var month: Int
    /// 1-31.
    package var day: Int
    /// 0-23.
    package var hour: Int
    /// 0-59.
    package var minute: Int
    /// 0-59.
    package var second: Int

    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The wall time that many seconds after 1970-01-01 00:00 *on that wall*.
    package init(wallSeconds: Int) {
        let (dayNumber, secondOfDay) = floored(wallSeconds, by: 86_400)
        let date = CivilDay(number: dayNumber).date
        self.init(
            year: date.year, month: date.month, day: date.day,
            hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: secondOfDay % 60)
    }

    /// Seconds after 1970-01-01 00:00 on the same wall.
    package var wallSeconds: Int {
        civilDay.number * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The day without its clock.
    package var civilDay: CivilDay {
        CivilDay(number: CivilDay.number(year: year, month: month, day: day))
    }

    /// 1 is Monday, 7 is Sunday.
    package var weekday: Int { civilDay.weekday }

    /// Minutes after midnight, 0-1439.
    package var minuteOfDay: Int { hour * 60 + minute }

    /// `2026-11-23T10:00:00`.
    package var description: String {
        let yearText =
            (0...9999).contains(year)
            ? padded(year, to: 4) : (year < 0 ? "-" : "+") + padded(abs(year), to: 6)
        let dayText = "\(yearText)-\(padded(month, to: 2))-\(padded(day, to: 2))"
        return "\(dayText)T\(padded(hour, to: 2)):\(padded(minute, to: 2)):\(padded(second, to: 2))"
    }

    package static func < (left: CivilDateTime, right: CivilDateTime) -> Bool {
        left.wallSeconds < right.wallSeconds
    }
}

/// The number in decimal digits with zeros in front.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
