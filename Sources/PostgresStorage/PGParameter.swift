import CLibPQ
import CampaignStorage

/// A parameter of a statement, sent in PostgreSQL's binary form: no text of a caller is ever part of SQL.
enum PGParameter {
    case text(String)
    case integer(Int)
    case texts([String])
    /// One column of a batch of rows.
    case column([FieldValue], RowColumn.Kind)

    /// The `oid` of the type in `pg_type`, the same in every PostgreSQL.
    var type: Oid {
        switch self {
        case .text: 25
        case .integer: 20
        case .texts, .column(_, .text), .column(_, .json): 1009
        case .column(_, .integer): 1016
        }
    }

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): bytes += text.utf8
        case .integer(let number): bytes.append(bigEndian: Int64(number))
        case .texts(let texts): bytes.append(texts.map(FieldValue.text), ofType: 25)
        case .column(let values, .integer): bytes.append(values, ofType: 20)
        case .column(let values, _): bytes.append(values, ofType: 25)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    /// An array of one dimension: whether it has nulls, the type of its elements, their count, the first index.
    fileprivate mutating func append(_ values: [FieldValue], ofType type: Int32) {
        for number in [values.isEmpty ? 0 : 1, 1, type] { append(bigEndian: number) }
        guard !values.isEmpty else { return }
        append(bigEndian: Int32(values.count))
        append(bigEndian: Int32(1))
        for value in values { append(element: value) }
    }

    private mutating func append(element: FieldValue) {
        switch element {
        case .null: append(bigEndian: Int32(-1))
        case .integer(let number):
            append(bigEndian: Int32(8))
            append(bigEndian: number)
        case .text(let text), .json(let text):
            append(bigEndian: Int32(text.utf8.count))
            self += text.utf8
        }
    }
}
