import Conversations

extension TurnInput {
    /// A call that nobody has taken is a session of its own: its event begins one (campaigns.md 11).
    var ofItsOwnCall: TurnInput {
        guard case .event(let event, _) = incoming, Self.unanswered.contains(event) else { return self }
        var input = self
        input.state = ConversationState(client: state.client)
        input.state.redialUsed = state.redialUsed
        input.state.hungUpBy = state.hungUpBy
        return input
    }

    private static let unanswered: Set = ["onCallNotConnected", "onCallNotConnectedTechnical"]
}
