import CivilTime
import FoundationEssentials

/// Reads a call policy out of a value from outside, by the rules of one of two surfaces.
package struct PolicyReader: Sendable {
    /// Whose rules hold.
    package enum Dialect: Sendable, Hashable {
        /// The body of the Calls API's `addPhones`, and `ringback schedule --policy`: JSON, dates as ISO texts or milliseconds.
        case addPhones
        /// The argument of `$dialer.redial`: dates are `Date` objects, at most 5 attempts.
        case redial
    }

    /// A policy and the sentences about what was changed or ignored.
    package struct Reading: Sendable, Hashable {
        /// What is given; the rest is `nil`.
        package var policy: CallPolicy
        /// "maxAttempts 9 is above 5; 5 is used."
        package var notes: [String]
    }

    /// Whose rules hold.
    package let dialect: Dialect
    /// Where `gmtZone` is looked up.
    package let zones: ZoneDirectory

    package init(_ dialect: Dialect, zones: ZoneDirectory = .system) {
        self.dialect = dialect
        self.zones = zones
    }

    /// Everything that there is to say about a value, good or not, with the places in it.
    ///
    /// For those who know only a part of it, as a check that reads a script: what is left out of the value is not missed.
    package func review(_ value: PolicyValue) -> (faults: [PolicyFault], notes: [PolicyNote]) {
        var draft = PolicyDraft(dialect: dialect, zones: zones)
        draft.read(value)
        return (draft.faults, draft.notes)
    }

    /// The policy in `value`, or everything that is wrong with it.
    package func read(_ value: PolicyValue) throws(PolicyFaults) -> Reading {
        var draft = PolicyDraft(dialect: dialect, zones: zones)
        draft.read(value)
        guard draft.faults.isEmpty else { throw PolicyFaults(draft.faults) }
        return Reading(policy: draft.policy, notes: draft.notes.map(\.message))
    }

    /// The policy in a JSON text, read as `addPhones` reads it.
    package static func read(json text: String, zones: ZoneDirectory = .system) throws(PolicyFaults) -> Reading {
        try PolicyReader(.addPhones, zones: zones).read(PolicyValue(json: text))
    }
}

/// A policy while it is being read: what is good so far, and what is not.
struct PolicyDraft {
    let dialect: PolicyReader.Dialect
    let zones: ZoneDirectory
    var policy = CallPolicy()
    var notes: [PolicyNote] = []
    var faults: [PolicyFault] = []

    init(dialect: PolicyReader.Dialect, zones: ZoneDirectory) {
        self.dialect = dialect
        self.zones = zones
    }

    mutating func read(_ value: PolicyValue) {
        guard case .object(let members) = value else {
            let hint = "It must be an object such as {\(example)}."
            fault("", .notAnObject, "The policy is \(value.described).", hint)
            return
        }
        let given = members.filter { $0.value != .null }
        let fields = Dictionary(given.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        readDates(fields)
        fields["allowedDays"].map { readDays($0) }
        readTimes(fields)
        readNumbers(fields)
        if dialect == .addPhones { fields["gmtZone"].map { readZone($0) } }
        noteUnknown(members.map(\.name))
    }

    mutating func fault(_ path: String, _ code: PolicyFault.Code, _ message: String, _ hint: String) {
        faults.append(PolicyFault(path: path, code: code, message: message, hint: hint))
    }

    mutating func note(_ path: String, _ message: String, _ hint: String? = nil) {
        notes.append(PolicyNote(path: path, message: message, hint: hint))
    }

    private var example: String {
        dialect == .redial
            ? "startDateTime: new Date(Date.now() + 3600000)"
            : #""allowedTime": {"default": [{"localTimeFrom": "10:00", "localTimeTo": "18:00"}]}"#
    }

    private mutating func readZone(_ value: PolicyValue) {
        guard case .string(let text) = value else {
            let hint = "Write a text: Z, -05:00, UTC+3 or Europe/Moscow."
            return fault("gmtZone", .badZone, "gmtZone is \(value.described).", hint)
        }
        do {
            _ = try Zone.named(text, in: zones)
            policy.gmtZone = text
        } catch {
            fault("gmtZone", .badZone, "gmtZone: \(error.message)", error.hint)
        }
    }

    private mutating func noteUnknown(_ names: [String]) {
        let surface = dialect == .redial ? "$dialer.redial" : "a call policy"
        let legacy = dialect == .redial ? ["localTimeFrom", "localTimeTo"] : []
        let beside = dialect == .redial ? [] : ["gmtZone", "phone", "payload"]
        let known = CallPolicy.redialFields + beside
        for name in names where !(known + legacy).contains(name) {
            let guess = nearestName(to: name, among: known)
            note(
                name,
                "`\(name)` is not a field of \(surface) and is ignored"
                    + (guess.map { "; did you mean `\($0)`?" } ?? "."),
                guess.map { "Write `\($0)`." } ?? "The fields are \(known.joined(separator: ", ")).")
        }
    }
}
