import SourceText

/// A JSON value that keeps the order of its fields and writes text as plain UTF-8, so that records read as documented.
package indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// At most so many decimals, without a tail of zeros.
    case number(Double, decimals: Int)
    case string(String)
    case array([JSONValue])
    case object([(String, JSONValue)])
    /// JSON that is already written, by a script or a store.
    case raw(String)

    /// The value on one line, without blanks.
    package var text: String {
        var text = ""
        write(into: &text)
        return text
    }

    private func write(into text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value, let decimals): text += Self.text(of: value, decimals)
        case .string(let value): text += JSONText.quoted(value)
        case .raw(let value): text += value.isEmpty ? "null" : value.replacing("\n", with: " ")
        case .array(let values): Self.list(values, "[", "]", into: &text) { $0.write(into: &$1) }
        case .object(let fields):
            Self.list(fields, "{", "}", into: &text) { field, text in
                text += JSONText.quoted(field.0)
                text += ":"
                field.1.write(into: &text)
            }
        }
    }

    private static func list<Item>(
        _ items: [Item], _ open: String, _ close: String, into text: inout String, write: (Item, inout String) -> Void
    ) {
        text += open
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            write(item, &text)
        }
        text += close
    }

    private static func text(of value: Double, _ decimals: Int) -> String {
        guard value.isFinite else { return "null" }
        let power = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let scaled = (value.magnitude * Double(power)).rounded()
        // What is so large has no decimals worth telling.
        guard scaled < 1e15 else { return "\(value)" }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: power)
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard rest > 0 else { return sign + String(whole) }
        var digits = String(String(power + rest).dropFirst())
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}

extension JSONValue {
    /// The string, or `null`.
    package static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }

    /// A score or rank in a record: six decimals, for two may hide what decides.
    package static func score(_ value: Double) -> JSONValue { .number(value, decimals: 6) }
}
