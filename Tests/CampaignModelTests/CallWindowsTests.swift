import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

struct CallWindowsTests {
    @Test func withoutTimesTheWholeWeekIsOneWindow() {
        let windows = CallWindows(policy: CallPolicy(), zone: .utc)
        #expect(
            texts(windows.windows(from: at("2026-11-23T09:30:10Z"), to: at("2026-12-23T00:00:00Z"))) == [
                "2026-11-23T09:30:10Z/2026-12-23T00:00:00Z"
            ])
        #expect(windows.firstOpenMoment(from: at("2026-11-23T09:30:10Z")) == at("2026-11-23T09:30:10Z"))
    }

    @Test func startAndFinishCutTheWindows() {
        let policy = CallPolicy(
            start: at("2026-11-23T10:30:00Z"), finish: at("2026-11-24T11:00:00Z"), allowedTime: daily(10 * 60, 12 * 60))
        let windows = CallWindows(policy: policy, zone: .utc)
        #expect(
            texts(windows.windows(from: at("2026-11-20T00:00:00Z"), to: at("2026-11-30T00:00:00Z"))) == [
                "2026-11-23T10:30:00Z/2026-11-23T12:00:00Z", "2026-11-24T10:00:00Z/2026-11-24T11:00:00Z",
            ])
        #expect(!windows.contains(at("2026-11-23T10:29:59Z")) && windows.contains(at("2026-11-23T10:30:00Z")))
        #expect(windows.contains(at("2026-11-24T10:59:59Z")) && !windows.contains(at("2026-11-24T11:00:00Z")))
        #expect(windows.firstOpenMoment(from: at("2026-11-24T11:00:00Z")) == nil)
    }

    @Test func aDayWithoutTimesAndWithoutADefaultHasNoCalls() {
        let policy = CallPolicy(allowedTime: AllowedTime(byDay: [.tue: [DayInterval(from: 600, to: 660)], .wed: []]))
        let windows = CallWindows(policy: policy, zone: .utc)
        #expect(windows.firstOpenMoment(from: at("2026-11-24T11:00:00Z")) == at("2026-12-01T10:00:00Z"))
    }

    @Test func aScheduleThatCanNeverBeReachedHasNoMoment() {
        let days = CallPolicy(
            allowedDays: [.mon], allowedTime: AllowedTime(byDay: [.tue: [DayInterval(from: 600, to: 660)]]))
        #expect(CallWindows(policy: days, zone: .utc).firstOpenMoment(from: at("2026-11-24T11:00:00Z")) == nil)
        let late = CallPolicy(start: at("2030-01-01T00:00:00Z"))
        #expect(CallWindows(policy: late, zone: .utc).firstOpenMoment(from: at("2026-11-24T11:00:00Z")) == nil)
        let soon = CallPolicy(start: at("2027-12-28T00:00:00Z"))
        #expect(
            CallWindows(policy: soon, zone: .utc).firstOpenMoment(from: at("2026-11-24T11:00:00Z"))
                == at("2027-12-28T00:00:00Z"))
    }

    @Test func midnightToMidnightJoinsDays() {
        let windows = CallWindows(
            policy: CallPolicy(allowedDays: [.sat, .sun], allowedTime: daily(0, 1440)), zone: .utc)
        #expect(
            texts(windows.windows(from: at("2026-11-23T00:00:00Z"), to: at("2026-12-01T00:00:00Z"))) == [
                "2026-11-28T00:00:00Z/2026-11-30T00:00:00Z"
            ])
    }

    @Test func aMomentBetweenSecondsIsKept() {
        let windows = CallWindows(policy: CallPolicy(allowedTime: daily(600, 660)), zone: .utc)
        let inside = at("2026-11-23T10:00:00.250Z")
        #expect(windows.firstOpenMoment(from: inside) == inside)
        #expect(windows.firstOpenMoment(from: at("2026-11-23T09:59:59.999Z")) == at("2026-11-23T10:00:00Z"))
        #expect(windows.firstOpenMoment(from: at("2026-11-23T10:59:59.999Z")) == at("2026-11-23T10:59:59.999Z"))
    }

    @Test(arguments: [
        ("2026-11-23T12:59:59Z", true), ("2026-11-23T13:00:00Z", false), ("2026-11-24T01:59:59Z", false),
        ("2026-11-24T02:00:00Z", true),
    ])
    func usualHoursAreThoseOfTheCallee(moment: String, isOutside: Bool) throws {
        #expect(isOutsideUsualHours(at(moment), zone: try .named("-05:00")) == isOutside)
    }

    private func daily(_ from: Int, _ to: Int) -> AllowedTime {
        AllowedTime(byDefault: [DayInterval(from: from, to: to)])
    }

    private func texts(_ windows: [CallWindows.Window]) -> [String] {
        windows.map { $0.from.isoText + "/" + $0.to.isoText }
    }
}

func at(_ text: String) -> Date {
    guard let date = Date(iso: text) else { preconditionFailure("\(text) is not an ISO date with an offset") }
    return date
}
