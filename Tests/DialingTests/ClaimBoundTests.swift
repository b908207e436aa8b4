import CampaignModel
import CampaignStorage
import Dialing
import Foundation
import Testing

@Suite struct ClaimBoundTests {
    @Test("a window that closes on many due numbers makes no claim long: each sets some aside, until none is due")
    func windowCloses() throws {
        let desk = try CampaignDesk { campaign in
            campaign.defaultPolicy.allowedTime = AllowedTime(byDefault: [DayInterval(from: 9 * 60, to: 10 * 60)])
        }
        try desk.add((0..<1000).map { "+1650000\(1000 + $0)" })
        let close = CampaignDesk.start.addingTimeInterval(3600)
        var rounds = 0
        var hasMore = true
        while hasMore, rounds < 20 {
            (rounds, hasMore) = (rounds + 1, try claim(desk, at: close))
        }
        #expect((4...6).contains(rounds))
        #expect(try desk.numbers().allSatisfy { !$0.isDue })
    }

    private func claim(_ desk: CampaignDesk, at now: Date) throws -> Bool {
        try desk.store.transaction { transaction throws(StoreError) in
            var claiming = Claiming(
                transaction, book: ScheduleBook(), owner: "test", at: now, leaseUntil: now,
                identifiers: SplitMix(seed: 1))
            let claims = try claiming.claim(campaign: desk.campaignId, room: ClaimRoom(most: 5))
            #expect(claims.isEmpty)
            return claiming.hasMore
        }
    }
}
