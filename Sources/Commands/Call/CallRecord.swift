import CampaignModel
import Conversations
import FoundationEssentials

/// One thing that happened in a call, in the order in which it happened. Every way of showing a call starts from these.
package enum CallRecord: Sendable, Hashable {
    case call(number: String, at: Date)
    /// What the caller said, or the keys pressed.
    case caller(String, keypad: Bool)
    /// Something other than words reached the bot; `target` is the state a due timeout leads to.
    /// `data` is JSON.
    case event(name: String, target: String?, data: String? = nil)
    case match(RuleMatch)
    case reply(Reply)
    /// Said after the line was closed.
    case unheard(Reply)
    /// `byStore`: it was the store that did not accept it; for the bot all was well. `isThrown`: the reason follows as a failure.
    case redial(RedialRequest, accepted: Bool, notes: [String], byStore: Bool = false, isThrown: Bool = false)
    case hangUp(Party)
    /// - Parameter attempts: the earliest moments, taking calls as instantaneous.
    case series(id: String, quota: Int, attempts: [Date])
    case directive(name: String, arguments: String)
    case failure(TurnFailure)
    case log(String)
    /// Something that a person should know about the call and that no one said.
    case note(String)
    /// Only in a call that is traced: how the talk moved, what ran, and what a turn has left in `$session` and `$client`.
    case step(TraceStep)
    case change(VariableChange)
}
