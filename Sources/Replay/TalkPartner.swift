import Conversations
import FoundationEssentials
import Scripting

/// The bot as a replay needs it. `BotRuntime` is the real one; tests have a scripted one.
package protocol TalkPartner {
    /// One turn; the replay keeps the state. A partner remembers nothing from one turn to the next.
    ///
    /// - Parameter mocks: what answers in place of all servers and services; `nil` when the case may ask the real ones.
    mutating func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, mocks: ScriptMocks?,
        random: inout RandomSource
    ) -> TurnResult

    /// Whether some rule of the bot may answer the event from this state.
    func answers(event: String, in state: ConversationState) -> Bool

    /// What to tell of a state that the bot does not have; `nil` when it has it.
    func missing(state path: String) -> MissingState?
}
