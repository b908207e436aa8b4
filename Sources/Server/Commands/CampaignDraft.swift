import CampaignModel
import FoundationEssentials

/// What a campaign is made of before it has an id.
package struct CampaignDraft: Sendable, Hashable {
    /// When it begins to call.
    package enum Start: Sendable, Hashable {
        case byCommand
        /// At that moment, or at once when it has passed.
        case at(Date)
    }

    /// What becomes of a phone that the campaign's normalisation cannot read.
    package enum BadPhones: String, Sendable, Hashable, CaseIterable {
        case skip
        /// It is added and never called.
        case flag
    }

    package var name: String
    package var defaultPolicy = CallPolicy()
    /// Of numbers without a zone of their own, as given.
    package var zone: String?
    package var pacing = Pacing()
    package var retryRules: [RetryRule] = []
    package var limits = CallLimits()
    package var bot: String?
    package var start = Start.byCommand
    package var lifetimeInSeconds: Int?
    /// Numbers may be added while it runs, so that it does not finish when all it has are final.
    package var isInputOpen = false
    /// Of the persons who are added to it.
    package var strategy = ContactStrategy.oneAfterAnother
    package var normalisation = PhoneNormalisation.none
    package var badPhones = BadPhones.skip
    /// The lists that it calls, as the surface names them.
    package var lists: [String] = []
    /// Whose request it was made by; `nil`: nobody's.
    package var surface: String?
    /// The fields of that request which the engine does not read, to be given back.
    package var kept: [PolicyValue.Member] = []

    package init(name: String, surface: String? = nil) {
        self.name = name
        self.surface = surface
    }
}

extension CampaignDraft {
    /// The campaign itself. What `Campaign` has no field for stands in its `extras`.
    package func campaign(id: String, profile: LegalProfile = .default, at moment: Date) -> Campaign {
        var campaign = Campaign(
            id: id, name: name, defaultPolicy: defaultPolicy, zone: zone, profile: profile, pacing: pacing,
            retryRules: retryRules, limits: limits, bot: bot, isInputOpen: isInputOpen, createdAt: moment)
        if case .at(let start) = start { (campaign.state, campaign.startsAt) = (.scheduled, start) }
        campaign.lifetimeInSeconds = lifetimeInSeconds
        campaign.extras = extras.jsonText
        return campaign
    }

    /// What a campaign would be made of anew, whoever made it.
    package init(_ campaign: Campaign) {
        let extras = campaign.extras.flatMap { try? PolicyValue(json: $0) } ?? .null
        self.init(name: campaign.name, surface: extras["surface"]?.text)
        (defaultPolicy, zone, pacing) = (campaign.defaultPolicy, campaign.zone, campaign.pacing)
        (retryRules, limits, bot) = (campaign.retryRules, campaign.limits, campaign.bot)
        (lifetimeInSeconds, isInputOpen) = (campaign.lifetimeInSeconds, campaign.isInputOpen)
        if let start = campaign.startsAt { self.start = .at(start) }
        read(extras: extras)
    }

    /// The fields kept of a request of that surface; those of another have no meaning there.
    func kept(by surface: String) -> [PolicyValue.Member] { self.surface == surface ? kept : [] }

    private var extras: PolicyValue {
        .object([
            .init("surface", surface.map { .string($0) } ?? .null), .init("strategy", .string(strategy.rawValue)),
            .init("normalisation", .string(normalisation.rawValue)), .init("badPhones", .string(badPhones.rawValue)),
            .init("lists", .array(lists.map { .string($0) })), .init("kept", .object(kept)),
        ])
    }

    private mutating func read(extras: PolicyValue) {
        strategy = extras["strategy"]?.text.flatMap(ContactStrategy.init) ?? strategy
        normalisation = extras["normalisation"]?.text.flatMap(PhoneNormalisation.init) ?? normalisation
        badPhones = extras["badPhones"]?.text.flatMap(BadPhones.init) ?? badPhones
        lists = extras["lists"]?.elements.compactMap(\.text) ?? []
        kept = extras["kept"]?.members ?? []
    }
}
