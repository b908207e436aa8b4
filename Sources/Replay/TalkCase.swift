import FoundationEssentials
import Scripting

/// One test of a bot: what a caller does, step by step, and what the bot must answer. Read from a `.talk` or an XML file.
package struct TalkCase: Sendable, Hashable {
    package var name: String
    /// The line of the file on which it begins, from 1.
    package var line: Int
    package var heads = TalkHeads()
    package var steps: [TalkStep] = []
    /// Why it cannot be played yet, for what only the vendor's platform has.
    package var skipReason: String?
    /// Whether a caller who speaks after the end of the call is a mistake. The vendor's XML tests know no telephone.
    package var isPhoneCall = true
    /// Whether only the mocks of the case answer for servers; else the bot may ask real ones, if it is allowed to.
    package var isMocked = false
    /// Whether it sets the clock and nobody says in which zone.
    package var assumesZone = false

    package init(name: String, line: Int) {
        self.name = name
        self.line = line
    }
}

/// What is fixed before the first step of a case.
package struct TalkHeads: Sendable, Hashable {
    /// Where the clock stands; it moves only with silence and waiting.
    package var at = TalkHeads.usualMoment
    /// The zone of the call by name.
    package var zone = "UTC"
    package var number = "+16500000000"
    /// The number's payload, a JSON object.
    package var payload = "{}"
    /// The numbers that chance gives, in order; zeros when they are used up.
    package var random: [Int] = []

    package init() {}

    /// 2026-11-23T09:00:00Z, a Monday.
    package static let usualMoment = Date(timeIntervalSince1970: 1_795_424_400)
}

/// A line of a `.talk` file, or an element of an XML test.
package struct TalkStep: Sendable, Hashable {
    package var line: Int
    /// As it is written, for messages.
    package var source: String
    package var kind: Kind

    package init(line: Int, source: String, kind: Kind) {
        self.line = line
        self.source = source
        self.kind = kind
    }

    package enum Kind: Sendable, Hashable {
        case act(TalkAct)
        case preparation(TalkPreparation)
        case expectation(Expectation)
    }
}

/// What reaches the bot.
package enum TalkAct: Sendable, Hashable {
    case says(String)
    case presses(String)
    /// Words into the bot's last answer.
    case interrupts(String)
    /// `data` is JSON for `$request.data.eventData`.
    case event(String, data: String?)
    case enters(state: String)
    /// As long without a word as the channel waits.
    case silence
    /// Time in which nobody speaks.
    case waits(TimeInterval)
    /// Time that is nobody's silence.
    case skips(TimeInterval)
    /// Silence until the pending timeout is due.
    case waitsForTimeout
}

/// What is changed by hand between two turns.
package enum TalkPreparation: Sendable, Hashable {
    case clock(Date)
    case random([Int])
    case contextPath(String)
    /// `$request.rawRequest` as a JSON object.
    case rawRequest(String)
    /// `$request.data` as a JSON object; `nil` takes it away.
    case requestData(String?)
    /// `$session` or `$client` as JSON.
    case session(String)
    case client(String)
    /// From here on this answers for a server, or for a service of `$integration`.
    case web(WebMock)
    case service(ServiceMock)
}
