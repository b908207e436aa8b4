import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation
import Testing

@Suite struct DialerTests {
    @Test(
        "a campaign is dialed to its end: every number is final, quotas and intervals are kept",
        arguments: [false, true])
    func wholeCampaign(sqlite: Bool) throws {
        let desk = try CampaignDesk(sqlite: sqlite) { $0.pacing.lines = 7 }
        try desk.add((0..<200).map { "+1650000\(1000 + $0)" })
        desk.dialer().run(draining: true)
        let (numbers, attempts) = (try desk.numbers(), try desk.attempts())
        #expect(numbers.allSatisfy { $0.state == .done || $0.state == .notDone })
        #expect(try desk.campaign().state == .finished)
        for number in numbers {
            let own = attempts.filter { $0.numberId == number.id }.sorted { $0.ordinalInNumber < $1.ordinalInNumber }
            #expect(own.count == number.attemptsTotal && (1...3).contains(own.count))
            #expect((number.state == .done) == (own.last?.outcome == .answered))
            #expect(number.state == .done || own.count == 3)
            for (first, second) in zip(own, own.dropFirst()) {
                #expect(second.committedAt >= (first.endedAt ?? .distantFuture) + 1800)
            }
        }
        checkLines(attempts, atMost: 7)
        try desk.checkLog()
    }

    private func checkLines(_ attempts: [Attempt], atMost most: Int) {
        var changes = attempts.flatMap { [($0.committedAt, 1), ($0.endedAt ?? .distantFuture, -1)] }
        changes.sort { ($0.0, $0.1) < ($1.0, $1.1) }
        var live = 0
        for (_, step) in changes {
            live += step
            #expect(live <= most)
        }
    }

    @Test("nobody is called outside the windows of the number, nor at night", arguments: [false, true])
    func windows(sqlite: Bool) throws {
        let desk = try CampaignDesk(sqlite: sqlite, answers: [.init(.noAnswer, [1])]) { campaign in
            campaign.profile = .default
            campaign.pacing.lines = 3
            campaign.defaultPolicy.allowedTime = AllowedTime(byDefault: [DayInterval(from: 19 * 60, to: 23 * 60)])
        }
        try desk.add((0..<60).map { "+1650000\(1000 + $0)" }) {
            $0.zone = ["UTC", "Asia/Tokyo", "America/New_York"][$0.seq % 3]
        }
        desk.dialer().run(draining: true)
        let numbers = Dictionary(uniqueKeysWithValues: try desk.numbers().map { ($0.id, $0) })
        let attempts = try desk.attempts()
        #expect(attempts.count == 180)
        for attempt in attempts {
            let zone = try Zone.named(numbers[attempt.numberId]?.zone ?? "")
            #expect((19 * 60..<21 * 60).contains(zone.localTime(at: attempt.committedAt).minuteOfDay))
        }
        try desk.checkLog()
    }

    @Test("a number whose zone is not known any more is invalid, and the others are called", arguments: [false, true])
    func lostZone(sqlite: Bool) throws {
        let desk = try CampaignDesk(sqlite: sqlite, answers: [.init(.noAnswer, [1])])
        try desk.add(["+16500001000", "+16500001001", "+16500001002"])
        try desk.lose(zoneOf: "number-2")
        desk.dialer().run(draining: true)
        #expect(try desk.numbers().map(\.state) == [.notDone, .invalid, .notDone])
        #expect(try desk.numbers()[1].reason.contains("Mars/Olympus"))
        #expect(try desk.attempts().count == 6)
        try desk.checkLog()
    }
}
