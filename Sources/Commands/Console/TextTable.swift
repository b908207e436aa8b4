/// A table of text: columns as wide as their widest cell, two blanks between.
package struct TextTable {
    package var heading: [String]
    package var rows: [[String]]

    package init(heading: [String], rows: [[String]]) {
        self.heading = heading
        self.rows = rows
    }

    package var lines: [String] {
        let all = [heading] + rows
        let widths = heading.indices.map { column in all.map { columns($0[column]) }.max() ?? 0 }
        return all.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - columns($0)) }
            var line = cells.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    private func columns(_ text: String) -> Int { text.reduce(0) { $0 + $1.columns } }
}
