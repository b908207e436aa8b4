import CampaignModel
import CampaignStorage

/// The SQL that follows from a record's columns.
package enum PostgresText {
    /// `SELECT` of a record's columns, those left out as nothing.
    static func select(_ table: String, _ columns: [RowColumn], without: String? = nil) -> String {
        let names = columns.map { $0.name == without ? "NULL::text" : name($0.name) }
        return "SELECT \(names.joined(separator: ", ")) FROM \(name(table)) "
    }

    /// Writes a batch of rows that come as an array a column; a row with a known `id` is overwritten where its columns may
    /// change.
    static func upsert(_ table: String, _ columns: [RowColumn]) -> String {
        let names = columns.map { name($0.name) }.joined(separator: ", ")
        let arrays = columns.enumerated().map { "$\($0 + 1)::\($1.kind == .integer ? "bigint" : "text")[]" }
        let insert =
            "INSERT INTO \(name(table)) (\(names)) SELECT * FROM unnest(\(arrays.joined(separator: ", ")))"
        let changes = columns.filter { !$0.isFixed }.map { "\(name($0.name)) = excluded.\(name($0.name))" }
        guard !changes.isEmpty else { return insert }
        return insert + " ON CONFLICT (\"id\") DO UPDATE SET " + changes.joined(separator: ", ")
    }

    private static func name(_ text: String) -> String { "\"" + text + "\"" }

    // MARK: Conditions and orders, as the indexes have them

    /// The columns of the index `numberDue` behind the campaign.
    static let callOrder = """
        "priority", (-"hasOwnPolicy"), (coalesce("windowEnd", \(Int64.max))), (coalesce("windowStart", \(Int64.min))), \
        (coalesce("nextDueAt", \(Int64.min))), "seq"
        """
    /// The numbers of a campaign that may be called now, first those to be called first.
    package static let dueNumbers =
        select(CampaignNumber.table, CampaignNumber.columns)
        + #"WHERE "campaignId" = $1 AND "isDue" = 1 ORDER BY \#(callOrder) LIMIT $2"#
    static let openNumbers = #""state" IN ('planned', 'waiting', 'committed', 'inCall', 'onRetry')"#
    static let liveAttempts = #""state" IN ('committed', 'originated', 'ringing', 'answered')"#
}
