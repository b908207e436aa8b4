import BotModel
import BotRuntime
import CampaignModel
import Conversations
import Dialing
import FoundationEssentials

/// The bot as a call needs it. `BotRuntime` is the real one; tests have a scripted one.
package protocol CallPartner: AnyObject {
    /// What went wrong before the first turn.
    var loadFailures: [TurnFailure] { get }
    /// Whether turns tell their steps.
    var isTraced: Bool { get set }

    func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, random: inout RandomSource
    ) -> TurnResult

    func answers(_ text: String, in state: ConversationState) -> Bool
    func answers(event: String, in state: ConversationState) -> Bool

    /// The path itself if the bot has such a state or theme, else the nearest one around it.
    func nearestPlace(to path: String) -> String
    /// Whether a transition written in that place leads anywhere.
    func leads(to target: String, from path: String) -> Bool
}

extension BotRuntime: CallPartner {
    package func nearestPlace(to path: String) -> String {
        var place = StatePath(path)
        while !bot.exists(place), place != .root { place = place.parent }
        return place.description
    }

    package func leads(to target: String, from path: String) -> Bool {
        bot.resolve(target, from: StatePath(path)) != nil
    }
}

/// Where a call keeps what must not be lost. `CallLedger` is the real one; tests have one that remembers the order.
package protocol CallKeeper: AnyObject {
    /// `$client` of the number as the last call left it, JSON.
    var client: String { get }

    /// Stores a turn; when this returns, the turn's replies may be handed out.
    func keep(_ turn: TurnToKeep, at now: Date) throws -> RedialOutcome?

    func end(at now: Date, by party: CallEnd) throws
}

extension CallLedger: CallKeeper {}
