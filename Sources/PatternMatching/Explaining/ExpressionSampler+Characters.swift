/// Single characters: escapes and classes.
extension ExpressionSampler {
    mutating func escape() -> [Unicode.Scalar]? {
        guard let letter = next else { return nil }
        position += 1
        switch letter {
        case "b", "B", "A", "z", "Z", "G": return []
        case "1"..."9", "k", "Q", "E": return nil
        case "p", "P":
            if take("{") { while let scalar = next, scalar != "}" { position += 1 } }
            position += 1
            return position <= source.count ? ["a"] : nil
        default: return [self.letter(of: letter)]
        }
    }

    /// A character that an escape stands for: `\d` a digit, `\.` a dot.
    private mutating func letter(of escape: Unicode.Scalar) -> Unicode.Scalar {
        switch escape {
        case "d": Array("0123456789".unicodeScalars)[isShort ? 1 : below(10)]
        case "w", "S", "D": Array("abcdefgh".unicodeScalars)[below(8)]
        case "s", "h", "t", "n", "r": " "
        case "W": "-"
        default: escape
        }
    }

    /// A character of a class, behind its `[`.
    mutating func oneOfClass() -> Unicode.Scalar? {
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt32>] = []
        var isFirst = true
        while let scalar = next, isFirst || scalar != "]" {
            isFirst = false
            position += 1
            guard let first = scalar == "\\" ? next.map({ escapedInClass($0) }) : scalar else { return nil }
            var last = first
            if next == "-", position + 1 < source.count, source[position + 1] != "]" {
                position += 1
                last = source[position]
                position += 1
                if last == "\\" { last = next.map { escapedInClass($0) } ?? last }
            }
            if first.value <= last.value { ranges.append(first.value...last.value) }
        }
        guard take("]") else { return nil }
        return isNegated ? Self.scalar(outside: ranges) : scalar(in: ranges)
    }

    private mutating func escapedInClass(_ escape: Unicode.Scalar) -> Unicode.Scalar {
        position += 1
        return letter(of: escape)
    }

    private mutating func scalar(in ranges: [ClosedRange<UInt32>]) -> Unicode.Scalar? {
        guard !ranges.isEmpty else { return nil }
        let range = ranges[below(ranges.count)]
        return Unicode.Scalar(range.lowerBound + UInt32(below(Int(min(range.upperBound - range.lowerBound, 200)) + 1)))
    }

    private static func scalar(outside ranges: [ClosedRange<UInt32>]) -> Unicode.Scalar? {
        "abcdefgh0123я-".unicodeScalars.first { scalar in !ranges.contains { $0.contains(scalar.value) } }
    }
}
