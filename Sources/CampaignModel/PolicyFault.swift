/// One thing that is wrong with a policy that came from outside.
package struct PolicyFault: Sendable, Hashable, CustomStringConvertible {
    /// A stable word for programs.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case malformedJSON, missing, notAnObject, notADate, invalidDate, dateWithoutOffset, startNotBeforeFinish
        case finishInPast, notANumber, tooSmall, tooLarge, notAnArray, badDay, boundMissing, badClock, emptyInterval
        case intervalOverlap, badZone
    }

    /// Where it is: `allowedTime.mon[1].localTimeTo`; empty for the whole.
    package let path: String
    /// What kind of fault it is.
    package let code: Code
    /// The field, what was found and what is wrong with it, one sentence.
    package let message: String
    /// What is right.
    package let hint: String

    package init(path: String, code: Code, message: String, hint: String) {
        self.path = path
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var description: String { message + " " + hint }
}

/// Something in a policy that is changed or ignored.
package struct PolicyNote: Sendable, Hashable {
    /// The field.
    package let path: String
    /// "maxAttempts 9 is above 5; 5 is used."
    package let message: String
    /// What to write instead, where that is not in the message.
    package let hint: String?
}

/// Everything that is wrong with a policy, in the order of its fields.
package struct PolicyFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// At least one, in the order of the fields.
    package let faults: [PolicyFault]

    package init(_ faults: [PolicyFault]) {
        self.faults = faults
    }

    /// All sentences, one fault after the other.
    package var description: String { faults.map(\.description).joined(separator: " ") }
}

/// Why `$dialer.redial` does not take its argument.
package struct RedialRefusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// At least one, in the order of the fields.
    package let faults: [PolicyFault]
    /// The argument as it was given, for the record; `null` when there was none.
    package let askedJSON: String

    package init(faults: [PolicyFault], askedJSON: String = "null") {
        self.faults = faults
        self.askedJSON = askedJSON
    }

    /// The text of the script's exception.
    package var message: String { "$dialer.redial: " + faults.map(\.description).joined(separator: " ") }

    package var description: String { message }
}
