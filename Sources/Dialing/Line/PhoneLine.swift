import CampaignModel
import FoundationEssentials

/// A call that a dialer asks the network to make; it was stored durably before.
package struct OutgoingCall: Sendable, Hashable {
    /// The id under which the network knows the call for ever: the attempt's.
    package var id: String
    package var campaign: String
    package var phone: String
    package var phoneKey: String
    package var committedAt: Date

    package init(_ attempt: Attempt, phone: String, campaign: String) {
        (id, self.campaign, self.phone) = (attempt.id, campaign, phone)
        (phoneKey, committedAt) = (attempt.phoneKey, attempt.committedAt)
    }

    /// After it the call is not made any more.
    package var notAfter: Date { DialGate.notAfter(committedAt: committedAt) }
}

/// What the network knows of a call that it has taken.
package struct LineCall: Sendable, Hashable {
    package var id: String
    package var ringingAt: Date
    /// `nil` while nobody knows, and for a call that nobody answers.
    package var answeredAt: Date?
    /// `nil` while the call is live and nobody knows when it will end.
    package var endsAt: Date?
    package var outcome: AttemptOutcome?
    package var reason: String?

    package init(
        id: String, ringingAt: Date, answeredAt: Date? = nil, endsAt: Date? = nil, outcome: AttemptOutcome? = nil,
        reason: String? = nil
    ) {
        (self.id, self.ringingAt, self.answeredAt) = (id, ringingAt, answeredAt)
        (self.endsAt, self.outcome, self.reason) = (endsAt, outcome, reason)
    }
}

/// What the last hop before the network says to a call.
package enum RingAnswer: Sendable, Hashable {
    /// It rings, or rang already under this id: nothing rings twice.
    case rings(LineCall)
    /// Nothing rang, and nothing will under this id.
    case refused(String)
    /// It may ring or not: the answer was lost.
    case unclear(String)
}

/// What the last hop remembers of a call.
package struct LineMemory: Sendable, Hashable {
    /// What it says to a look-up (campaigns.md 14.2).
    package var lookUp: GateLookUp
    /// The call, when it rang.
    package var call: LineCall?

    package init(_ lookUp: GateLookUp, call: LineCall? = nil) { (self.lookUp, self.call) = (lookUp, call) }
}

/// Something that a line has seen.
package enum LineEvent: Sendable, Hashable {
    case answered(id: String, at: Date)
    case ended(id: String, at: Date, AttemptOutcome, reason: String?)

    package var id: String {
        switch self {
        case .answered(let id, _), .ended(let id, _, _, _): id
        }
    }

    package var at: Date {
        switch self {
        case .answered(_, let moment), .ended(_, let moment, _, _): moment
        }
    }
}

/// Makes calls, and tells how they go: a trunk, a simulated network, a person at the console.
///
/// `ring` and `memory` are the dial gate of campaigns.md 14.2: the receiving side of the last hop refuses a call whose time is
/// over and remembers every id durably before it lets the phone ring.
package protocol PhoneLine: AnyObject {
    /// The clock of the last hop; `nil` when it cannot be asked.
    var now: Date? { get }
    /// Lets the phone ring, unless more than ten seconds have passed since the decision or the id is known.
    func ring(_ call: OutgoingCall) -> RingAnswer
    /// What it remembers, asked under the same lock as `ring`, so that no request slips through meanwhile.
    ///
    /// What it finds to be `notDialed` it remembers as revoked, so that it stays so.
    func memory(of calls: [OutgoingCall]) -> [LineMemory]
    /// Makes sure that these calls never ring, where it is not too late for that.
    func revoke(_ calls: [OutgoingCall]) -> [GateRevocation]
    /// Watches a call that another dialer began.
    func follow(_ call: LineCall)
    /// What has happened up to a moment and was not handed out yet, in the order in which it happened.
    func events(until now: Date) -> [LineEvent]
    /// When the next event comes, as far as the line knows.
    var nextEventAt: Date? { get }
    /// The most calls that may begin in a second, `nil` for no bound of its own.
    var mostCallsPerSecond: Double? { get }
}

extension PhoneLine {
    package var now: Date? { nil }
    package var mostCallsPerSecond: Double? { nil }
}
