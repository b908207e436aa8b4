/// Finds where rows and cells end in bytes.
struct RowScan {
    struct Cell {
        let bytes: Range<Int>
        let hasDoubledQuotes: Bool

        func text(_ all: [UInt8], _ reading: (ArraySlice<UInt8>) -> String) -> String {
            guard hasDoubledQuotes else { return reading(all[bytes]) }
            var single: [UInt8] = []
            var isSecond = false
            for byte in all[bytes] {
                isSecond = byte == RowScan.quote && !isSecond
                if byte != RowScan.quote || isSecond { single.append(byte) }
            }
            return reading(single[...])
        }
    }

    struct Found {
        /// Where the row ends, its line break not counted.
        var end = 0
        /// Where the next one begins; `nil` when that is not in the bytes.
        var next: Int?
        var fault: ImportFault?
    }

    /// Of the row that was found last.
    private(set) var cells: [Cell] = []
    private let bytes: [UInt8]
    private let separator: UInt8?
    private let isLast: Bool

    static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// - Parameter separator: of cells; without one a row is a line.
    init(_ bytes: [UInt8], separator: UInt8?, isLast: Bool) {
        self.bytes = bytes
        self.separator = separator
        self.isLast = isLast
    }

    /// The row at a place, or nothing when its end is not there yet.
    mutating func row(from start: Int) -> Found? {
        cells.removeAll(keepingCapacity: true)
        let limit = start + RowSplitter.longestRow
        var place = start
        var count = 0
        while true {
            guard place <= limit else { return Found(next: lineEnd(from: start), fault: .rowTooLong) }
            let isQuoted = separator != nil && place < bytes.count && bytes[place] == Self.quote
            let cell = isQuoted ? quotedCell(at: place, limit) : plainCell(at: place, limit)
            switch cell {
            case .unfinished: return nil
            case .broken(let fault): return Found(next: lineEnd(from: start), fault: fault)
            case .cell(let cell, let end):
                count += 1
                if count <= RowSplitter.mostCells { cells.append(cell) }
                place = end + 1
                if end < bytes.count, bytes[end] == separator { continue }
                guard let next = afterBreak(at: end) else { return nil }
                let fault = count > RowSplitter.mostCells ? ImportFault.tooManyColumns : nil
                return Found(end: end, next: next, fault: fault)
            }
        }
    }

    /// Where the line after the one at a place begins: past the first line of a broken row, so that the rows after it are
    /// not lost with it.
    func lineEnd(from place: Int) -> Int? {
        bytes[place...].firstIndex(where: { isBreak($0) }).flatMap { afterBreak(at: $0) }
    }

    /// What must be kept of bytes in which a line did not end: a carriage return may be the first half of a break.
    var halfBreak: Int { !isLast && bytes.last == Self.carriageReturn ? bytes.count - 1 : bytes.count }

    private enum Piece {
        case cell(Cell, end: Int)
        case broken(ImportFault)
        case unfinished
    }

    private func plainCell(at start: Int, _ limit: Int) -> Piece {
        var place = start
        while place < bytes.count, bytes[place] != separator, !isBreak(bytes[place]) {
            place += 1
            if place > limit { return .broken(.rowTooLong) }
        }
        guard place < bytes.count || isLast else { return .unfinished }
        return .cell(Cell(bytes: start..<place, hasDoubledQuotes: false), end: place)
    }

    private func quotedCell(at start: Int, _ limit: Int) -> Piece {
        var place = start + 1
        var hasDoubled = false
        while true {
            while place < bytes.count, bytes[place] != Self.quote {
                place += 1
                if place > limit { return .broken(.unclosedQuote) }
            }
            guard place < bytes.count else { return isLast ? .broken(.unclosedQuote) : .unfinished }
            guard place + 1 < bytes.count || isLast else { return .unfinished }
            guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { break }
            hasDoubled = true
            place += 2
            if place > limit { return .broken(.unclosedQuote) }
        }
        let end = place + 1
        guard end == bytes.count || bytes[end] == separator || isBreak(bytes[end]) else {
            // A quote lines further down is the beginning of another cell: this one was never closed.
            return .broken(bytes[start..<place].contains(where: isBreak) ? .unclosedQuote : .textAfterQuote)
        }
        return .cell(Cell(bytes: start + 1..<place, hasDoubledQuotes: hasDoubled), end: end)
    }

    private func isBreak(_ byte: UInt8) -> Bool { byte == Self.lineFeed || byte == Self.carriageReturn }

    /// Where the row after a break begins; nothing when it might be the first half of one.
    private func afterBreak(at end: Int) -> Int? {
        guard end < bytes.count else { return isLast ? end : nil }
        guard bytes[end] == Self.carriageReturn else { return end + 1 }
        guard end + 1 < bytes.count else { return isLast ? end + 1 : nil }
        return bytes[end + 1] == Self.lineFeed ? end + 2 : end + 1
    }
}
