/// Makes texts for simple regular expressions: letters, classes, groups, alternatives and quantifiers. What it does not
/// understand (looking ahead or back, references to groups) it leaves out, and the expression itself has the last word.
struct ExpressionSampler<Chance: RandomNumberGenerator> {
    let source: [Unicode.Scalar]
    var position = 0
    let isShort: Bool
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

    var next: Unicode.Scalar? { position < source.count ? source[position] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    mutating func below(_ bound: Int) -> Int { isShort ? 0 : Int(chance.next() % UInt64(max(bound, 1))) }

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
}
