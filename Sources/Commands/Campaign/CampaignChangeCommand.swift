import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// `ringback campaign change`: other settings for a campaign that exists; its numbers are planned anew.
struct CampaignChangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Change the policy, zone, profile, lines or rate of a campaign.",
        discussion: """
            EXAMPLES
              ringback campaign change spring --lines 40
              ringback campaign change spring --policy '{"allowedTime":{"default":[{"localTimeFrom":"12:00","localTimeTo":"18:00"}]}}'

            A policy is replaced as a whole. Numbers that wait are planned by the new settings; calls that are live go on.
            """)

    @Argument(help: "The name of the campaign.")
    var name: String
    @OptionGroup var storeOption: StoreOption
    @Option(help: "The new call policy, a JSON object; - reads it from standard input.")
    var policy: String?
    @Option(help: "The most calls at one time.")
    var lines: Int?
    @Option(help: "The most calls that may begin in a second; 0 for no bound.")
    var rate: Double?
    @Option(help: "The hours of the law: default, none, or a JSON file.")
    var profile: String?
    @Option(parsing: .unconditional, help: "The time zone of numbers without one.")
    var zone: String?
    @Option(help: "The present moment, in ISO 8601. (default: now)")
    var at: String?

    func validate() throws {
        if let lines { try PacingOption.check(lines: lines) }
        if let rate { guard rate >= 0, rate <= 1000 else { throw ValidationError("--rate goes from 0 to 1000.") } }
    }

    func run() throws {
        let streams = Streams()
        let now = try Arguments.now(at)
        let policy = try policy.map { try PolicyOption.read($0, streams).policy }
        let profile = try profile.map { try LegalProfileOption.profile($0) }
        if let zone { _ = try Arguments.zone(zone) }
        let store = try StoreOpening.open(storeOption.store, .readWrite)
        let id = try store.known(name, in: storeOption.name).id
        let changed = try store.change { transaction throws(StoreError) -> Campaign in
            guard var campaign = try transaction.lockCampaign(id: id) else {
                throw StoreError(.missing, "The campaign is gone.")
            }
            if case .refused(let sentence) = campaign.state.answer(to: .reload) {
                throw StoreError(.conflict, sentence)
            }
            campaign.defaultPolicy = policy ?? campaign.defaultPolicy
            campaign.zone = zone ?? policy?.gmtZone ?? campaign.zone
            campaign.profile = profile ?? campaign.profile
            campaign.pacing.lines = lines ?? campaign.pacing.lines
            if let rate { campaign.pacing.callsPerSecond = rate == 0 ? nil : rate }
            let cause = CampaignEventCause(
                .campaignChanged, at: now, actor: "operator", campaignId: id, reason: "changed by an operator")
            try transaction.save(.campaign(campaign), because: cause)
            return campaign
        }
        let count = policy != nil || zone != nil || profile != nil ? try replan(changed, store, at: now) : 0
        streams.out.line("\(name) is changed\(count > 0 ? "; \(count) numbers were planned anew" : "").")
        try streams.checkWritten()
    }

    private func replan(_ campaign: Campaign, _ store: any CampaignStore, at now: Date) throws -> Int {
        let book = ScheduleBook()
        var seq = 0
        while true {
            let from = seq
            let next = try store.change { transaction throws(StoreError) in
                try transaction.replan(campaign, after: from, limit: 2000, book: book, at: now)
            }
            guard let next else { return seq }
            seq = next
        }
    }
}
