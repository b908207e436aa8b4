import Conversations
import FoundationEssentials

/// The bot as a replay needs it. `BotRuntime` is the real one; tests have a scripted one.
package protocol TalkPartner {
    /// One turn; the replay keeps the state. A partner remembers nothing from one turn to the next.
    mutating func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, random: inout RandomSource
    ) -> TurnResult
}
