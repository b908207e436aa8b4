import CampaignModel
import CampaignStorage
import Foundation
import Testing

@Suite struct ClaimingTests {
    @Test("two threads that claim from one campaign never claim one number twice", arguments: StoreKind.allCases)
    func claimsAtOnce(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.makeDueNumbers(60)
        let claimed = try inThreads(3) { try desk.claimAll(owner: "dialer-\($0)", most: 7) }.flatMap(\.self)
        #expect(claimed.count == 60 && Set(claimed).count == 60)
        try desk.store.read { reading throws(StoreError) in
            let numbers = try reading.numbers(ofCampaign: Desk.campaignId)
            #expect(numbers.allSatisfy { $0.state == .committed && $0.attemptsTotal == 1 })
            let events = try reading.events(ofCampaign: Desk.campaignId, from: 1)
            #expect(events.map(\.seq) == Array(1...events.count))
            let replayed = CampaignEvent.replay(events)
            for number in numbers { #expect(replayed[number.id] == .number(number)) }
            for attempt in try reading.liveAttempts(ofCampaign: Desk.campaignId) {
                #expect(replayed[attempt.id] == CampaignRecord.attempt(attempt).inLog)
            }
        }
    }

    @Test("one phone in two campaigns is called by one of them at a time", arguments: StoreKind.allCases)
    func onePhoneTwoCampaigns(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        let campaigns = ["campaign-a", "campaign-b"]
        for campaign in campaigns { try desk.makeDueNumbers(20, of: campaign) }
        _ = try inThreads(2) { try desk.claimAll(of: campaigns[$0], owner: campaigns[$0], most: 3) }
        let live = try desk.store.read { reading throws(StoreError) in try reading.liveAttempts(ofCampaign: nil) }
        #expect(live.count == 20 && Set(live.map(\.phoneKey)).count == 20)
    }

    @Test("numbers are due in the order of calls, and one knows how many come before it", arguments: StoreKind.allCases)
    func order(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.makeDueNumbers(6) { index, number in
            number.priority = index == 5 ? 1 : 5
            number.windowEnd = index == 3 ? Desk.start + 60 : index == 2 ? nil : Desk.start + 600
            number.windowStart = index == 4 ? nil : Desk.start
        }
        try desk.store.read { reading throws(StoreError) in
            let due = try reading.dueNumbers(ofCampaign: Desk.campaignId, limit: 10)
            #expect(due.map(\.seq) == [6, 4, 5, 1, 2, 3])
            var ahead: [Int] = []
            for number in due { ahead.append(try reading.dueAhead(of: number, limit: 4)) }
            #expect(ahead == [0, 1, 2, 3, 4, 4])
        }
    }

    @Test("the live calls of a campaign are counted, and those that nobody has answered", arguments: StoreKind.allCases)
    func liveCalls(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.makeDueNumbers(4)
        try desk.makeDueNumbers(1, of: "campaign-2") { ($1.phone, $1.phoneKey) = ("+16507777", "16507777") }
        #expect(try desk.liveCounts() == LiveCounts(live: 0, unanswered: 0))
        _ = try desk.claimAll(owner: "dialer", most: 4)
        _ = try desk.claimAll(of: "campaign-2", owner: "other", most: 1)
        var live = try desk.store.read { reading throws(StoreError) in
            try reading.liveAttempts(ofCampaign: Desk.campaignId)
        }
        live[0].state = .answered
        let answered = live[0]
        try desk.store.transaction { transaction throws(StoreError) in try transaction.put([.attempt(answered)]) }
        #expect(try desk.liveCounts() == LiveCounts(live: 4, unanswered: 3))
        #expect(try desk.end(live[1]))
        #expect(try desk.liveCounts() == LiveCounts(live: 3, unanswered: 2))
    }

    @Test("a wait in which nothing changes ends at its time", arguments: StoreKind.allCases)
    func waking(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        #expect(try !desk.store.waking().waitForChange(timeout: 0))
    }

    @Test("of several states of a record in one change the last one holds", arguments: StoreKind.allCases)
    func lastStateHolds(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.makeDueNumbers(1)
        let found = try desk.store.transaction { transaction throws(StoreError) in
            guard let number = try transaction.numbers(ofCampaign: Desk.campaignId).first else { return nil as String? }
            var (first, second) = (number, number)
            (first.reason, second.reason) = ("first", "it's \"second\", naïve 🙂 \\")
            try transaction.put([.number(first), .number(second)])
            return try transaction.number(id: number.id)?.reason
        }
        #expect(found == "it's \"second\", naïve 🙂 \\")
    }

    @Test("a call is ended once, though two dialers end it at the same time", arguments: StoreKind.allCases)
    func endedOnce(_ kind: StoreKind) throws {
        let desk = try Desk(kind)
        try desk.makeDueNumbers(1)
        _ = try desk.claimAll(owner: "dialer", most: 1)
        let live = try desk.store.read { reading throws(StoreError) in try reading.liveAttempts(ofCampaign: nil) }
        let attempt = try #require(live.first)
        #expect(try inThreads(4) { _ in try desk.end(attempt) }.count { $0 } == 1)
    }
}

extension Desk {
    static let campaignId = "campaign-1"

