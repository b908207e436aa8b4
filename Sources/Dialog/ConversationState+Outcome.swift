import BotModel
import Conversations

extension ConversationState {
    /// What is kept of a conversation after a turn; the context is the dialog's to set.
    func after(_ outcome: ScriptOutcome, of bot: Bot) -> ConversationState {
        var state = self
        state.session = outcome.endsSession ? "{}" : outcome.session
        state.client = outcome.client
        state.redialUsed = outcome.redialUsed
        state.history = outcome.endsSession ? nil : outcome.history
        state.offered = OfferedButton.offered(in: outcome.happenings, bot) ?? state.offered
        return state
    }
}
