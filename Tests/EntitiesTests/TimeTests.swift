import CivilTime
import Entities
import Foundation
import Testing

/// Times at other moments and in other zones: nights in which clocks change, leap days, the turn of the year.
struct TimeTests {
    private func best(_ phrase: String, at iso: String, in zone: String) throws -> String? {
        let zone = try Zone.named(zone)
        let now = try #require(Date(iso: iso, zone: zone))
        let found = Rules.english.entities(
            in: phrase, at: EntityMoment(now: now.epochSecond, zone: zone), dimensions: [.time])
        guard case .time(let time)? = found.first?.value else { return nil }
        switch time.best {
        case .moment(let moment): return moment.text
        case .interval(let from, let to): return "\(from?.text ?? "") .. \(to?.text ?? "")"
        }
    }

    @Test(arguments: [
        // The night in which New York loses the hour from two to three.
        ("in two hours", "2026-03-08T01:30:00", "2026-03-08T04:30:00.000-04:00"),
        ("in 30 minutes", "2026-03-08T01:45:00", "2026-03-08T03:15:00.000-04:00"),
        ("tomorrow at noon", "2026-03-07T12:00:00", "2026-03-08T12:00:00.000-04:00"),
        ("at 2:30 am", "2026-03-08T01:00:00", "2026-03-08T03:00:00.000-04:00"),
        ("next hour", "2026-03-08T01:00:00", "2026-03-08T03:00:00.000-04:00"),
        (
            "for the next 3 hours", "2026-03-08T01:00:00",
            "2026-03-08T03:00:00.000-04:00 .. 2026-03-08T06:00:00.000-04:00"
        ),
        // The night in which it has the hour from one to two twice.
        ("in an hour", "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00.000-05:00"),
        ("in three hours", "2026-11-01T00:30:00", "2026-11-01T02:30:00.000-05:00"),
        (
            "for the next 3 hours", "2026-11-01T01:45:00-04:00",
            "2026-11-01T01:00:00.000-05:00 .. 2026-11-01T04:00:00.000-05:00"
        ),
        ("now", "2026-11-01T01:15:00-05:00", "2026-11-01T01:15:00.000-05:00"),
        ("at 1:50 am", "2026-11-01T01:45:00-04:00", "2026-11-01T01:50:00.000-04:00"),
        ("at 1:50 am", "2026-11-01T01:45:00-05:00", "2026-11-01T01:50:00.000-05:00"),
        ("last hour", "2026-11-01T01:15:00-05:00", "2026-11-01T01:00:00.000-04:00"),
    ])
    func hoursAreCountedAsTheyPass(_ phrase: String, _ now: String, _ expected: String) throws {
        #expect(try best(phrase, at: now, in: "America/New_York") == expected)
    }

    @Test(arguments: [
        ("january 5 at 5 pm GMT", "Europe/London", "2027-01-05T17:00:00.000+00:00"),
        ("july 15 at 5 pm GMT", "Europe/London", "2026-07-15T18:00:00.000+01:00"),
        ("january 5 at 5 pm GMT", "America/New_York", "2027-01-05T12:00:00.000-05:00"),
        ("january 5 at 5 pm eastern time", "America/New_York", "2027-01-05T17:00:00.000-05:00"),
        ("july 20 at 5 pm pacific time", "America/New_York", "2026-07-20T20:00:00.000-04:00"),
        // America changes its clocks three weeks before Europe.
        ("march 20 at 5 pm new york time", "Europe/Berlin", "2027-03-20T22:00:00.000+01:00"),
        ("5 pm GMT", "Asia/Kolkata", "2026-07-10T22:30:00.000+05:30"),
        (
            "january 5 from 5 to 6 pm GMT", "America/New_York",
            "2027-01-05T12:00:00.000-05:00 .. 2027-01-05T13:01:00.000-05:00"
        ),
    ])
    func otherZonesAreTheirsOnThatDay(_ phrase: String, _ zone: String, _ expected: String) throws {
        #expect(try best(phrase, at: "2026-07-10T12:00:00Z", in: zone) == expected)
    }

    @Test(arguments: [
        ("tomorrow", "2016-02-28T12:00:00Z", "2016-02-29T00:00:00.000+00:00"),
        ("tomorrow", "2015-02-28T12:00:00Z", "2015-03-01T00:00:00.000+00:00"),
        ("february 29", "2013-02-12T04:30:00Z", "2016-02-29T00:00:00.000+00:00"),
        ("in one year", "2016-02-29T10:00:00Z", "2017-02-01T00:00:00.000+00:00"),
        ("tomorrow at 9 am", "2015-12-31T23:59:59Z", "2016-01-01T09:00:00.000+00:00"),
        ("next month", "2015-12-31T12:00:00Z", "2016-01-01T00:00:00.000+00:00"),
        ("next week", "2015-12-31T12:00:00Z", "2016-01-04T00:00:00.000+00:00"),
        ("monday", "2026-11-23T10:00:00Z", "2026-11-30T00:00:00.000+00:00"),
        ("on the 31st", "2026-11-23T10:00:00Z", "2026-12-31T00:00:00.000+00:00"),
    ])
    func calendarsTurn(_ phrase: String, _ now: String, _ expected: String) throws {
        #expect(try best(phrase, at: now, in: "UTC") == expected)
    }

    @Test(arguments: ["in 100000 years", "in 300000000000 seconds", "february 29, 2027", "feb 29 2027"])
    func whatLiesTooFarOrIsNoDateIsNothing(_ phrase: String) throws {
        #expect(try best(phrase, at: "2026-07-10T12:00:00Z", in: "UTC") == nil)
    }

    @Test(arguments: ["february 30", "31 april", "at 25:00", "13/13/2013"]) func thereIsNoSuchTime(_ phrase: String)
        throws
    {
        let found = Rules.english.entities(in: phrase, at: Rules.moment, dimensions: [.time])
        #expect(!found.contains { $0.body == phrase })
    }
}
