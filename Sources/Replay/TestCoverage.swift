import BotModel
import Conversations
import FoundationEssentials
import Scripting

/// What of a bot its tests have visited.
package struct TestCoverage: Sendable, Hashable {
    /// The states that were entered.
    package var states: Set<StatePath> = []
    /// The numbers of rules that have won.
    package var rules: Set<Int> = []
    /// The numbers of `Bot.transitions` that were gone.
    package var transitions: Set<Int> = []

    package init() {}
}

/// A bot for a replay that also tells what is visited. What it plays must be traced, else transitions are missing.
package struct RecordedPartner<Partner: TalkPartner & SendableMetatype>: TalkPartner {
    private var partner: Partner
    private let recorder: CoverageRecorder?

    package init(_ partner: Partner, recorder: CoverageRecorder?) {
        self.partner = partner
        self.recorder = recorder
    }

    package mutating func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, mocks: ScriptMocks?,
        random: inout RandomSource
    ) -> TurnResult {
        let result = partner.turn(state, incoming, in: call, at: now, mocks: mocks, random: &random)
        recorder?.note(incoming, in: state, result)
        return result
    }

    package func answers(event: String, in state: ConversationState) -> Bool {
        partner.answers(event: event, in: state)
    }

    package func missing(state path: String) -> MissingState? { partner.missing(state: path) }
}
