import CivilTime
import FoundationEssentials
import Testing

/// The rule in the last line of a zone file, by moments that are publicly known.
struct YearlyRuleTests {
    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", 2027, ["2027-03-14T07:00:00Z", "2027-11-07T06:00:00Z"]),
        ("EST5EDT", 2027, ["2027-03-14T07:00:00Z", "2027-11-07T06:00:00Z"]),
        ("CET-1CEST,M3.5.0,M10.5.0/3", 2027, ["2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"]),
        ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2027, ["2027-04-03T15:00:00Z", "2027-10-02T15:30:00Z"]),
        ("IST-1GMT0,M10.5.0,M3.5.0/1", 2027, ["2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"]),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2027, ["2027-03-28T01:00:00Z", "2027-10-31T01:00:00Z"]),
        ("EET-2EEST,M4.5.5/0,M10.5.4/24", 2027, ["2027-04-29T22:00:00Z", "2027-10-28T21:00:00Z"]),
        ("AAA0BBB,J60/0,J300/0", 2028, ["2028-03-01T00:00:00Z", "2028-10-26T23:00:00Z"]),
        ("AAA0BBB,59/0,300/0", 2028, ["2028-02-29T00:00:00Z", "2028-10-26T23:00:00Z"]),
        ("MSK-3", 2027, []), ("XXX3EDT4,0/0,J365/23", 2027, []),
    ])
    func theClockIsChangedAt(footer: String, year: Int, moments: [String]) throws {
        let zone = try zone(footer: footer)
        let found = zone.transitions(from: newYear(year), to: newYear(year + 1))
        #expect(found.map(\.at.isoText) == moments)
        for transition in found {
            #expect(zone.offset(at: transition.at) == transition.offsetAfter)
            #expect(zone.offset(at: transition.at.addingTimeInterval(-1)) == transition.offsetBefore)
            #expect(transition.offsetBefore != transition.offsetAfter)
        }
    }

    @Test func summerTimeAllTheYearRoundHasNoSeam() throws {
        let zone = try zone(footer: "XXX3EDT4,0/0,J365/23")
        for hour in -48...48 {
            #expect(zone.offset(at: newYear(2028).addingTimeInterval(Double(hour) * 3600)) == -4 * 3600)
        }
    }

    @Test func aTransitionAtTheEndOfARangeIsNotInIt() throws {
        let zone = try zone(footer: "EST5EDT,M3.2.0,M11.1.0")
        let change = try #require(Date(iso: "2027-03-14T07:00:00Z"))
        #expect(zone.transitions(from: change, to: change.addingTimeInterval(1)).count == 1)
        #expect(zone.transitions(from: change.addingTimeInterval(-10), to: change).isEmpty)
        #expect(zone.transitions(from: change.addingTimeInterval(0.5), to: change.addingTimeInterval(9)).isEmpty)
        #expect(zone.transitions(from: change, to: change).isEmpty)
    }

    private func newYear(_ year: Int) -> Date { Date(iso: "\(year)-01-01T00:00:00Z") ?? .distantPast }
}
