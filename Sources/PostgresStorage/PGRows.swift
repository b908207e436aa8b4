import CLibPQ
import CampaignStorage

/// The rows that a statement has given.
final class PGRows {
    private let result: OpaquePointer

    /// Takes the result over.
    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    var count: Int { Int(PQntuples(result)) }
    var columnCount: Int { Int(PQnfields(result)) }

    func text(_ row: Int, _ column: Int) -> String? {
        guard PQgetisnull(result, Int32(row), Int32(column)) == 0,
            let start = PQgetvalue(result, Int32(row), Int32(column))
        else { return nil }
        let length = Int(PQgetlength(result, Int32(row), Int32(column)))
        return start.withMemoryRebound(to: UInt8.self, capacity: length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
        }
    }

    func integer(_ row: Int, _ column: Int) -> Int? { text(row, column).flatMap { Int($0) } }

    /// The records of the rows, whose columns are the record's.
    func records<Record: RowRecord>(_: Record.Type = Record.self) throws(StoreError) -> [Record] {
        let kinds = Record.columns.map(\.kind)
        var records: [Record] = []
        records.reserveCapacity(count)
        for row in 0..<count {
            var reader = RowReader(values(of: row, kinds), of: Record.table)
            records.append(try Record(&reader))
        }
        return records
    }

    func values(of row: Int, _ kinds: [RowColumn.Kind]) -> [FieldValue] {
        kinds.enumerated().map { column, kind in
            if kind == .integer { return .init(integer(row, column)) }
            return .init(text(row, column))
        }
    }
}
