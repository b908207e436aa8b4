import CampaignModel
import CampaignStorage
import FoundationEssentials

/// The loop due → claim → dial gate → line → talk → outcome → next, for all campaigns of a store.
///
/// One dialer works on one thread. Several may work on one store, on one machine or many: what each does is decided in
/// transactions, and the gate of the line lets no phone ring twice for one attempt (campaigns.md 14). The same code runs on
/// the wall's clock and on one that jumps.
package final class Dialer {
    let store: any CampaignStore
    let line: any PhoneLine
    let clock: any DialClock
    let talk: (any CallTalk)?
    let owner: String
    let book = ScheduleBook()
    let news: (DialNews) -> Void
    var settings: DialSettings
    /// The calls that this dialer looks after, by attempt.
    var calls: [String: WatchedCall] = [:]
    /// What the line has told and the store does not have yet.
    var untold: [LineEvent] = []
    /// Attempts whose fate the gate could not tell yet, and when it is asked again.
    var unsettled: [String: Date] = [:]
    var nextLeaseRenewal = Date.distantPast
    var nextLookAround = Date.distantPast
    /// How long it takes to let one phone ring, in seconds of the clock.
    var secondsPerRing: TimeInterval = 0
    /// The campaigns, by id, for which the last round did something or a call is live: they cannot be over.
    var busy: Set<String> = []
    /// Which campaign is asked first; a large one must not starve the others.
    var turn = 0

    package init(
        store: any CampaignStore, line: any PhoneLine, clock: any DialClock, talk: (any CallTalk)? = nil,
        owner: DialerName = .own, settings: DialSettings = DialSettings(), news: @escaping (DialNews) -> Void = { _ in }
    ) {
        (self.store, self.line, self.clock, self.talk) = (store, line, clock, talk)
        (self.owner, self.settings, self.news) = (owner.description, settings, news)
    }

    /// Works until it is told to stop, its time is over, or (`draining`) no campaign has anything left to do.
    ///
    /// Calls that are live at the end belong to the line; another dialer takes them over at once.
    package func run(until end: Date = .distantFuture, draining: Bool = false, isStopped: () -> Bool = { false }) {
        let waking = try? store.waking()
        while !isStopped(), clock.now < end {
            let next = stepAgainAfterTrouble()
            if draining, next == .distantFuture { break }
            clock.wait(until: min(next, end), waking: waking)
        }
        attempting { () throws(StoreError) in try releaseCalls() }
    }

    private func stepAgainAfterTrouble() -> Date {
        do throws(StoreError) {
            return try step()
        } catch {
            news(.trouble(error.message))
            return clock.now.addingTimeInterval(1)
        }
    }

    func attempting(_ work: () throws(StoreError) -> Void) {
        do throws(StoreError) { try work() } catch { news(.trouble(error.message)) }
    }

    /// One round: what has happened is written, what is due is called.
    ///
    /// - Returns: when the next one is wanted; `distantFuture` when nothing is left to do.
    package func step() throws(StoreError) -> Date {
        if let trouble = clockTrouble {
            news(.trouble(trouble))
            return clock.now.addingTimeInterval(1)
        }
        try tellStore()
        try lookAround()
        let campaigns = try upkeep()
        var moved: Set<String> = []
        for campaign in campaigns where campaign.state == .running {
            if try turnNumbers(of: campaign) > 0 { moved.insert(campaign.id) }
        }
        moved.formUnion(try call(campaigns.filter { $0.state == .running }))
        try tellStore()
        let before = busy
        busy = moved
        for call in calls.values { busy.insert(call.attempt.campaignId) }
        // A campaign that has just become quiet may be over.
        return moved.isEmpty && before.isSubset(of: busy) ? try nextStep(campaigns) : clock.now
    }

    /// A call that is live, as far as this dialer knows.
    struct WatchedCall {
        var attempt: Attempt
        var phone: String
        var campaignName: String
        /// Whether somebody talks or has talked on it, here or in a dialer that is gone.
        var isTalking = false
        var talkEnd: TalkEnd?
        var endsAt: Date?

        var outgoing: OutgoingCall { OutgoingCall(attempt, phone: phone, campaign: campaignName) }
    }
}

// MARK: Time

extension Dialer {
    /// By a clock that is off, numbers are called at the wrong time or given up: nothing is done until it is right again.
    private var clockTrouble: String? {
        guard let there = line.now else { return nil }
        let seconds = clock.now.timeIntervalSince(there)
        guard abs(seconds) > DialGate.clockAllowance else { return nil }
        return
            "The clock of this dialer is \(Int(abs(seconds).rounded(.up))) s \(seconds > 0 ? "ahead of" : "behind") the line's. "
            + "It calls nobody until both show the same time; set the clock of this machine right."
    }

    private func turnNumbers(of campaign: Campaign) throws(StoreError) -> Int {
        try store.transaction { transaction throws(StoreError) in
            guard let campaign = try transaction.lockCampaign(id: campaign.id), campaign.state == .running else {
                return 0
            }
            return try transaction.turnNumbers(of: campaign, book: book, at: clock.now, limit: settings.batch)
        }
    }

    private func nextStep(_ campaigns: [Campaign]) throws(StoreError) -> Date {
        var moments = Array(unsettled.values) + [line.nextEventAt].compactMap(\.self)
        var isWaited = !calls.isEmpty || !unsettled.isEmpty
        try store.read { reading throws(StoreError) in
            for known in campaigns {
                // Its calls have moved the moment of the next one.
                let campaign = try reading.campaign(id: known.id) ?? known
                isWaited = isWaited || campaign.state != .paused
                moments += [campaign.nextMoment].compactMap(\.self)
                guard campaign.state == .running else { continue }
                moments += [try reading.nextTurn(ofCampaign: campaign.id)].compactMap(\.self)
                if let next = campaign.nextCallAt, next > clock.now { moments.append(next) }
            }
        }
        guard isWaited else { return .distantFuture }
        if !calls.isEmpty { moments.append(nextLeaseRenewal) }
        // Numbers of other dialers, and orphans whose lease runs out, show themselves when it looks around again.
        moments.append(nextLookAround)
        return moments.min() ?? .distantFuture
    }
}

extension Campaign {
    /// When time changes its state next; one that is being stopped waits for its calls alone.
    fileprivate var nextMoment: Date? {
        switch state {
        case .scheduled: startsAt
        case .running, .paused: lastMoment
        case .draft, .stopping, .finished, .deleted: nil
        }
    }
}
