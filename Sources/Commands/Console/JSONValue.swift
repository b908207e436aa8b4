import SourceText

/// A JSON value that keeps the order of its fields and writes text as plain UTF-8, so that records read as documented.
package indirect enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A score: at most two decimals, without a tail of zeros.
    case score(Double)
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
        case .score(let value): text += Self.scoreText(value)
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

    private static func scoreText(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? String(Int(rounded)) : "\(rounded)"
    }
}

extension JSONValue {
    /// The string, or `null`.
    package static func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
}
