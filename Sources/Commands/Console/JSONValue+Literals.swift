import CivilTime
import FoundationEssentials

extension JSONValue: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
}

extension JSONValue {
    /// An instant in UTC: `2026-11-23T10:00:00Z`.
    package static func moment(_ date: Date) -> JSONValue { .string(ClockText.utc(date)) }
}
