import CampaignModel
import Testing

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
