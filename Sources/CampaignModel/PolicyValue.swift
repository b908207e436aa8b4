import CivilTime
import FoundationEssentials

/// A value as it came from outside (a script, a request body), before anyone has checked it.
package indirect enum PolicyValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    /// A script's `Date`; one made from nonsense holds NaN.
    case date(Date)
    case array([PolicyValue])
    case object([Member])

    /// A field of an object; the order is the author's.
    package struct Member: Sendable, Hashable {
        package var name: String
        package var value: PolicyValue

        package init(_ name: String, _ value: PolicyValue) {
            self.name = name
            self.value = value
        }
    }
}

extension PolicyValue {
    /// As a message names it: "the text `soon`", "the number 7".
    package var described: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "`\(value)`"
        case .number(let value) where value.isNaN: "NaN"
        case .number(let value) where value.isInfinite: value < 0 ? "-Infinity" : "Infinity"
        case .number: "the number \(jsonText)"
        case .string(let text): text.count <= 60 ? "the text `\(text)`" : "the text `\(text.prefix(60))…`"
        case .date(let date): date.isMoment ? "the Date \(date.isoText)" : "an invalid Date"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// One line of JSON; dates are ISO texts in UTC.
    package var jsonText: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): Self.json(value)
        case .string(let text): Self.json(text)
        case .date(let date): Self.json(date.isoText)
        case .array(let elements): "[" + elements.map(\.jsonText).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.json($0.name) + ":" + $0.value.jsonText }.joined(separator: ",") + "}"
        }
    }

    private static func json(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return Int(exactly: value).map(String.init) ?? String(value)
    }

    private static func json(_ text: String) -> String {
        var escaped = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\t": escaped += "\\t"
            case "\r": escaped += "\\r"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped + "\""
    }
}

extension Date {
    /// Whether it is a moment at all and one that a `Date` of a script can hold.
    var isMoment: Bool { abs(timeIntervalSince1970) <= 8.64e12 }
}