    /// A running campaign without hours, and numbers in it that are due.
    func makeDueNumbers(
        _ count: Int, of campaign: String = Desk.campaignId, _ change: (Int, inout CampaignNumber) -> Void = { _, _ in }
    ) throws {
        let made = Campaign(
            id: campaign, name: campaign, state: .running, zone: "UTC", profile: .none, pacing: Pacing(lines: 1000),
            createdAt: Desk.start)
        let numbers = (0..<count).map { index in
            var number = CampaignNumber(
                id: "\(campaign)-\(index)", campaignId: campaign, seq: index + 1, phone: "+1650\(1000 + index)",
                reason: "added", addedAt: Desk.start)
            (number.isDue, number.nextDueAt) = (true, Desk.start)
            change(index, &number)
            return CampaignRecord.number(number)
        }
        try store.transaction { transaction throws(StoreError) in
            try transaction.save(
                .campaign(made), because: .init(.campaignCreated, at: Desk.start, actor: "test", campaignId: made.id))
            let cause = CampaignEventCause(.numbersImported, at: Desk.start, actor: "test", campaignId: made.id)
            try transaction.save([RecordChange(numbers, because: cause)])
        }
    }

    /// Claims until nothing is due, and gives the phones.
    func claimAll(of campaign: String = Desk.campaignId, owner: String, most: Int) throws -> [String] {
        var identifiers: any RandomNumberGenerator & Sendable = SeededBits(
            seed: UInt64(owner.utf8.reduce(7) { ($0 * 31 + Int($1)) % 1_000_003 }))
        var phones: [String] = []
        while true {
            let (claims, next) = try store.transaction { transaction throws(StoreError) in
                var claiming = Claiming(
                    transaction, book: ScheduleBook(), owner: owner, at: Desk.start, leaseUntil: Desk.start + 60,
                    identifiers: identifiers)
                return (try claiming.claim(campaign: campaign, room: ClaimRoom(most: most)), claiming.identifiers)
            }
            identifiers = next
            guard !claims.isEmpty else { return phones }
            phones += claims.map(\.number.phone)
        }
    }

    func liveCounts() throws -> LiveCounts {
        try store.read { reading throws(StoreError) in try reading.liveCounts(ofCampaign: Desk.campaignId) }
    }

    func end(_ attempt: Attempt) throws -> Bool {
        try store.transaction { transaction throws(StoreError) in
            try Settlement(transaction, book: ScheduleBook(), at: Desk.start + 30, actor: "test")
                .end(attempt.id, fence: attempt.fence, CallEnding(.noAnswer, endedAt: Desk.start + 30))
        }
    }
}
