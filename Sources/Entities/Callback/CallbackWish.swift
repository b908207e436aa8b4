import CampaignModel
import FoundationEssentials

/// When a caller wants to be called back: the argument of `$dialer.redial`, and what of it was guessed.
///
/// Start or allowed times are given, the start is not in the past and the finish is after it; except when the phrase names only a time that
/// is over (`past`): then nothing is given, so that no bot calls at a moment that nobody has asked for.
package struct CallbackWish: Sendable, Hashable {
    /// No call before it; `nil`: from now on.
    package var start: Date?
    /// No call from then on; `nil`: without end.
    package var finish: Date?
    /// `nil`: all days.
    package var allowedDays: Set<Weekday>?
    /// `nil`: the hours of the campaign.
    package var allowedTime: AllowedTime?
    /// What a bot should ask about, in a fixed order.
    package var uncertain: [CallbackDoubt] = []
    /// What was used of the phrase, in its order.
    package var pieces: [CallbackPiece] = []
    /// The wish in words of the caller's language; empty when the language has no words for it.
    package var readBack = ""

    /// The wish as a policy for `$dialer.redial`.
    package var policy: CallPolicy {
        CallPolicy(start: start, finish: finish, allowedDays: allowedDays, allowedTime: allowedTime)
    }
}

/// A piece of a phrase that told something of a call back; its places are counted in Unicode scalars.
package struct CallbackPiece: Sendable, Hashable {
    /// As it was said.
    package let text: String
    /// Its first scalar.
    package let start: Int
    /// The one after its last.
    package let end: Int
}

/// What a phrase leaves open, or what was guessed.
package enum CallbackDoubt: String, Sendable, Hashable, CaseIterable {
    /// "At five": the half of the day in which calls are made was taken.
    case halfOfDay = "half-of-day"
    /// "Around five", "in half an hour or so".
    case about
    /// A day or days without hours.
    case dayOnly = "day-only"
    /// "Any time", "whenever".
    case noTime = "no-time"
    /// "Monday at ten or Tuesday at five".
    case severalTimes = "several-times"
    /// "Not in december": whether what is before it is meant, or what is behind it.
    case beforeOrAfter = "before-or-after"
    /// Told times at which calls are usually not made.
    case outsideHours = "outside-hours"
    /// A number without anything that makes it a time: "six, please".
    case bareNumber = "bare-number"
    /// The time that was told is over.
    case past
}
