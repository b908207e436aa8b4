/// The part of a source line that is shown under a diagnostic, and where the marked place stands in it.
package struct SourceExcerpt {
    package let text: String
    /// Columns of the terminal before the place, and those that it takes (at least one).
    package let markColumn: Int
    let markWidth: Int

    /// Of a line alone; `column` counts Unicode scalars from 1.
    package init(of line: String, column: Int, width: Int) {
        let before = line.unicodeScalars.prefix(max(column - 1, 0)).reduce(0) { $0 + UTF8.width($1) }
        let bytes = Array(line.utf8)
        self.init(of: bytes, line: SourceSpan(0, bytes.count), place: SourceSpan(before, before), width: width)
    }

    /// One character as it is shown: tabs are blanks up to the next multiple of 4, control characters a dot.
    private struct Cell {
        let shown: String
        let width: Int
    }

    /// - Parameter line: the bytes of the line, without its end; `place` lies in it.
    init(of bytes: [UInt8], line: SourceSpan, place: SourceSpan, width: Int) {
        // Only the neighbourhood is laid out: a line may be a megabyte long.
        let start = min(max(place.start, line.start), line.end)
        let end = min(max(place.end, start), line.end)
        let from = Self.start(of: bytes, before: start, scalars: width, lowest: line.start)
        let to = min(line.end, start + 4 * width)
        let before = Self.scalars(bytes, from, start)
        let marked = Self.scalars(bytes, start, min(end, to))
        let scalars = before + marked + Self.scalars(bytes, min(end, to), to)
        let cells = Self.cells(of: scalars)
        let place = before.count..<(before.count + marked.count)
        let window = Self.window(around: place, of: cells, width: width)
        let isCutLeft = from > line.start || window.lowerBound > 0
        let isCutRight = to < line.end || window.upperBound < cells.count
        var shown = (isCutLeft ? "…" : "") + cells[window].map(\.shown).joined() + (isCutRight ? "…" : "")
        let under = cells[place.lowerBound..<max(place.lowerBound, min(place.upperBound, window.upperBound))]
        markColumn = cells[window.lowerBound..<place.lowerBound].reduce(isCutLeft ? 1 : 0) { $0 + $1.width }
        markWidth = max(1, under.reduce(0) { $0 + $1.width })
        while shown.last == " " { shown.removeLast() }
        text = shown
    }

    private static func scalars(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [Unicode.Scalar] {
        Array(String(decoding: bytes[start..<max(start, end)], as: UTF8.self).unicodeScalars)
    }

    /// Some scalars further left, but not before the line.
    private static func start(of bytes: [UInt8], before byte: Int, scalars: Int, lowest: Int) -> Int {
        var position = byte
        var count = 0
        while position > lowest, count < scalars {
            position -= 1
            if bytes[position] & 0xC0 != 0x80 { count += 1 }
        }
        return position
    }

    private static func cells(of scalars: [Unicode.Scalar]) -> [Cell] {
        var column = 0
        return scalars.map { scalar in
            let cell = cell(of: scalar, column: column)
            column += cell.width
            return cell
        }
    }

    private static func cell(of scalar: Unicode.Scalar, column: Int) -> Cell {
        if scalar == "\t" {
            let width = 4 - column % 4
            return Cell(shown: String(repeating: " ", count: width), width: width)
        }
        if scalar == "\u{FEFF}" { return Cell(shown: "", width: 0) }
        if scalar.isUnprintable { return Cell(shown: scalar.sign ?? "·", width: 1) }
        return Cell(shown: String(scalar), width: DisplayWidth.of(scalar))
    }

    /// The cells that fit: the place, with most of the room given to what stands before it.
    private static func window(around place: Range<Int>, of cells: [Cell], width: Int) -> Range<Int> {
        var room = width
        var upper = place.lowerBound
        while upper < cells.count, upper < place.upperBound, cells[upper].width <= room - width / 4 {
            room -= cells[upper].width
            upper += 1
        }
        var lower = place.lowerBound
        while lower > 0, cells[lower - 1].width <= room {
            lower -= 1
            room -= cells[lower].width
        }
        while upper < cells.count, cells[upper].width <= room {
            room -= cells[upper].width
            upper += 1
        }
        return lower..<upper
    }
}

extension Unicode.Scalar {
    /// Control characters, and those that turn the direction of writing: a terminal must not obey them.
    package var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// What is shown instead: `␛` for ESC, `\u{202E}` for what has no sign of its own.
    package var picture: String { sign ?? "\\u{\(String(value, radix: 16, uppercase: true))}" }

    /// As wide as one letter.
    fileprivate var sign: String? {
        switch value {
        case 0..<0x20: Unicode.Scalar(0x2400 + value).map { String($0) }
        case 0x7F: "\u{2421}"
        default: nil
        }
    }
}
