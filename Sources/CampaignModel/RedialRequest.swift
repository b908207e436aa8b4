import CivilTime
import FoundationEssentials

/// What a script asked for by `$dialer.redial({...})`, checked and clamped.
///
/// The rules are the vendor page's (`$dialer.redial`): a start or allowed times are required, at most 5 attempts; fields
/// left out (`nil`) are the campaign's.
package struct RedialRequest: Sendable, Hashable, Codable {
    /// `start`, `finish`, `allowedDays`, `allowedTime`, `retryIntervalInMinutes`, `maxAttempts`, `dialerPriority`.
    package var policy: CallPolicy
    /// Sentences about what was changed: "maxAttempts 9 is above 5; 5 is used."
    package var notes: [String]
    /// The argument as the script gave it, before anything was clamped; `nil` when the request was not read from one.
    package var askedJSON: String?

    package init(policy: CallPolicy, notes: [String] = [], askedJSON: String? = nil) {
        self.policy = policy
        self.notes = notes
        self.askedJSON = askedJSON
    }

    /// The request for records, one line of JSON: what the script asked for, dates in UTC, only the fields it gave.
    package var jsonText: String { askedJSON ?? policy.jsonText }

    /// Checks the argument of `$dialer.redial`; `nil` is a call without one.
    ///
    /// A start in the past becomes `now`, with a note. A finish in the past is refused: no call could ever be made.
    package static func read(_ argument: PolicyValue?, now: Date) throws(RedialRefusal) -> RedialRequest {
        guard let argument, case .object = argument else { throw RedialRefusal(argument: argument) }
        let asked = askedJSON(argument)
        do throws(PolicyFaults) {
            let reading = try PolicyReader(.redial).read(argument)
            let policy = reading.policy
            guard policy.start != nil || policy.allowedTime != nil else { throw PolicyFaults([.noStart(in: argument)]) }
            if let start = policy.start, start > now.addingTimeInterval(farthestStart) {
                throw PolicyFaults([.startTooFar(start, now: now)])
            }
            if let finish = policy.finish, finish <= now { throw PolicyFaults([.finishInPast(finish, now: now)]) }
            return RedialRequest(policy: policy, notes: reading.notes, askedJSON: asked).startingNoEarlier(than: now)
        } catch {
            throw RedialRefusal(faults: error.faults, askedJSON: asked)
        }
    }

    private func startingNoEarlier(than now: Date) -> RedialRequest {
        guard let start = policy.start, start < now else { return self }
        var request = self
        request.policy.start = now
        request.notes.append("startDateTime (\(start.isoText)) is in the past; calls may begin now (\(now.isoText)).")
        return request
    }

    /// How far ahead a series may begin: the 400 days within which allowed moments are looked for, in seconds.
    private static let farthestStart: Double = 400 * 86400

    /// An argument as records show it: known fields first and in order, what is `null` left out.
    package static func askedJSON(_ argument: PolicyValue?) -> String {
        guard case .object(let members) = argument else { return argument?.jsonText ?? "null" }
        let given = members.filter { $0.value != .null }
        let known = CallPolicy.redialFields.compactMap { name in given.last { $0.name == name } }
        let others = given.filter { !CallPolicy.redialFields.contains($0.name) }
        return PolicyValue.object(known + others).jsonText
    }
}

extension RedialRefusal {
    /// Why an argument is not taken that is no object, or missing.
    package init(argument: PolicyValue?) {
        let found = argument.map { "Its argument is \($0.described)." } ?? "It was called without an argument."
        let fault = PolicyFault(
            path: "", code: argument == nil ? .missing : .notAnObject, message: found,
            hint: "Give an object: $dialer.redial({startDateTime: new Date(Date.now() + 3600000), maxAttempts: 2}).")
        self.init(faults: [fault], askedJSON: RedialRequest.askedJSON(argument))
    }
}

extension PolicyFault {
    /// What is wrong with a request that has neither.
    package static let noStart = PolicyFault(
        path: "startDateTime", code: .missing, message: "Neither startDateTime nor allowedTime is given.",
        hint: "Say when to call: startDateTime: new Date(Date.now() + 3600000).")

    /// The same for a request in which one of them is misspelt.
    fileprivate static func noStart(in request: PolicyValue) -> PolicyFault {
        guard case .object(let members) = request else { return noStart }
        for member in members where !CallPolicy.redialFields.contains(member.name) {
            guard let meant = nearestName(to: member.name, among: CallPolicy.redialFields),
                meant == "startDateTime" || meant == "allowedTime"
            else { continue }
            return PolicyFault(
                path: meant, code: .missing,
                message: "Neither startDateTime nor allowedTime is given, and `\(member.name)` is not a field.",
                hint: "Did you mean `\(meant)`?")
        }
        return noStart
    }

    fileprivate static func startTooFar(_ start: Date, now: Date) -> PolicyFault {
        PolicyFault(
            path: "startDateTime", code: .tooLarge,
            message: "startDateTime (\(start.isoText)) is more than 400 days away; it is \(now.isoText).",
            hint: "Give an earlier moment. A Date counts in milliseconds: an hour is 60 * 60000.")
    }

    fileprivate static func finishInPast(_ finish: Date, now: Date) -> PolicyFault {
        PolicyFault(
            path: "finishDateTime", code: .finishInPast,
            message: "finishDateTime (\(finish.isoText)) has already passed; it is \(now.isoText).",
            hint: "Make it a later moment, or leave it out.")
    }
}
