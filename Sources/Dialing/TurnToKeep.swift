import CampaignModel

/// What a finished turn leaves to be kept, before its replies are handed out.
package struct TurnToKeep: Sendable, Hashable {
    /// The conversation between turns, as JSON.
    package var conversation: String
    /// `$client` as JSON; kept for the next call to the number.
    package var client: String
    /// The redial that the turn's script asked for and that the conversation's one-redial guard let through.
    package var redial: RedialRequest?

    package init(conversation: String, client: String, redial: RedialRequest? = nil) {
        self.conversation = conversation
        self.client = client
        self.redial = redial
    }
}
