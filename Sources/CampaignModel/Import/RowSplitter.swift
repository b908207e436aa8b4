/// Cuts a file that comes in pieces into rows: lines, or rows of cells as RFC 4180 describes them.
///
/// Not more than two rows are held at a time, whatever the file. The package SwiftCSV was considered: it wants the whole
/// file as one text, and knows neither bytes nor encodings. Where a row cannot be read, reading goes on at the next line
/// break, so one forgotten quote costs one row.
struct RowSplitter {
    enum Style: Sendable {
        case lines
        /// Cells between commas, semicolons or tabs, whichever the first lines have.
        case table
    }

    /// A row with anything in it: its cells, or why they cannot be told.
    struct Row {
        let number: Int
        let cells: Result<[String], ImportFault>
    }

    static let longestRow = 256 * 1024
    static let mostCells = 1000
    /// So much is waited for before rows are cut, that short pieces are not looked at again and again.
    private static let step = 64 * 1024

    private let style: Style
    private var order = ByteOrder()
    private var encoding: RowEncoding?
    private var separator: UInt8?
    private var pending: [UInt8] = []
    private var worthCutting = RowSplitter.step
    private var number = 0
    /// Within a row that was refused for its length.
    private var isSkipping = false

    init(_ style: Style) { self.style = style }

    var heldBytes: Int { pending.count }

    /// The rows that end in a further piece of the file.
    mutating func rows(in chunk: [UInt8]) -> [Row] {
        pending += order.utf8(of: chunk, isLast: false)
        return pending.count >= worthCutting ? cut(isLast: false) : []
    }

    /// The rows that were not told when the file ended.
    mutating func lastRows() -> [Row] {
        pending += order.utf8(of: [], isLast: true)
        return cut(isLast: true)
    }

    private mutating func cut(isLast: Bool) -> [Row] {
        if encoding == nil { encoding = RowEncoding(isMarked: order.isMarked) }
        if style == .table, separator == nil { separator = CellSeparator.find(in: pending.prefix(Self.step)) }
        var rows: [Row] = []
        var scan = RowScan(pending, separator: separator, isLast: isLast)
        var position = 0
        while position < pending.count {
            if isSkipping {
                let next = scan.lineEnd(from: position)
                position = next ?? scan.halfBreak
                isSkipping = next == nil
                if isSkipping { break } else { continue }
            }
            guard let found = scan.row(from: position) else { break }
            number += 1
            if let row = row(found, from: position, &scan) { rows.append(row) }
            isSkipping = found.next == nil
            position = found.next ?? position
        }
        pending.removeFirst(position)
        worthCutting = pending.count + Self.step
        return rows
    }

    private mutating func row(_ found: RowScan.Found, from position: Int, _ scan: inout RowScan) -> Row? {
        if let fault = found.fault { return Row(number: number, cells: .failure(fault.inRow(number))) }
        do throws(ImportFault) {
            guard let text = try encoding?.reading(of: pending[position..<found.end]) else { return nil }
            let cells = scan.cells.map { $0.text(pending, text) }
            return cells.allSatisfy(\.isEmpty) ? nil : Row(number: number, cells: .success(cells))
        } catch {
            return Row(number: number, cells: .failure(error.inRow(number)))
        }
    }
}
