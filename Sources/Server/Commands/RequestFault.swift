import CampaignModel

/// One thing that is wrong with a request.
package struct RequestFault: Sendable, Hashable, CustomStringConvertible {
    /// A stable word for programs; those of `PolicyFault.Code` and `ImportFault.Code` are used as well.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case malformedJSON, missing, notAnObject, notAnArray, notAText, notABoolean, notANumber, tooSmall, tooLarge
        case tooMany, empty, unknownWord, bodyNotArray, intervalBounds, finishPassed, emptyInterval, badClock, badDay
        case badDate, badZone, unknownCampaign, unknownList, unknownBot, wrongMethod, phone
    }

    /// Where it is, as a JSON pointer (RFC 6901): `/3/allowedTime/mon/1`; empty for the whole body.
    package let pointer: String
    package let code: String
    /// What was found and what is wrong with it, one sentence.
    package let message: String
    /// What is right.
    package let hint: String

    package init(_ pointer: String, _ code: Code, _ message: String, hint: String) {
        self.init(pointer, code: code.rawValue, message, hint: hint)
    }

    package init(_ pointer: String, code: String, _ message: String, hint: String) {
        (self.pointer, self.code, self.message, self.hint) = (pointer, code, message, hint)
    }

    package var description: String { message + " " + hint }
}

/// Something in a request that is changed, ignored or surprising.
package struct RequestWarning: Sendable, Hashable {
    /// The first place of which it is true.
    package let pointer: String
    package let message: String
    /// How many places follow, so that ten thousand numbers with one offset do not make ten thousand sentences.
    package var further = 0

    package init(_ pointer: String, _ message: String) {
        (self.pointer, self.message) = (pointer, message)
    }
}

/// Everything that is wrong with a request, in the order of its fields; nothing of it was done.
package struct RequestFaults: Error, Sendable, Hashable {
    /// At least one.
    package let faults: [RequestFault]

    package init(_ faults: [RequestFault]) {
        self.faults = faults
    }
}

/// What was found out about a request so far.
struct Findings {
    private(set) var faults: [RequestFault] = []
    private(set) var warnings: [RequestWarning] = []
    /// Where in `warnings` a sentence stands.
    private var told: [String: Int] = [:]

    mutating func fault(_ pointer: String, _ code: RequestFault.Code, _ message: String, _ hint: String) {
        faults.append(RequestFault(pointer, code, message, hint: hint))
    }

    mutating func add(_ fault: RequestFault) { faults.append(fault) }

    mutating func warn(_ pointer: String, _ message: String) {
        if let index = told[message] {
            warnings[index].further += 1
        } else {
            told[message] = warnings.count
            warnings.append(RequestWarning(pointer, message))
        }
    }

    /// The commands, if nothing is wrong.
    func decoded(_ commands: [EngineCommand]) throws(RequestFaults) -> DecodedRequest {
        guard faults.isEmpty else { throw RequestFaults(faults) }
        return DecodedRequest(commands, warnings: warnings)
    }
}
