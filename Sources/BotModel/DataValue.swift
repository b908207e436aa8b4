import ScriptSyntax
import SourceText

/// A JSON or YAML document, with the place of every value.
struct DataValue: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case null
        case flag(Bool)
        /// As JSON writes it.
        case number(String)
        case text(String)
        case list([DataValue])
        case object([DataMember])
    }

    var kind: Kind
    var span: SourceSpan
    /// A scalar as it stands in the file, where that is not what `kind` says: `no` for false, `1.10` for 1.1.
    var written: String?

    /// The deepest nesting that is read.
    static let deepest = 256

    /// The last member of that key.
    subscript(key: String) -> DataValue? {
        members.last { $0.key.text == key }?.value
    }

    var members: [DataMember] { if case .object(let members) = kind { members } else { [] } }
    var elements: [DataValue] { if case .list(let elements) = kind { elements } else { [] } }

    /// The text of a scalar; `nil` for null, lists and objects.
    var text: String? {
        switch kind {
        case .text(let text): text
        case .number(let text): written ?? text
        case .flag(let flag): written ?? (flag ? "true" : "false")
        case .null, .list, .object: nil
        }
    }

    var flag: Bool? { if case .flag(let flag) = kind { flag } else { nil } }
    var number: Double? { if case .number(let text) = kind { Double(text) } else { nil } }
    /// Nothing for a fraction and for what is too large to count.
    var whole: Int? { number.flatMap { Int(exactly: $0) } }
    var isNull: Bool { if case .null = kind { true } else { false } }

    /// The text with its place.
    var placed: PlacedText? { text.map { PlacedText(text: $0, span: span) } }

    /// The scalar, or the scalars of a list, with their places.
    var texts: [PlacedText] { elements.isEmpty ? [placed].compactMap { $0 } : elements.compactMap(\.placed) }

    /// "a list", "a number" …, for messages.
    var description: String {
        switch kind {
        case .null: "nothing"
        case .flag: "`true` or `false`"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "a list of `key: value` lines"
        }
    }

    var json: String {
        var text = ""
        write(into: &text)
        return text
    }

    private func write(into text: inout String) {
        switch kind {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number
        case .text(let string): text += JSONText.quoted(string)
        case .list(let elements): Self.write(elements, "[", "]", into: &text) { $0.write(into: &$1) }
        case .object(let members):
            Self.write(members, "{", "}", into: &text) { member, text in
                text += JSONText.quoted(member.key.text) + ":"
                member.value.write(into: &text)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part], _ open: String, _ close: String, into text: inout String, _ body: (Part, inout String) -> Void
    ) {
        text += open
        for (index, part) in parts.enumerated() {
            if index > 0 { text += "," }
            body(part, &text)
        }
        text += close
    }
}

/// `key: value` of a document.
struct DataMember: Sendable, Hashable {
    var key: PlacedText
    var value: DataValue
}
