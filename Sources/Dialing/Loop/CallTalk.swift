import CampaignModel
import CampaignStorage
import FoundationEssentials

/// A call that somebody has answered.
package struct AnsweredCall: Sendable {
    package var attemptId: String
    package var campaign: Campaign
    package var number: CampaignNumber
    package var answeredAt: Date
    /// When the callee hangs up, where the line knows that beforehand.
    package var endsAt: Date?

    package init(
        attemptId: String, campaign: Campaign, number: CampaignNumber, answeredAt: Date, endsAt: Date?
    ) {
        (self.attemptId, self.campaign, self.number) = (attemptId, campaign, number)
        (self.answeredAt, self.endsAt) = (answeredAt, endsAt)
    }
}

/// A call that has ended before anybody answered it.
package struct MissedCall: Sendable {
    package var attemptId: String
    package var campaign: Campaign
    package var number: CampaignNumber
    package var outcome: AttemptOutcome
    package var endedAt: Date

    package init(
        attemptId: String, campaign: Campaign, number: CampaignNumber, outcome: AttemptOutcome, endedAt: Date
    ) {
        (self.attemptId, self.campaign, self.number) = (attemptId, campaign, number)
        (self.outcome, self.endedAt) = (outcome, endedAt)
    }
}

/// What a talk came to.
package struct TalkEnd: Sendable, Hashable {
    /// `answered`, or `answeredNoSuccess` when the script said so.
    package var outcome: AttemptOutcome
    /// When the talk was over, where that is for the talk to say and not for the line.
    package var endedAt: Date?
    package var endedBy: CallEnd
    /// `$dialer.setCallResult`.
    package var result: String?

    package init(
        outcome: AttemptOutcome = .answered, endedAt: Date? = nil, endedBy: CallEnd, result: String? = nil
    ) {
        (self.outcome, self.endedAt, self.endedBy, self.result) = (outcome, endedAt, endedBy, result)
    }
}

/// Who talks on an answered call: a bot, with a callee played by a script or sitting at the terminal.
///
/// Its turns and redials go to the store by a `CallLedger` (`resuming:`) before they are spoken; the dialer records the end.
package protocol CallTalk: AnyObject {
    /// Holds the talk, from the pick-up to its end. Any trouble of the talk is the talk's: the call ends, the campaign goes on.
    func hold(_ call: AnsweredCall, store: any CampaignStore) -> TalkEnd
    /// Tells the bot that nobody answered (`onCallNotConnected`), before what follows is planned: a redial that it keeps by a
    /// `CallLedger` takes the place of the retry. It may be told so twice, after trouble with the store.
    func miss(_ call: MissedCall, store: any CampaignStore)
}

extension CallTalk {
    /// A talk that has nothing to say to it.
    package func miss(_ call: MissedCall, store: any CampaignStore) {}
}
