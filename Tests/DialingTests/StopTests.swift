import CampaignModel
import Dialing
import Testing

@Suite struct StopTests {
    @Test(
        "a campaign that is stopped cancels all of its numbers at that moment, however many", arguments: [false, true])
    func manyNumbers(sqlite: Bool) throws {
        let desk = try CampaignDesk(sqlite: sqlite) { $0.state = .stopping }
        try desk.add((0..<1200).map { "+1650000\(1000 + $0)" })
        desk.dialer().run(draining: true)
        #expect(desk.clock.now == CampaignDesk.start)
        #expect(try desk.numbers().allSatisfy { $0.state == .canceled })
        #expect(try desk.campaign().state == .finished)
    }
}
