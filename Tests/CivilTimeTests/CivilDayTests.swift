import CivilTime
import Testing

struct CivilDayTests {
    /// The twin: a calendar that is turned over leaf by leaf.
    @Test func everyDayFrom1600To2400FollowsTheOneBefore() throws {
        var expected = (year: 1600, month: 1, day: 1)
        let first = try #require(CivilDay(year: 1600, month: 1, day: 1))
        let last = try #require(CivilDay(year: 2400, month: 12, day: 31))
        var weekday = 6  // 1600-01-01 was a Saturday.
        for number in first.number...last.number {
            let day = CivilDay(number: number)
            try #require(day.date == expected)
            try #require(day.weekday == weekday)
            try #require(CivilDay(year: expected.year, month: expected.month, day: expected.day) == day)
            weekday = weekday % 7 + 1
            expected.day += 1
            guard expected.day > CivilDay.length(ofMonth: expected.month, year: expected.year) else { continue }
            (expected.day, expected.month) = (1, expected.month + 1)
            if expected.month > 12 { (expected.month, expected.year) = (1, expected.year + 1) }
        }
    }

    @Test(arguments: [(1970, 1, 1, 0, 4), (2026, 11, 23, 20780, 1), (1969, 12, 31, -1, 3), (0, 3, 1, -719_468, 3)])
    func isKnown(year: Int, month: Int, day: Int, number: Int, weekday: Int) throws {
        let found = try #require(CivilDay(year: year, month: month, day: day))
        #expect(found.number == number)
        #expect(found.weekday == weekday)
    }

    @Test(arguments: [(2026, 2, 29), (2027, 0, 1), (2027, 13, 1), (2027, 4, 31), (2027, 4, 0), (1900, 2, 29)])
    func thereIsNoSuchDay(year: Int, month: Int, day: Int) {
        #expect(CivilDay(year: year, month: month, day: day) == nil)
    }

    @Test func wallTimeGoesThereAndBack() {
        for seconds in stride(from: -5_000_000_000, through: 5_000_000_000, by: 98_765_431) {
            #expect(CivilDateTime(wallSeconds: seconds).wallSeconds == seconds)
        }
        #expect(CivilDateTime(wallSeconds: -1).description == "1969-12-31T23:59:59")
    }
}
