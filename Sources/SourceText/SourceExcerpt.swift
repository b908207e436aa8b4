/// The part of a source line that is shown under a diagnostic, and the carets below it.
struct SourceExcerpt {
    let text: String
    let carets: String

    /// One character as it is shown: tabs are blanks up to the next multiple of 4, control characters a dot.
    private struct Cell {
        let shown: String
        let width: Int
    }

    init(file: SourceFile, diagnostic: Diagnostic, width: Int) {
        let scalars = Array(file.line(diagnostic.start.line).unicodeScalars)
        let first = min(diagnostic.start.column - 1, scalars.count)
        let sameLine = diagnostic.end.line == diagnostic.start.line
        let last = min(max(sameLine ? diagnostic.end.column - 1 : scalars.count, first), scalars.count)
        // Only the neighbourhood is laid out: a line may be a megabyte long.
        let from = max(0, first - width)
        let cells = Self.cells(of: scalars[from..<min(scalars.count, first + width)])
        let place = (first - from)..<min(last - from, cells.count)
        let window = Self.window(around: place, of: cells, width: width)
        let isCutLeft = from + window.lowerBound > 0
        let isCutRight = from + window.upperBound < scalars.count
        text = (isCutLeft ? "…" : "") + cells[window].map(\.shown).joined() + (isCutRight ? "…" : "")
        let before = cells[window.lowerBound..<place.lowerBound].reduce(isCutLeft ? 1 : 0) { $0 + $1.width }
        let under = cells[place.lowerBound..<max(place.lowerBound, min(place.upperBound, window.upperBound))]
        let length = max(1, under.reduce(0) { $0 + $1.width })
        carets = String(repeating: " ", count: before) + String(repeating: "^", count: length)
    }

    private static func cells(of scalars: ArraySlice<Unicode.Scalar>) -> [Cell] {
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
        if scalar.properties.generalCategory == .control { return Cell(shown: "·", width: 1) }
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
