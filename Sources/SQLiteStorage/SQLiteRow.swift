import CampaignModel
import Foundation
import GRDB

/// A record that is a row: its fields are the columns of the same name.
protocol SQLiteRow: FetchableRecord, EncodableRecord, TableRecord, Codable {}

extension SQLiteRow {
    package static func databaseDateEncodingStrategy(for column: String) -> DatabaseDateEncodingStrategy {
        .custom { $0.microseconds }
    }

    package static func databaseDateDecodingStrategy(for column: String) -> DatabaseDateDecodingStrategy {
        .custom { Int64.fromDatabaseValue($0).map(Date.init(microseconds:)) }
    }

    package static func databaseJSONEncoder(for column: String) -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { moment, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(moment.microseconds)
        }
        return encoder
    }

    package static func databaseJSONDecoder(for column: String) -> JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            Date(microseconds: try decoder.singleValueContainer().decode(Int64.self))
        }
        return decoder
    }

    /// Writes the row; one with the same `id` is overwritten.
    ///
    /// Only `id` may meet an old row: any other uniqueness that is broken is an error.
    func write(_ database: Database) throws {
        let fields = try databaseDictionary.sorted { $0.key < $1.key }
        let columns = fields.map { "\"\($0.key)\"" }
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        var sql = "INSERT INTO \(Self.databaseTableName) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        if fields.contains(where: { $0.key == "id" }) {
            let changes = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
            sql += " ON CONFLICT (id) DO UPDATE SET \(changes)"
        }
        let statement = try database.cachedStatement(sql: sql)
        try statement.execute(arguments: StatementArguments(fields.map(\.value)))
    }
}

extension Campaign: SQLiteRow {
    package static var databaseTableName: String { "campaign" }
}

extension CampaignNumber: SQLiteRow {
    package static var databaseTableName: String { "number" }
}

extension Series: SQLiteRow {
    package static var databaseTableName: String { "series" }
}

extension Attempt: SQLiteRow {
    package static var databaseTableName: String { "attempt" }
}

extension CampaignEvent: SQLiteRow {
    package static var databaseTableName: String { "event" }
}
