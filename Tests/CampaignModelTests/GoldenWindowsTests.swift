import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

/// The vectors W1 to W13 of campaigns.md 4.3, which were computed by another program on IANA data.
struct GoldenWindowsTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        var name: String
        var zone: String
        var policy: String
        var from: String
        var to: String
        var windows: [String]

        var testDescription: String { name }
    }

    static let vectors = [
        Vector(
            name: "W1 over midnight into a day that is not allowed", zone: "Europe/Moscow",
            policy: policy("20:00-03:00", days: "fri"), from: "2026-11-23T00:00:00Z", to: "2026-11-30T00:00:00Z",
            windows: ["2026-11-27T17:00:00Z/2026-11-28T00:00:00Z"]),
        Vector(
            name: "W2 times of days, a default, and a day outside allowedDays", zone: "America/New_York",
            policy: officeHours,
            from: "2026-11-23T00:00:00Z", to: "2026-11-30T00:00:00Z",
            windows: [
                "2026-11-23T15:00:00Z/2026-11-23T16:30:00Z", "2026-11-23T18:00:00Z/2026-11-23T19:30:00Z",
                "2026-11-25T15:00:00Z/2026-11-25T23:00:00Z",
            ]),
        Vector(
            name: "W3 an hour that the clock skips", zone: "America/New_York", policy: policy("02:00-03:00"),
            from: "2027-03-13T00:00:00Z", to: "2027-03-16T00:00:00Z",
            windows: ["2027-03-13T07:00:00Z/2027-03-13T08:00:00Z", "2027-03-15T06:00:00Z/2027-03-15T07:00:00Z"]),
        Vector(
            name: "W4 around a skipped hour", zone: "America/New_York", policy: policy("01:30-04:00"),
            from: "2027-03-14T00:00:00Z", to: "2027-03-15T00:00:00Z",
            windows: ["2027-03-14T06:30:00Z/2027-03-14T08:00:00Z"]),
        Vector(
            name: "W5 a time that the clock shows twice", zone: "America/New_York", policy: policy("01:00-01:30"),
            from: "2027-11-07T00:00:00Z", to: "2027-11-08T00:00:00Z",
            windows: ["2027-11-07T05:00:00Z/2027-11-07T05:30:00Z", "2027-11-07T06:00:00Z/2027-11-07T06:30:00Z"]),
        Vector(
            name: "W6 a night that is an hour shorter", zone: "America/New_York",
            policy: policy("20:00-03:00", days: "sat"),
            from: "2027-03-11T00:00:00Z", to: "2027-03-17T00:00:00Z",
            windows: ["2027-03-14T01:00:00Z/2027-03-14T07:00:00Z"]),
        Vector(
            name: "W7 a night that is an hour longer", zone: "America/New_York",
            policy: policy("20:00-03:00", days: "sat"),
            from: "2027-11-04T00:00:00Z", to: "2027-11-10T00:00:00Z",
            windows: ["2027-11-07T00:00:00Z/2027-11-07T08:00:00Z"]),
        Vector(
            name: "W8 a clock put back by half an hour", zone: "Australia/Lord_Howe", policy: policy("01:30-02:15"),
            from: "2027-04-03T12:00:00Z", to: "2027-04-04T12:00:00Z",
            windows: ["2027-04-03T14:30:00Z/2027-04-03T15:45:00Z"]),
        Vector(
            name: "W9 office hours over the beginning of summer time", zone: "Europe/Berlin",
            policy: policy("09:00-18:00"),
            from: "2027-03-27T00:00:00Z", to: "2027-03-30T00:00:00Z",
            windows: [
                "2027-03-27T08:00:00Z/2027-03-27T17:00:00Z", "2027-03-28T07:00:00Z/2027-03-28T16:00:00Z",
                "2027-03-29T07:00:00Z/2027-03-29T16:00:00Z",
            ]),
        Vector(
            name: "W10 Monday while it is Sunday in Greenwich", zone: "Pacific/Kiritimati",
            policy: policy("09:00-10:00", days: "mon"), from: "2026-11-20T00:00:00Z", to: "2026-11-26T00:00:00Z",
            windows: ["2026-11-22T19:00:00Z/2026-11-22T20:00:00Z"]),
        Vector(
            name: "W11 a minute short of a whole day", zone: "UTC", policy: policy("00:00-23:59"),
            from: "2026-11-23T00:00:00Z", to: "2026-11-25T00:00:00Z",
            windows: ["2026-11-23T00:00:00Z/2026-11-23T23:59:00Z", "2026-11-24T00:00:00Z/2026-11-24T23:59:00Z"]),
        Vector(
            name: "W12 a night that runs into the next day's own times", zone: "UTC",
            policy: #"{"allowedDays":["mon","tue"],"allowedTime":{"mon":[\#(interval("20:00-03:00"))],"#
                + #""tue":[\#(interval("02:00-05:00"))]}}"#,
            from: "2026-11-22T00:00:00Z", to: "2026-11-28T00:00:00Z",
            windows: ["2026-11-23T20:00:00Z/2026-11-24T05:00:00Z"]),
        Vector(
            name: "W13 an offset is not a place: no summer time", zone: "-05:00", policy: officeHours,
            from: "2027-07-05T00:00:00Z", to: "2027-07-12T00:00:00Z",
            windows: [
                "2027-07-05T15:00:00Z/2027-07-05T16:30:00Z", "2027-07-05T18:00:00Z/2027-07-05T19:30:00Z",
                "2027-07-07T15:00:00Z/2027-07-07T23:00:00Z",
            ]),
        Vector(
            name: "W13 the same in New York is an hour earlier", zone: "America/New_York", policy: officeHours,
            from: "2027-07-05T00:00:00Z", to: "2027-07-12T00:00:00Z",
            windows: [
                "2027-07-05T14:00:00Z/2027-07-05T15:30:00Z", "2027-07-05T17:00:00Z/2027-07-05T18:30:00Z",
                "2027-07-07T14:00:00Z/2027-07-07T22:00:00Z",
            ]),
    ]

    @Test(arguments: vectors)
    func windowsAre(_ vector: Vector) throws {
        let windows = try CallWindows(policy: PolicyReader.read(json: vector.policy).policy, zone: .named(vector.zone))
        let from = try #require(Date(iso: vector.from))
        let to = try #require(Date(iso: vector.to))
        let found = windows.windows(from: from, to: to)
        #expect(found.map { $0.from.isoText + "/" + $0.to.isoText } == vector.windows)
        #expect(windows.firstOpenMoment(from: from) == found.first?.from)
        for window in found {
            #expect(windows.contains(window.from) && windows.contains(window.to.addingTimeInterval(-1)))
            #expect(!windows.contains(window.from.addingTimeInterval(-1)) && !windows.contains(window.to))
        }
    }

    private static let officeHours =
        #"{"allowedDays":["mon","wed"],"allowedTime":{"mon":[\#(interval("10:00-11:30")),\#(interval("13:00-14:30"))],"#
        + #""tue":[\#(interval("08:00-09:00"))],"default":[\#(interval("10:00-18:00"))]}}"#

    private static func policy(_ times: String, days: String? = nil) -> String {
        let allowedDays = days.map { #""allowedDays":["\#($0)"],"# } ?? ""
        return "{\(allowedDays)\"allowedTime\":{\"default\":[\(interval(times))]}}"
    }

    private static func interval(_ times: String) -> String {
        let bounds = times.split(separator: "-")
        return #"{"localTimeFrom":"\#(bounds[0])","localTimeTo":"\#(bounds[1])"}"#
    }
}
