/// What a file that is imported holds: turns its rows into drafts.
package protocol ImportForm: Sendable {
    associatedtype Draft: Sendable & Hashable
    /// The columns of a table, from its first row; `nil` when that is data.
    mutating func header(_ cells: [String]) throws(ImportFault) -> [String]?
    /// The columns of a table without a header.
    mutating func withoutHeader(_ count: Int) -> [String]
    /// A row of a table, as many cells as there are columns.
    mutating func draft(row: Int, cells: [String]) throws(ImportFaults) -> Draft
    /// A line of JSON Lines.
    mutating func draft(row: Int, members: [PolicyValue.Member]) throws(ImportFaults) -> Draft
}

/// Everything that is wrong with a row, and its phone, if that could be found.
package struct ImportFaults: Error, Sendable, Hashable {
    package var phone: String?
    package var faults: [ImportFault]

    package init(phone: String? = nil, _ faults: [ImportFault]) {
        self.phone = phone
        self.faults = faults
    }
}

/// How a file is written.
package enum ImportFormat: String, Sendable, Hashable, CaseIterable {
    /// One object a line.
    case jsonLines
    /// Cells between commas, semicolons or tabs.
    case table
}

/// Reads a file that comes in pieces of any size; what it holds at a time is bounded, whatever the file.
package struct ImportReader<Form: ImportForm>: Sendable {
    private let format: ImportFormat
    private var splitter: RowSplitter
    private var form: Form
    private var columns: Int?
    /// The header cannot be used: nothing after it is read.
    private var isOver = false

    package init(_ format: ImportFormat, _ form: Form) {
        self.format = format
        self.form = form
        splitter = RowSplitter(format == .table ? .table : .lines)
    }

    /// How many bytes of the file wait for the end of their row.
    package var heldBytes: Int { splitter.heldBytes }

    /// The rows that end in a further piece of the file.
    package mutating func rows(in chunk: [UInt8]) -> [ImportedRow<Form.Draft>] {
        isOver ? [] : read(splitter.rows(in: chunk))
    }

    /// The rows that were not told when the file ended.
    package mutating func lastRows() -> [ImportedRow<Form.Draft>] { isOver ? [] : read(splitter.lastRows()) }

    private mutating func read(_ rows: [RowSplitter.Row]) -> [ImportedRow<Form.Draft>] {
        var found: [ImportedRow<Form.Draft>] = []
        found.reserveCapacity(rows.count)
        for row in rows where !isOver {
            do throws(ImportFaults) {
                if let draft = try draft(row) { found.append(.draft(draft)) }
            } catch {
                found.append(.refused(ImportRefusal(row: row.number, phone: error.phone, faults: error.faults)))
            }
        }
        return found
    }

    private mutating func draft(_ row: RowSplitter.Row) throws(ImportFaults) -> Form.Draft? {
        let cells = try row.readCells()
        switch format {
        case .jsonLines: return try draft(row.number, line: cells.first ?? "")
        case .table: return try draft(row.number, cells: cells)
        }
    }

    private mutating func draft(_ row: Int, line: String) throws(ImportFaults) -> Form.Draft? {
        guard line.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else { return nil }
        let value: PolicyValue
        do { value = try PolicyValue(json: line) } catch {
            throw ImportFaults(error.faults.map { .notJSON($0) })
        }
        guard case .object(let members) = value else { throw ImportFaults([.notAnObject(value)]) }
        return try form.draft(row: row, members: members)
    }

    private mutating func draft(_ row: Int, cells: [String]) throws(ImportFaults) -> Form.Draft? {
        guard let columns else {
            // Excel's own way of telling the separator.
            if row == 1, cells.joined().lowercased().hasPrefix("sep=") { return nil }
            return try firstRow(row, cells)
        }
        var cells = cells
        while cells.count > columns, cells.last == "" { cells.removeLast() }
        guard cells.count <= columns else { throw ImportFaults([.moreCells(cells.count, than: columns)]) }
        while cells.count < columns { cells.append("") }
        return try form.draft(row: row, cells: cells)
    }

    private mutating func firstRow(_ row: Int, _ cells: [String]) throws(ImportFaults) -> Form.Draft? {
        do {
            if let header = try form.header(cells) {
                columns = header.count
                return nil
            }
        } catch {
            isOver = true
            throw ImportFaults([error])
        }
        columns = form.withoutHeader(cells.count).count
        return try form.draft(row: row, cells: cells)
    }
}

extension RowSplitter.Row {
    fileprivate func readCells() throws(ImportFaults) -> [String] {
        do throws(ImportFault) { return try cells.get() } catch { throw ImportFaults([error]) }
    }
}
