/// Regular expressions: where `$regexp<…>` ends, and what is wrong inside.
extension PatternReader {
    mutating func expression(_ raw: String, ignoresCase: Bool, at argument: Range<Int>) -> PatternNode.Kind {
        reportEdges(of: argument)
        do throws(RegularExpression.Mistake) {
            return .expression(try RegularExpression(raw, ignoresCase: ignoresCase))
        } catch {
            var place = min(argument.lowerBound + error.offset, argument.upperBound)
            while place > argument.lowerBound, place < bytes.count, isInsideScalar(place) { place -= 1 }
            var end = min(place + 1, bytes.count)
            while end < bytes.count, isInsideScalar(end) { end += 1 }
            let character = text(argument.lowerBound, place).unicodeScalars.count + 1
            report(.badExpression(error.message, character: character), from: place, to: end)
            return .never
        }
    }

    /// What an expression sees begins and ends with a word, so a blank there that must be is never found.
    private mutating func reportEdges(of argument: Range<Int>) {
        let inner = skippedBlanks(from: argument.lowerBound)
        let opens = inner > argument.lowerBound && !Set("*?{+|".utf8).contains(bytes[inner])
        var end = argument.upperBound
        while end > inner, isBlank(at: end - 1) { end -= 1 }
        let closes = end < argument.upperBound && bytes[end - 1] != UInt8(ascii: "\\")
        guard opens || closes else { return }
        let meant = text(opens ? inner : argument.lowerBound, closes ? end : argument.upperBound)
        report(.blankInExpression(meant), from: argument.lowerBound, to: argument.upperBound)
    }

    private func isInsideScalar(_ index: Int) -> Bool { bytes[index] & 0xC0 == 0x80 }

    /// The `>` that ends a regular expression: the first outside of its brackets that a blank, a bracket or an
    /// operator follows; else, for expressions with odd brackets, the first that an element may end with at all.
    mutating func endOfExpression(from start: Int) -> Int? {
        guard lookahead > 0 else { return endOfArgument(from: start) }
        var fallback: Int?
        var depth = 0
        var classStart: Int?
        var index = start
        defer { lookahead -= max(index - start, 0) }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "[") where classStart == nil: classStart = index
            case UInt8(ascii: "]") where classStart.map({ !opensClass(from: $0, to: index) }) ?? false: classStart = nil
            case UInt8(ascii: "(") where classStart == nil: depth += 1
            case UInt8(ascii: ")") where classStart == nil: depth -= 1
            case UInt8(ascii: ">"):
                let ends = mayEndElement(at: index + 1)
                if depth == 0, classStart == nil, ends || mayBeginElement(at: index + 1) { return index }
                if ends { fallback = fallback ?? index }
            default: break
            }
            index += 1
        }
        return fallback
    }

    /// Whether a `]` comes right after `[` or `[^`, where it is a member of the class.
    private func opensClass(from start: Int, to index: Int) -> Bool {
        index == start + 1 || (index == start + 2 && bytes[start + 1] == UInt8(ascii: "^"))
    }

    private func mayEndElement(at index: Int) -> Bool {
        guard index < bytes.count, !isBlank(at: index) else { return true }
        switch bytes[index] {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "/"),
            UInt8(ascii: ":"):
            return true
        // A star right after the expression stands for any words, as it does with a blank before it.
        case UInt8(ascii: "*"):
            return index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "*") && mayEndElement(at: index + 1)
        // Stand-alone punctuation asks for nothing.
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return index + 1 == bytes.count || isBlank(at: index + 1)
        default: return false
        }
    }

    private func mayBeginElement(at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "$"): true
        default: false
        }
    }
}
