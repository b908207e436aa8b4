import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation

/// A day played by the dialer on a store, and what came of it, line by line.
final class DayPlay {
    let store: any CampaignStore
    private let script: DayScript
    private let clock: JumpingClock
    private let line: DayLine
    /// What happened, in order.
    private var told: [String] = []
    private var mostLive: [String: Int] = [:]

    init(_ script: DayScript, on store: any CampaignStore) {
        (self.script, self.store) = (script, store)
        clock = JumpingClock(script.clock.start)
        line = DayLine(script, clock: clock)
    }

    /// Dials the day to its end.
    func play() throws -> [String] {
        try makeCampaigns()
        line.told = { [unowned self] in ring($0, $1, isListed: $2) }
        let talk = DayTalk(line, clock) { [unowned self] in tell($0) }
        let settings = DialSettings(lease: 86_400, identifiers: SplitMix(seed: 1))
        let dialer = Dialer(store: store, line: line, clock: clock, talk: talk, settings: settings) { [unowned self] in
            take($0)
        }
        for (moment, deed) in script.deeds {
            dialer.run(until: moment)
            try perform(deed)
        }
        // A campaign that never ends is told by its state.
        let longest = script.clock.start.addingTimeInterval(60 * 86_400)
        dialer.run(until: script.until ?? longest, draining: script.until == nil)
        return told + (try ends())
    }

    // MARK: Before

    private func makeCampaigns() throws {
        let now = script.clock.start
        try store.transaction { transaction throws(StoreError) in
            for (index, campaign) in script.campaigns.enumerated() {
                let cause = CampaignEventCause(.campaignCreated, at: now, actor: "test", campaignId: campaign.id)
                try transaction.save(.campaign(campaign), because: cause)
                let records = try records(ofCampaign: index)
                let added = CampaignEventCause(.numbersImported, at: now, actor: "test", campaignId: campaign.id)
                try transaction.save([RecordChange(records, because: added)])
            }
        }
    }

    private func records(ofCampaign index: Int) throws(StoreError) -> [CampaignRecord] {
        let (campaign, now) = (script.campaigns[index], script.clock.start)
        let planning = NumberPlanning(campaign, book: ScheduleBook(), at: now)
        var records: [CampaignRecord] = []
        for (seq, given) in script.numbers.filter({ $0.campaign == index }).enumerated() {
            var number = CampaignNumber(
                id: "\(campaign.name)-\(seq + 1)", campaignId: campaign.id, seq: seq + 1, phone: given.phone,
                policy: given.policy, zone: given.policy.gmtZone, reason: "added", addedAt: now)
            if let contact = script.contacts.firstIndex(where: { $0.phones.contains(given.phone) }) {
                let phones = script.contacts[contact].phones
                (number.contactId, number.placeInContact) = (
                    "contact-\(contact)", phones.firstIndex(of: given.phone) ?? 0
                )
                if number.placeInContact == 0 {
                    let made = Contact(
                        id: "contact-\(contact)", campaignId: campaign.id, strategy: script.contacts[contact].strategy,
                        addedAt: now)
                    records.append(.contact(made))
                }
            }
            if number.placeInContact == 0 { try planning.planFirst(&number) } else { number.wait(.afterOtherPhone) }
            records.append(.number(number))
        }
        return records
    }

    // MARK: Meanwhile

    private func perform(_ deed: DayScript.Deed) throws {
        let now = clock.now
        switch deed {
        case .suppress(let phone):
            let entry = Suppression(id: "entry-\(phone)", phone: phone, reason: "asked", source: "test", since: now)
            try store.transaction { transaction throws(StoreError) in try transaction.put([.suppression(entry)]) }
        case .command(let command, let name): try order(command, campaign: name)
        case .console(let phone, let redials):
            let ledger = try CallLedger(
                store: store, campaign: "console", number: phone, bot: "day", zone: script.clock.zone.name, at: now,
                identifiers: SplitMix(seed: 7))
            for redial in redials { tell("\(phone) \(DayTalk.keep(redial, ledger, at: now, script.clock))") }
            try ledger.end(at: now, by: .caller)
        }
    }

    private func order(_ command: CampaignControl, campaign name: String) throws {
        let now = clock.now
        let answer = try store.transaction { transaction throws(StoreError) -> CampaignAnswer? in
            guard var campaign = try transaction.campaign(named: name) else { return nil }
            let answer = campaign.state.answer(to: command)
            guard case .becomes(let state) = answer else { return answer }
            campaign.state = state
            if state == .running { campaign.begin(at: now) }
            campaign.stateReason = command.rawValue
            let cause = CampaignEventCause(.campaignChanged, at: now, actor: "test", campaignId: campaign.id)
            try transaction.save(.campaign(campaign), because: cause)
            return answer
        }
        if case .refused(let why)? = answer { tell("\(name) \(command) refused: \(why)") }
    }

    private func ring(_ call: OutgoingCall, _ begun: LineCall, isListed: Bool) {
        let end = begun.endsAt.map(script.clock.text) ?? "?"
        let whose = script.campaigns.count > 1 ? " for \(call.campaign)" : ""
        tell(
            "\(call.phone) \(begun.outcome?.rawValue ?? "?") until \(end)\(whose)"
                + (isListed ? "" : " (the file has no answer for this call)"))
    }

    private func take(_ news: DialNews) {
        switch news {
        case .rang, .ended: break
        case .finished(let campaign, let moment): told.append("\(script.clock.text(moment)) \(campaign) finished")
        case .trouble(let sentence): tell("trouble: \(sentence)")
        }
    }

    private func tell(_ sentence: String) { told.append("\(script.clock.text(clock.now)) \(sentence)") }

    // MARK: Afterwards

    private func ends() throws -> [String] {
        try store.read { reading throws(StoreError) in
            var lines: [String] = []
            for campaign in try reading.campaigns() {
                lines.append("\(campaign.name): \(campaign.state.rawValue)")
                for number in try reading.numbers(ofCampaign: campaign.id) {
                    let word = number.reason.prefix { $0 != ":" }
                    let why = word == number.state.rawValue ? "" : " (\(word))"
                    lines.append("  \(number.phone): \(number.state.rawValue)\(why)")
                }
            }
            return lines
        }
    }
}
