import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

struct PlannedAttemptsTests {
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
        let windows = CallWindows(policy: policy, zone: zone)
        return plannedAttempts(quota: quota, retryIntervalInMinutes: minutes, windows: windows, from: at(from)).map(
            \.isoText)
    }
}

struct RedialQuotaTests {
    @Test(arguments: [
        (3, 3, 0, 3), (2, 3, 0, 2), (nil, 3, 0, 3), (nil, 3, 1, 2), (2, 3, 2, 1), (5, 50, 0, 5), (0, 3, 0, 1),
    ])
    func isGranted(requested: Int?, campaign: Int, used: Int, quota: Int) {
        guard
            case .granted(let found, _) = redialQuota(
                requested: requested, campaignMaxAttempts: campaign, extraUsed: used)
        else {
            Issue.record("refused")
            return
        }
        #expect(found == quota)
    }

    /// R1 of campaigns.md: nine asked for, then two with one left, then nothing left.
    @Test func theSecondRedialIsCutAndTheThirdRefused() {
        #expect(
            redialQuota(requested: 5, campaignMaxAttempts: 3, extraUsed: 0)
                == .granted(
                    3,
                    notes: [
                        "5 attempts were asked for, 3 will be made: "
                            + "3 of the campaign's 3 additional attempts of this number are left."
                    ]))
        #expect(
            redialQuota(requested: 2, campaignMaxAttempts: 3, extraUsed: 2)
                == .granted(
                    1,
                    notes: [
                        "2 attempts were asked for, 1 will be made: "
                            + "1 of the campaign's 3 additional attempts of this number are left."
                    ]))
        #expect(
            redialQuota(requested: 2, campaignMaxAttempts: 3, extraUsed: 3)
                == .extraBudgetExhausted(
                    message:
                        "All 3 additional attempts of this number are used (the campaign's maxAttempts); no new series is "
                        + "planned. The redial's own maxAttempts cannot raise that: give the campaign more, or call another "
                        + "number."
                ))
    }

    @Test func aCampaignOfManyAttemptsGivesFive() {
        #expect(
            redialQuota(requested: nil, campaignMaxAttempts: 20, extraUsed: 0)
                == .granted(
                    5,
                    notes: [
                        "20 attempts were asked for, 5 will be made: a redial makes at most 5."
                    ]))
    }
}
