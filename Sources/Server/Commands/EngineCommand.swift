import CampaignModel

/// What a surface asks of the engine, in the engine's words.
package enum EngineCommand: Sendable, Hashable {
    case makeCampaign(CampaignDraft)
    case makeList(NumberListDraft)
    /// Numbers of which each is a person of its own, to the campaign that the surface addresses so.
    case addNumbers([NumberDraft], campaign: String)
    /// Persons with one or several phones each.
    case addContacts([ContactDraft], campaign: String)
    case control(CampaignControl, campaign: String)
}

/// A request that is right: what the engine is to do, in this order, and what the caller should know.
package struct DecodedRequest: Sendable, Hashable {
    package var commands: [EngineCommand]
    package var warnings: [RequestWarning]

    package init(_ commands: [EngineCommand], warnings: [RequestWarning] = []) {
        self.commands = commands
        self.warnings = warnings
    }
}

/// A list of numbers that campaigns may be given later.
package struct NumberListDraft: Sendable, Hashable {
    package var name: String
    package var numbers: [NumberDraft]
    /// Entries that nobody could be called by; the list is made without them.
    package var refused: [RequestFault]

    package init(name: String, numbers: [NumberDraft], refused: [RequestFault] = []) {
        self.name = name
        self.numbers = numbers
        self.refused = refused
    }
}

/// A person as a surface gives one: what a `Contact` and its numbers are made of.
package struct ContactDraft: Sendable, Hashable {
    package var externalId: String?
    package var strategy: ContactStrategy
    /// JSON that goes back with every report.
    package var callbackData: String?
    /// In the order in which they are tried.
    package var numbers: [NumberDraft]
    /// Phones as given that stay with the person and are never called.
    package var invalidPhones: [String]

    package init(
        externalId: String? = nil, strategy: ContactStrategy = .oneAfterAnother, callbackData: String? = nil,
        numbers: [NumberDraft], invalidPhones: [String] = []
    ) {
        self.externalId = externalId
        self.strategy = strategy
        self.callbackData = callbackData
        self.numbers = numbers
        self.invalidPhones = invalidPhones
    }
}
