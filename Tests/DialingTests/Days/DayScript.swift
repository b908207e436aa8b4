import CampaignModel
import CivilTime
import Foundation

/// A day of dialing as its file tells it: campaigns, numbers, what their phones answer, and what is done meanwhile.
struct DayScript {
    /// One call that a phone takes, or does not.
    struct Answer: Hashable {
        var outcome: AttemptOutcome
        var ringing: TimeInterval
        var talking: TimeInterval = 0
        /// What the talk asks for, in this order.
        var redials: [PolicyValue] = []
    }

    struct Number {
        var campaign: Int
        var phone: String
        var policy: CallPolicy
    }

    struct ContactPhones {
        var strategy: ContactStrategy
        var phones: [String]
    }

    /// What somebody does at a moment, before the dialer acts at it.
    enum Deed {
        case command(CampaignCommand, campaign: String)
        case suppress(phone: String)
        /// A person calls from the console, and the script asks for redials.
        case console(phone: String, redials: [PolicyValue])
    }

    var clock: DayClock
    var campaigns: [Campaign] = []
    var numbers: [Number] = []
    var contacts: [ContactPhones] = []
    var answers: [String: [Answer]] = [:]
    /// What a phone does when its list is over.
    var always: [String: Answer] = [:]
    var deeds: [(at: Date, deed: Deed)] = []
    /// When the dialer is stopped; `nil`: when nothing is left to do.
    var until: Date?
    /// Everything before the line `---`, and what must come of it.
    var told: [String] = []
    var expected: [String] = []
}

/// Moments of a file: its first day needs no date.
struct DayClock {
    let start: Date
    let zone: Zone

    /// `10:00`, `10:00:30`, `11-24 10:00` or an ISO moment.
    func moment(_ text: String) -> Date? {
        let local = zone.localTime(at: start)
        let year = String(local.description.prefix(5))
        let parts = text.split(separator: " ")
        let full =
            switch parts.count {
            case 1 where text.contains("T"): text
            case 1: local.description.prefix(10) + "T" + text
            case 2: year + parts[0] + "T" + parts[1]
            default: ""
            }
        return Date(iso: full, zone: zone)
    }

    /// `10:00:00`, on other days than the first `11-24 10:00:00`; thousandths where there are any.
    func text(_ moment: Date) -> String {
        let milliseconds = Int((moment.microseconds + 500) / 1000)
        let local = zone.localTime(at: Date(timeIntervalSince1970: Double(milliseconds / 1000))).description
        let isFirst = local.prefix(10) == zone.localTime(at: start).description.prefix(10)
        let rest = milliseconds % 1000
        let thousandths = rest == 0 ? "" : "." + String(String(rest + 1000).dropFirst())
        return (isFirst ? "" : local.dropFirst(5).prefix(5) + " ") + local.dropFirst(11).prefix(8) + thousandths
    }
}
