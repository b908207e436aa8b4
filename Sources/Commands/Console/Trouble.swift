/// Why a command ends without having done its work: a sentence, what to do about it, and the status of the process.
package struct Trouble: Error, Sendable, Hashable {
    package var status: ExitStatus
    package var message: String
    package var hint: String?

    package init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    package static func badInput(_ message: String, hint: String? = nil) -> Trouble {
        Trouble(.badInput, message, hint: hint)
    }
}

/// What the process tells its caller; the numbers are those of sysexits.h.
package enum ExitStatus: Int32, Sendable {
    case good = 0
    /// Errors were found, or tests failed.
    case findings = 1
    case usage = 64
    case badInput = 65
    case ownFault = 70
    case inputOutput = 74
}
