import CampaignModel
import CampaignStorage
import GRDB

/// Reads and writes records as rows of the tables of the same columns.
extension Database {
    /// The records that a condition selects: SQL from `WHERE` on.
    func records<Record: RowRecord>(
        _ condition: String, _ arguments: [(any DatabaseValueConvertible)?] = []
    ) throws -> [Record] {
        let statement = try cachedStatement(sql: SQLiteText.select(Record.table, Record.columns) + condition)
        return try rows(statement, arguments).map { values in
            var reader = RowReader(values, of: Record.table)
            return try Record(&reader)
        }
    }

    /// The rows of a statement.
    func rows(_ statement: Statement, _ arguments: [(any DatabaseValueConvertible)?]) throws -> [[FieldValue]] {
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        var rows: [[FieldValue]] = []
        while let row = try cursor.next() {
            rows.append((0..<row.count).map { FieldValue(row[$0] as DatabaseValue) })
        }
        return rows
    }
}

/// Writes rows of a table; one with the same `id` is overwritten where its columns may change.
///
/// Only `id` may meet an old row: any other uniqueness that is broken is an error.
struct RowWriter {
    private let statement: Statement

    init(_ database: Database, _ table: String, _ columns: [RowColumn]) throws {
        statement = try database.cachedStatement(sql: SQLiteText.upsert(table, columns))
    }

    /// - Parameter row: a value for each column.
    func write(_ row: [FieldValue]) throws {
        // An array of existentials: for one of values GRDB goes through key paths, which takes longer than SQLite's binding.
        let values = row.map { $0.databaseValue as (any DatabaseValueConvertible)? }
        statement.setUncheckedArguments(StatementArguments(values))
        try statement.execute()
    }
}

extension FieldValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text), .json(let text): text.databaseValue
        }
    }

    fileprivate init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .integer(Int64(number))
        case .string(let text): self = .text(text)
        case .blob(let data): self = .text(String(decoding: data, as: UTF8.self))
        }
    }
}

/// The SQL that follows from a record's columns.
enum SQLiteText {
    static func select(_ table: String, _ columns: [RowColumn]) -> String {
        "SELECT \(columns.map { name($0) }.joined(separator: ", ")) FROM \(name(table)) "
    }

    static func upsert(_ table: String, _ columns: [RowColumn]) -> String {
        let names = columns.map { name($0) }.joined(separator: ", ")
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let insert = "INSERT INTO \(name(table)) (\(names)) VALUES (\(marks))"
        let changes = columns.filter { !$0.isFixed }.map { "\(name($0)) = excluded.\(name($0))" }
        return changes.isEmpty ? insert : insert + " ON CONFLICT (id) DO UPDATE SET " + changes.joined(separator: ", ")
    }

    /// `?, ?, ?`
    static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

    private static func name(_ column: RowColumn) -> String { name(column.name) }
    private static func name(_ text: String) -> String { "\"" + text + "\"" }
}
