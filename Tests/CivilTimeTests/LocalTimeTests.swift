import CivilTime
import FoundationEssentials
import Testing

struct LocalTimeTests {
    @Test(arguments: [
        ("2026-11-23T10:00:00", "2026-11-23T15:00:00Z"), ("2027-03-14T01:59:59", "2027-03-14T06:59:59Z"),
        // The clock skips from 02:00 to 03:00: every time in between is the moment of the skip.
        ("2027-03-14T02:00:00", "2027-03-14T07:00:00Z"), ("2027-03-14T02:30:00", "2027-03-14T07:00:00Z"),
        ("2027-03-14T02:59:59", "2027-03-14T07:00:00Z"), ("2027-03-14T03:00:00", "2027-03-14T07:00:00Z"),
        ("2027-03-14T03:00:01", "2027-03-14T07:00:01Z"),
        // The clock shows 01:00 to 02:00 twice: the first time counts.
        ("2027-11-07T00:59:59", "2027-11-07T04:59:59Z"), ("2027-11-07T01:00:00", "2027-11-07T05:00:00Z"),
        ("2027-11-07T01:30:00", "2027-11-07T05:30:00Z"), ("2027-11-07T02:00:00", "2027-11-07T07:00:00Z"),
    ])
    func inNewYorkIsTheInstant(local: String, instant: String) throws {
        let zone = try zone(footer: "EST5EDT,M3.2.0,M11.1.0")
        #expect(Date(iso: local, zone: zone)?.isoText == instant)
    }

    @Test func theWallShowsItself() throws {
        let zone = try Zone.named("+05:45")
        let local = zone.localTime(at: Date(timeIntervalSince1970: 1_795_424_400.75))
        #expect(local == CivilDateTime(year: 2026, month: 11, day: 23, hour: 14, minute: 45))
        #expect(local.weekday == 1)
        #expect(local.minuteOfDay == 14 * 60 + 45)
    }

    /// In every zone of the machine: going to the wall and back never comes out later, and shows the same clock.
    @Test func goesThereAndBackInEveryZone() throws {
        var generator = SplitMix(state: 11)
        for name in ZoneDirectory.system.zoneNames {
            let zone = try Zone.named(name)
            for _ in 0..<20 {
                let instant = Date(epochSecond: .random(in: -2_000_000_000...5_000_000_000, using: &generator))
                let back = zone.instant(of: zone.localTime(at: instant))
                #expect(back <= instant, "\(name) \(instant.isoText)")
                #expect(zone.localTime(at: back) == zone.localTime(at: instant), "\(name) \(instant.isoText)")
            }
        }
    }

    @Test(arguments: [
        ("Europe/Moscow", "2026-11-23T00:00:00Z", 10800), ("America/New_York", "2027-07-01T00:00:00Z", -14400),
        ("Asia/Kolkata", "2027-07-01T00:00:00Z", 19800), ("Pacific/Kiritimati", "2026-11-22T00:00:00Z", 50400),
        ("Asia/Kathmandu", "2027-01-01T00:00:00Z", 20700), ("Europe/Berlin", "2090-07-01T00:00:00Z", 7200),
        ("Australia/Lord_Howe", "2027-01-01T00:00:00Z", 39600), ("Etc/UTC", "2027-01-01T00:00:00Z", 0),
        ("Europe/Kyiv", "2026-12-01T00:00:00Z", 7200), ("Europe/Moscow", "1919-08-01T00:00:00Z", 14400),
        ("America/New_York", "1880-01-01T00:00:00Z", -17762),
    ])
    func theMachinesDataIsRead(name: String, instant: String, offset: Int) throws {
        let instant = try #require(Date(iso: instant))
        #expect(try Zone.named(name).offset(at: instant) == offset)
    }
}
