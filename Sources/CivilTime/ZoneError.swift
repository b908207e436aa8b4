/// Why a text names no time zone.
package struct ZoneError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A stable word for programs.
    package enum Code: String, Sendable, Hashable {
        case empty, badOffset, offsetTooFar, unknownZone, noZoneData, damagedZoneData
    }

    /// What kind of trouble it is.
    package let code: Code
    /// What was found and what is wrong with it, one sentence.
    package let message: String
    /// What to do.
    package let hint: String

    package var description: String { message + " " + hint }
}

extension ZoneError {
    private static let forms = "Write Z, an offset such as +03:00 or UTC-5, or an IANA name such as Europe/Moscow."

    static let empty = ZoneError(code: .empty, message: "The time zone is empty.", hint: forms)

    static func badOffset(_ text: String) -> ZoneError {
        ZoneError(
            code: .badOffset, message: "\(quoted(text)) is not an offset from UTC.",
            hint: "An offset is a sign with +h, +hh, +hhmm, +hh:mm, +hhmmss or +hh:mm:ss: -05:00, UTC+3.")
    }

    static func unsignedOffset(_ text: String) -> ZoneError {
        ZoneError(
            code: .badOffset, message: "The offset \(quoted(text)) has no sign.",
            hint: "Write +\(text) for a place east of Greenwich, -\(text) for one west of it.")
    }

    static func offsetTooFar(_ text: String) -> ZoneError {
        ZoneError(
            code: .offsetTooFar, message: "The offset \(quoted(text)) is beyond 18 hours.",
            hint: "Offsets go from -18:00 to +18:00.")
    }

    static func unknown(_ text: String, nearest: String?) -> ZoneError {
        let hint = nearest.map { "There is `\($0)`; did you mean that?" } ?? forms
        return ZoneError(code: .unknownZone, message: "There is no time zone \(quoted(text)).", hint: hint)
    }

    static func noZoneData(_ text: String, place: String) -> ZoneError {
        ZoneError(
            code: .noZoneData,
            message: "The time zone \(quoted(text)) cannot be looked up: there is no time zone data in \(place).",
            hint: "Install the package tzdata, or give an offset such as +03:00.")
    }

    static func damaged(_ text: String, place: String, reason: String) -> ZoneError {
        ZoneError(
            code: .damagedZoneData,
            message: "The file of the time zone \(quoted(text)) in \(place) cannot be read: \(reason).",
            hint: "Reinstall the package tzdata.")
    }

    private static func quoted(_ text: String) -> String {
        text.count <= 60 ? "`\(text)`" : "`\(text.prefix(60))…`"
    }
}
