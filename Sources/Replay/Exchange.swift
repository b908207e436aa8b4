import Conversations
import FoundationEssentials

/// A turn of a case, as it is told when the case fails.
package struct Exchange: Sendable, Hashable {
    package let heard: Incoming
    /// The state in which the talk stood.
    package let context: String
    package let at: Date
    /// The zone of the call by name.
    package let zone: String
    /// The rules that won: one, unless the turn was several.
    package let matches: [RuleMatch]
    package let replies: [Reply]

    init(_ heard: Incoming, in before: ConversationState, at: Date, zone: String, _ result: TurnResult) {
        self.heard = heard
        context = before.contextPath
        self.at = at
        self.zone = zone
        matches = result.happenings.compactMap { if case .match(let match) = $0 { match } else { nil } }
        replies = result.happenings.compactMap { if case .reply(let reply) = $0 { reply } else { nil } }
    }

    /// The turn in the words of a `.talk` file: what came, and each text reply.
    package var talkLines: [String] {
        let said: String =
            switch heard {
            case .text(let text): "> " + text.folded
            case .event(let name, let data): "@event \(name)" + (data.map { " " + $0.folded } ?? "")
            case .goTo(let state): "on to \(state)"
            }
        return [said] + replies.compactMap { reply in reply.text.map { "< \($0.folded)   (\(reply.state))" } }
    }
}

extension TalkStep {
    /// The state that the step expects to answer.
    var expectedState: String? {
        switch kind {
        case .expectation(.state(let path)): path
        case .expectation(.reply(_, let state, let first)): state ?? first
        default: nil
        }
    }
}
