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

    // MARK: Expressions without `$regexp`

    /// Says once a pattern that a run of signs and letters looks like a regular expression, or like "not".
    mutating func reportSigns(in run: Range<Int>) {
        if let sign = signOfExpression(in: run) {
            reportOnce(.bareExpression(sign), from: run.lowerBound, to: run.upperBound)
        } else if bytes[run.lowerBound] == UInt8(ascii: "!"), run.count > 1, isLetter(at: run.lowerBound + 1) {
            reportOnce(.negation(text(run.lowerBound + 1, run.upperBound)), from: run.lowerBound, to: run.upperBound)
        }
    }

    /// What only a regular expression would have: `\d`, `^yes`, `yes$`, `yes.*`, `yes+`, `(?i)`, `[0-9]`. A single `?` is punctuation.
    private func signOfExpression(in run: Range<Int>) -> String? {
        let (first, last) = (bytes[run.lowerBound], bytes[run.upperBound - 1])
        if first == UInt8(ascii: "^"), run.count > 1 { return "^" }
        if last == UInt8(ascii: "$"), isLetter(at: run.upperBound - 2), run.count > 1 { return "$" }
        if bytes[run].contains(UInt8(ascii: "\\")) { return "\\" }
        if isGroupSign(run) { return "(?" }
        if isLetterRange(run) { return text(run.lowerBound - 1, run.upperBound + 1) }
        if let sign = repeatedDot(in: run) { return sign }
        guard last == UInt8(ascii: "+"), run.count > 1 else { return nil }
        return isLetter(at: run.upperBound - 2) && run.count > 3 ? "+" : nil
    }

    /// `.*` or `.+`.
    private func repeatedDot(in run: Range<Int>) -> String? {
        run.dropLast().first { index in
            bytes[index] == UInt8(ascii: ".")
                && (bytes[index + 1] == UInt8(ascii: "*") || bytes[index + 1] == UInt8(ascii: "+"))
        }.map { text($0, $0 + 2) }
    }

    private func isLetter(at index: Int) -> Bool {
        bytes.indices.contains(index) && (bytes[index] >= 0x80 || (0x41...0x5A).contains(bytes[index] & 0xDF))
    }

    /// `(?i)`, `(?:…)`.
    private func isGroupSign(_ run: Range<Int>) -> Bool {
        guard bytes[run.lowerBound] == UInt8(ascii: "?"), run.lowerBound > 0,
            bytes[run.lowerBound - 1] == UInt8(ascii: "(")
        else { return false }
        let next = run.lowerBound + 1
        return bytes.indices.contains(next) && "i:=!<".utf8.contains(bytes[next])
    }

    /// `[0-9]`, `[а-я]`: nobody says that, not even as a word that may be missing.
    private func isLetterRange(_ run: Range<Int>) -> Bool {
        let opens = run.lowerBound > 0 && bytes[run.lowerBound - 1] == UInt8(ascii: "[")
        let closes = run.upperBound < bytes.count && bytes[run.upperBound] == UInt8(ascii: "]")
        guard opens, closes, run.count <= 5 else { return false }
        return ["0-9", "1-9", "a-z", "A-Z", "а-я", "А-Я"].contains(text(run.lowerBound, run.upperBound))
    }
}
