/// Finds out what stands between the cells of a table.
enum CellSeparator {
    private static let candidates = [";", "\t", ","].map { UInt8(ascii: $0) }
    private static let linesAsked = 10

    /// The sign that every one of the first lines has, the more often the likelier; a semicolon when there is none.
    static func find(in sample: ArraySlice<UInt8>) -> UInt8 {
        let lines = firstLines(of: sample)
        func least(_ separator: UInt8) -> Int { lines.map { count(of: separator, in: $0) }.min() ?? 0 }
        func most(_ separator: UInt8) -> Int { lines.map { count(of: separator, in: $0) }.max() ?? 0 }
        let ranked = candidates.map { (separator: $0, least: least($0), most: most($0)) }
        let best = ranked.max { ($0.least, $0.most) < ($1.least, $1.most) }
        return best.flatMap { $0.most > 0 ? $0.separator : nil } ?? candidates[0]
    }

    /// Without quoted cells, empty lines, and the last line, which may be cut, unless it is the only one.
    private static func firstLines(of sample: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in sample {
            if byte == RowScan.quote { isQuoted.toggle() }
            guard !isQuoted, byte != RowScan.quote else { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                if lines[lines.count - 1].isEmpty { continue }
                if lines.count > linesAsked { break }
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines.count > 1 ? lines.dropLast() : lines
    }

    /// The comma of `7,92E+10` separates nothing.
    private static func count(of separator: UInt8, in line: [UInt8]) -> Int {
        var count = 0
        for (place, byte) in line.enumerated() where byte == separator {
            if byte == UInt8(ascii: ","), isDecimal(line, at: place) { continue }
            count += 1
        }
        return count
    }

    private static func isDecimal(_ line: [UInt8], at place: Int) -> Bool {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard place > 0, digits.contains(line[place - 1]) else { return false }
        let rest = line[(place + 1)...].drop { digits.contains($0) }
        return rest.count < line.count - place - 1 && (rest.starts(with: "E+".utf8) || rest.starts(with: "e+".utf8))
    }
}

extension UInt8 {
    fileprivate init(ascii text: String) { self = text.utf8.first ?? 0 }
}
