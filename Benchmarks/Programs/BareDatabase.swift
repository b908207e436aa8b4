import CampaignStorage
import GRDBSQLite

/// A store's file through SQLite's own functions: what the same SQL costs when nobody works anything out.
final class BareDatabase {
    private var database: OpaquePointer?

    /// Opens a file as the store does.
    init(_ path: String) throws {
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw StoreError(.unusable, "cannot open \(path)") }
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-32768")
    }

    deinit { sqlite3_close_v2(database) }

    func run(_ sql: String) {
        let code = sqlite3_exec(database, sql, nil, nil, nil)
        precondition(code == SQLITE_OK, "\(sql): \(code)")
    }

    func prepare(_ sql: String) -> BareStatement { BareStatement(database, sql) }

    /// What a store writes a record with.
    static func upsert<Record: RowRecord>(_: Record.Type) -> String {
        let names = Record.columns.map { "\"\($0.name)\"" }
        let changes = Record.columns.filter { !$0.isFixed }.map { "\"\($0.name)\" = excluded.\"\($0.name)\"" }
        return "INSERT INTO \(Record.table) (\(names.joined(separator: ", "))) VALUES ("
            + names.map { _ in "?" }.joined(separator: ", ") + ") ON CONFLICT (id) DO UPDATE SET "
            + changes.joined(separator: ", ")
    }

    /// `SELECT` of all columns of a record.
    static func select<Record: RowRecord>(_: Record.Type) -> String {
        "SELECT " + Record.columns.map { "\"\($0.name)\"" }.joined(separator: ", ") + " FROM \(Record.table) "
    }
}

/// A statement that is prepared once.
final class BareStatement {
    private var statement: OpaquePointer?

    fileprivate init(_ database: OpaquePointer?, _ sql: String) {
        let code = sqlite3_prepare_v2(database, sql, -1, &statement, nil)
        precondition(code == SQLITE_OK, sql)
    }

    deinit { sqlite3_finalize(statement) }

    /// Runs it and asks for every column of its rows.
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    func step(_ values: [FieldValue]) -> Int {
        for (index, value) in values.enumerated() { bind(value, Int32(index + 1)) }
        var rows = 0
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            rows += 1
            for column in 0..<sqlite3_column_count(statement) { read(column) }
            code = sqlite3_step(statement)
        }
        precondition(code == SQLITE_DONE, String(cString: sqlite3_sql(statement)))
        sqlite3_reset(statement)
        return rows
    }

    private func bind(_ value: FieldValue, _ place: Int32) {
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .integer(let number): sqlite3_bind_int64(statement, place, number)
        case .text(let text), .json(let text):
            let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), copied)
        }
    }

    private func read(_ column: Int32) {
        if sqlite3_column_type(statement, column) == SQLITE_INTEGER {
            _ = sqlite3_column_int64(statement, column)
        } else {
            _ = sqlite3_column_text(statement, column)
        }
    }
}

/// Ten digits without the country code, in no order, as people's phones are.
func madeUpPhone(_ index: Int) -> Int { 9_000_000_000 + index * 7_919_317 % 999_999_937 }
