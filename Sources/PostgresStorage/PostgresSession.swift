import CampaignStorage

/// A bare connection, for checks and measurements beside a store.
package final class PostgresSession {
    private let connection: PGConnection

    package init(url: String) throws(StoreError) {
        connection = try PGConnection(try PGAddress(url), settings: "")
    }

    /// Runs SQL, and gives the rows of its last statement.
    @discardableResult
    package func run(_ sql: String) throws(StoreError) -> [[String?]] {
        let rows = try connection.execute(sql)
        return (0..<rows.count).map { row in (0..<rows.columnCount).map { rows.text(row, $0) } }
    }
}
