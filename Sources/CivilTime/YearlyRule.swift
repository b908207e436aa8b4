/// The POSIX `TZ` string at the end of a zone file: standard time, and when summer time begins and ends each year.
///
/// Offsets here are seconds east of Greenwich; the string itself counts west (`EST5EDT,M3.2.0,M11.1.0`).
struct YearlyRule: Sendable, Hashable {
    var standardOffset: Int
    var summer: Summer?

    struct Summer: Sendable, Hashable {
        var offset: Int
        var begin: Turn
        var end: Turn
    }

    /// A day of every year and the wall time on it at which the clock is changed.
    struct Turn: Sendable, Hashable {
        var day: Day
        /// Seconds after that day's midnight; may be negative or beyond a day.
        var time: Int

        enum Day: Sendable, Hashable {
            /// `Jn`: 1-365, the 29th of February is never counted.
            case julian(Int)
            /// `n`: 0-365, the 29th of February is counted.
            case ordinal(Int)
            /// `Mm.w.d`: the w-th weekday d (0 is Sunday) of month m; 5 is the last.
            case weekday(month: Int, week: Int, day: Int)
        }
    }

    func offset(at second: Int) -> Int {
        guard let summer else { return standardOffset }
        let year = CivilDateTime(wallSeconds: second + standardOffset).year
        var latest = Int.min
        var isSummer = false
        for candidate in (year - 1)...(year + 1) {
            let end = summer.end.wallSeconds(year: candidate) - summer.offset
            if end <= second, end > latest { (latest, isSummer) = (end, false) }
            // At one and the same moment the beginning counts: summer time all the year round is written so.
            let begin = summer.begin.wallSeconds(year: candidate) - standardOffset
            if begin <= second, begin >= latest { (latest, isSummer) = (begin, true) }
        }
        return isSummer ? summer.offset : standardOffset
    }

    /// The moments of `[from, to)` at which the clock may change, ascending.
    func changes(from: Int, to: Int) -> [Int] {
        guard let summer, from < to else { return [] }
        let firstYear = CivilDateTime(wallSeconds: from).year - 1
        let lastYear = CivilDateTime(wallSeconds: to).year + 1
        var moments: Set<Int> = []
        for year in firstYear...lastYear {
            moments.insert(summer.begin.wallSeconds(year: year) - standardOffset)
            moments.insert(summer.end.wallSeconds(year: year) - summer.offset)
        }
        return moments.filter { $0 >= from && $0 < to }.sorted()
    }
}

extension YearlyRule.Turn {
    /// Seconds after 1970-01-01 00:00 on the wall whose clock is changed.
    func wallSeconds(year: Int) -> Int {
        dayNumber(year: year) * 86_400 + time
    }

    private func dayNumber(year: Int) -> Int {
        let newYear = CivilDay.number(year: year, month: 1, day: 1)
        switch day {
        case .julian(let day):
            return newYear + day - 1 + (CivilDay.isLeap(year: year) && day >= 60 ? 1 : 0)
        case .ordinal(let day):
            return newYear + day
        case .weekday(let month, let week, let day):
            let first = CivilDay(number: CivilDay.number(year: year, month: month, day: 1))
            let length = CivilDay.length(ofMonth: month, year: year)
            var offset = floored(day - first.weekday % 7, by: 7).remainder + (week - 1) * 7
            while offset >= length { offset -= 7 }
            return first.number + offset
        }
    }
}
