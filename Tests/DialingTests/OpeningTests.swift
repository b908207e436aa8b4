import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import Testing

@Suite struct OpeningTests {
    @Test("a stretch that was found before is the one that the timetable finds anew, whatever is asked in between")
    func openings() throws {
        let start = CampaignDesk.start
        var campaign = Campaign(id: "c", name: "c", zone: "Europe/Berlin", createdAt: start)
        campaign.defaultPolicy.allowedTime = AllowedTime(byDefault: [
            DayInterval(from: 9 * 60, to: 12 * 60), DayInterval(from: 14 * 60, to: 23 * 60),
        ])
        let number = CampaignNumber(id: "n", campaignId: "c", phone: "1", reason: "added", addedAt: start)
        let (book, policy) = (ScheduleBook(), campaign.defaultPolicy)
        let timetable = try book.timetable(of: number, in: campaign, policy: policy)
        var bits = SplitMix(seed: 5)
        for _ in 0..<2000 {
            let moment = start.addingTimeInterval(Double(bits.next() % (5 * 86_400)))
            let found = try book.opening(from: moment, of: number, in: campaign, policy: policy)
            #expect(found == timetable.opening(from: moment), "\(moment)")
        }
    }
}
