import CampaignModel
import FoundationEssentials

/// Something a turn must have brought.
package enum Expectation: Sendable, Hashable {
    /// The next text reply. `state` said it; `firstState` is the one that the turn matched first.
    case reply(ExpectedText, state: String?, firstState: String?)
    /// The state that answered: that of the reply above it; without one, that of the turn's last reply, else the matched one.
    case state(String)
    case redial(ExpectedRedial)
    /// `$dialer.redial` was called and not accepted.
    case refusedRedial
    case hangUp
    /// Neither a redial nor a hang-up nor any other directive.
    case noDirective
    /// A failure of the bot; without a code any will do.
    case failure(code: String?)
    /// A `timeout` is pending; the interval is in seconds.
    case timeout(targetState: String?, interval: Double?)
    /// The response data hold at least this.
    case responseData(field: DataPath, TestJSON)
    /// The turn began a new session, with this first request and these data; only what is given is compared.
    case newSession(message: String?, data: TestJSON?)
    /// The next letter that the bot sent; only what is given is compared.
    case mail(recipient: String?, subject: String?, body: String?)
}

/// The words of a reply, and how exactly they are meant.
package struct ExpectedText: Sendable, Hashable {
    package enum Reading: Sendable, Hashable {
        case whole
        /// Written with `…` at the end: the rest is free.
        case beginning
    }

    package var text: String
    package var reading: Reading
    package var blanks: Blanks

    package init(_ text: String, _ reading: Reading = .whole, blanks: Blanks = .folded) {
        self.text = text
        self.reading = reading
        self.blanks = blanks
    }

    /// Any reply at all.
    package static let any = ExpectedText("", .beginning)

    package func allows(_ reply: String) -> Bool {
        switch reading {
        case .whole: blanks.comparable(reply) == blanks.comparable(text)
        case .beginning: blanks.comparable(reply).hasPrefix(blanks.comparable(text))
        }
    }
}

/// How blanks and line breaks of a reply count.
package enum Blanks: Sendable, Hashable {
    /// Any number of them is one; none at the ends.
    case folded
    /// They do not count at all. The vendor says that "differences" are ignored and not how; a test that was written
    /// for the vendor's platform should not fail for a line break.
    case dropped

    func comparable(_ text: String) -> String {
        switch self {
        case .folded: text.folded
        case .dropped: String(text.filter { !$0.isWhitespace })
        }
    }
}

/// The fields that a `! redial` line names; only these are compared.
package struct ExpectedRedial: Sendable, Hashable {
    package enum Field: Sendable, Hashable {
        case start(ExpectedMoment)
        case finish(ExpectedMoment)
        case attempts(Int)
        /// Minutes.
        case every(Int)
        case days(Set<Weekday>)
        /// Intervals of one day, or of every day without its own.
        case time(Weekday?, [DayInterval])
        case priority(Int)
    }

    package var fields: [Field]

    package init(_ fields: [Field] = []) { self.fields = fields }
}

/// A moment as a talk writes it.
package enum ExpectedMoment: Sendable, Hashable {
    /// `+60m`: seconds after the turn.
    case after(TimeInterval)
    /// `10:30` in the zone of the call: minutes after midnight, the first such moment from the turn on.
    case clock(Int)
    /// ISO 8601, with or without an offset.
    case instant(String)
}

extension StringProtocol {
    /// With one blank for every run of white space, and none at the ends.
    var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Without the white space around it.
    var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = self[start...].lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}
