import CampaignModel
import FoundationEssentials

/// What stands in a column of a store: records are rows of these, whatever the engine.
package enum FieldValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case text(String)
    /// A text that is JSON; in a log it stands as it is.
    case json(String)

    package init(_ text: String?) { self = text.map(FieldValue.text) ?? .null }
    package init(_ number: Int) { self = .integer(Int64(number)) }
    package init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    package init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
    /// Whole microseconds since 1970.
    package init(_ moment: Date?) { self = moment.map { .integer($0.microseconds) } ?? .null }
}

/// A kind of record that is a row.
package protocol RowRecord: Sendable {
    static var table: String { get }
    /// In the order of `row`; `id` is the first.
    static var columns: [RowColumn] { get }
    var row: [FieldValue] { get }
    /// Reads the columns in their order.
    init(_ row: inout RowReader) throws(StoreError)
}

/// A column: its name, and whether a stored row ever changes in it.
package struct RowColumn: Sendable, Hashable {
    package enum Kind: Sendable { case integer, text, json }

    package let name: String
    package let kind: Kind
    package let isFixed: Bool

    package static func fixed(_ name: String, _ kind: Kind = .text) -> RowColumn {
        RowColumn(name: name, kind: kind, isFixed: true)
    }

    package static func changing(_ name: String, _ kind: Kind = .text) -> RowColumn {
        RowColumn(name: name, kind: kind, isFixed: false)
    }
}

/// Hands out the columns of a row, one after the other.
///
/// A column that an old log does not have reads as nothing, 0 or empty: tables do not have such rows.
package struct RowReader {
    private let values: [FieldValue]
    private var index = 0
    private let table: String

    package init(_ values: [FieldValue], of table: String) {
        self.values = values
        self.table = table
    }

    private mutating func next() -> FieldValue {
        defer { index += 1 }
        return index < values.count ? values[index] : .null
    }

    package mutating func textOrNil() -> String? {
        switch next() {
        case .text(let text), .json(let text): text
        case .integer(let number): String(number)
        case .null: nil
        }
    }

    package mutating func text() -> String { textOrNil() ?? "" }

    package mutating func intOrNil() -> Int? {
        if case .integer(let number) = next() { Int(number) } else { nil }
    }

    package mutating func int() -> Int { intOrNil() ?? 0 }
    package mutating func flag() -> Bool { int() != 0 }
    package mutating func date() -> Date { dateOrNil() ?? Date(microseconds: 0) }

    package mutating func dateOrNil() -> Date? {
        if case .integer(let number) = next() { Date(microseconds: number) } else { nil }
    }

    /// A word of a fixed set.
    package mutating func word<Word: RawRepresentable<String>>(_: Word.Type = Word.self) throws(StoreError) -> Word {
        let text = text()
        guard let word = Word(rawValue: text) else { throw fault("`\(text)` is no \(Word.self)") }
        return word
    }

    package mutating func wordOrNil<Word: RawRepresentable<String>>(
        _: Word.Type = Word.self
    ) throws(StoreError) -> Word? {
        guard let text = textOrNil() else { return nil }
        guard let word = Word(rawValue: text) else { throw fault("`\(text)` is no \(Word.self)") }
        return word
    }

    /// A value that is kept as JSON; the fallback stands for a missing one.
    package mutating func json<Value: Codable & Sendable>(or fallback: Value) throws(StoreError) -> Value {
        guard let text = textOrNil(), !text.isEmpty else { return fallback }
        guard let value = StoredJSON.value(Value.self, of: text) else {
            throw fault("`\(text.prefix(80))` is no \(Value.self)")
        }
        return value
    }

    private func fault(_ sentence: String) -> StoreError {
        StoreError(
            .unusable, "A row of the table `\(table)` cannot be read: \(sentence).",
            hint: "It was changed by another program, or by a later Ringback; bring back a copy of the store.")
    }
}
