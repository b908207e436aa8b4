/// Makes texts for simple regular expressions: letters, classes, groups, alternatives and quantifiers. What it does not
/// understand (looking ahead or back, references to groups) it leaves out, and the expression itself has the last word.
struct ExpressionSampler<Chance: RandomNumberGenerator> {
    private let source: [Unicode.Scalar]
    private var position = 0
    private let isShort: Bool
    private var chance: Chance
    private var depth = 0
    private var work = 0

    /// A text for an expression; nil when it is written in a way that is not understood.
    static func text(of source: String, isShort: Bool, using chance: inout Chance) -> String? {
        var sampler = ExpressionSampler(source: Array(source.unicodeScalars), isShort: isShort, chance: chance)
        let text = sampler.alternatives()
        chance = sampler.chance
        guard let text, sampler.position == sampler.source.count else { return nil }
        return String(String.UnicodeScalarView(text))
    }

    private init(source: [Unicode.Scalar], isShort: Bool, chance: Chance) {
        self.source = source
        self.isShort = isShort
        self.chance = chance
    }

    private static var deepest: Int { 50 }
    private static var mostRepeats: Int { 40 }
    private static var longest: Int { 400 }
    private static var mostWork: Int { 20_000 }

    private var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func below(_ bound: Int) -> Int { isShort ? 0 : Int(chance.next() % UInt64(max(bound, 1))) }

    // MARK: Groups

    private mutating func alternatives() -> [Unicode.Scalar]? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        var all: [[Unicode.Scalar]] = []
        repeat {
            guard let text = sequence() else { return nil }
            all.append(text)
        } while take("|")
        return all[below(all.count)]
    }

    private mutating func sequence() -> [Unicode.Scalar]? {
        var text: [Unicode.Scalar] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let start = position
            guard let first = atom() else { return nil }
            let end = position
            guard let times = times() else { return nil }
            let after = position
            for turn in 0..<times where text.count < Self.longest {
                // Every time anew, so that `\d{3}` is not the same digit three times.
                position = start
                text += turn == 0 ? first : atom() ?? []
            }
            position = times == 0 ? max(after, end) : after
        }
        return text
    }

    private mutating func atom() -> [Unicode.Scalar]? {
        work += 1
        guard work < Self.mostWork, let scalar = next else { return nil }
        position += 1
        switch scalar {
        case "(": return group()
        case "[": return oneOfClass().map { [$0] }
        case "\\": return escape()
        case ".": return ["a"]
        case "^", "$": return []
        case "*", "+", "?": return nil
        default: return [scalar]
        }
    }

    /// Looking ahead and back makes no text of its own.
    private mutating func group() -> [Unicode.Scalar]? {
        var isLook = false
        if take("?") {
            let signs = ["=", "!", "<=", "<!"].map { Array($0.unicodeScalars) }
            isLook = signs.contains { source[position...].starts(with: $0) }
            while let scalar = next, scalar != ":", scalar != ")", !(isLook && "=!".unicodeScalars.contains(scalar)),
                scalar != ">"
            { position += 1 }
            if next != ")" { position += 1 }
        }
        guard let text = alternatives(), take(")") else { return nil }
        return isLook ? [] : text
    }

    /// How often the element before is taken; nil for a quantifier that is none.
    private mutating func times() -> Int? {
        var times = 1
        if take("*") {
            times = below(3)
        } else if take("+") {
            times = 1 + below(3)
        } else if take("?") {
            times = below(2)
        } else if next == "{" {
            position += 1
            guard let least = number() else { return nil }
            let most = take(",") ? number() ?? least + 3 : least
            guard take("}") else { return nil }
            times = least + below(max(0, most - least) + 1)
        } else {
            return 1
        }
        if next == "?" || next == "+" { position += 1 }
        return min(times, Self.mostRepeats)
    }

    private mutating func number() -> Int? {
        let start = position
        while let scalar = next, (0x30...0x39).contains(scalar.value) { position += 1 }
        return Int(String(String.UnicodeScalarView(source[start..<position]))).map { min($0, 1_000) }
    }

    // MARK: Characters

    private mutating func escape() -> [Unicode.Scalar]? {
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
    private mutating func oneOfClass() -> Unicode.Scalar? {
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
