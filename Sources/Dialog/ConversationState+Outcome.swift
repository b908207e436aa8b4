import BotModel
import Conversations

extension ConversationState {
    /// What is kept of a conversation after a turn; the context is the dialog's to set.
    ///
    /// - Parameter shown: the buttons that may be pressed still when the turn has said nothing.
    func after(_ outcome: ScriptOutcome, shown: [OfferedButton]?, of bot: Bot) -> ConversationState {
        var state = self
        state.session = outcome.endsSession ? "{}" : outcome.session
        state.client = outcome.client
        state.redialUsed = outcome.redialUsed
        state.line = outcome.line
        state.voice = outcome.voice
        state.history = outcome.endsSession ? nil : outcome.history
        state.drawn = outcome.endsSession ? nil : outcome.drawn
        state.offered = outcome.endsSession ? nil : outcome.offered(bot) ?? shown
        return state
    }

    /// An event that nothing answers changes nothing: who is waited for is waited for still, by voice or by keys.
    mutating func waits(as before: ConversationState) {
        timeout = timeout ?? before.timeout
        line = line ?? before.line
        contextHistory = before.contextHistory
    }
}
