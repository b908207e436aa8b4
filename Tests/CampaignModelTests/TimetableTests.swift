import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

struct TimetableTests {
    /// The script of the vendor page: in an hour, for fifteen minutes, two attempts five minutes apart.
    @Test func theVendorPagesScript() {
        let policy = CallPolicy(start: at("2026-11-23T10:00:00Z"), finish: at("2026-11-23T10:15:00Z"))
        #expect(plan(policy, quota: 2, every: 5) == ["2026-11-23T10:00:00Z", "2026-11-23T10:05:00Z"])
        #expect(
            plan(policy, quota: 5, every: 5) == [
                "2026-11-23T10:00:00Z", "2026-11-23T10:05:00Z", "2026-11-23T10:10:00Z",
            ],
            "An attempt at the finish itself is too late.")
    }

    /// R3 of campaigns.md: Friday evening, office hours on working days.
    @Test func fridayEveningMovesToMonday() throws {
        let policy = CallPolicy(
            allowedDays: [.mon, .tue, .wed, .thu, .fri],
            allowedTime: AllowedTime(byDefault: [DayInterval(from: 9 * 60, to: 18 * 60)]))
        let found = plan(policy, quota: 3, every: 300, zone: try .named("Europe/Moscow"), from: "2026-11-27T16:00:00Z")
        #expect(found == ["2026-11-30T06:00:00Z", "2026-11-30T11:00:00Z", "2026-12-01T06:00:00Z"])
    }

    @Test func theIntervalIsElapsedTimeAlsoWhenTheClockIsChanged() throws {
        let zone = try Zone.named("America/New_York")
        let found = plan(CallPolicy(), quota: 3, every: 60, zone: zone, from: "2027-03-14T06:30:00Z")
        #expect(found == ["2027-03-14T06:30:00Z", "2027-03-14T07:30:00Z", "2027-03-14T08:30:00Z"])
    }

    @Test func nothingIsPlannedWhereNothingIsAllowed() {
        #expect(plan(CallPolicy(finish: at("2026-11-23T09:00:00Z")), quota: 3, every: 5) == [])
        #expect(plan(CallPolicy(), quota: 0, every: 5) == [])
    }

    private func plan(
        _ policy: CallPolicy, quota: Int, every minutes: Int, zone: Zone = .utc, from: String = "2026-11-23T09:00:00Z"
    ) -> [String] {
        var policy = policy
        policy.retryIntervalInMinutes = minutes
        return Timetable(policy: policy, zone: zone, profile: .none).attempts(quota: quota, from: at(from)).map(
            \.isoText)
    }
}
