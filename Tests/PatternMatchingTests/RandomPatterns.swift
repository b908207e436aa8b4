/// Small random patterns and phrases over few words, so that most pairs come close to a match.
struct RandomPatterns {
    private var seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    mutating func next(_ bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(bound))
    }

    mutating func phrase() -> String {
        let signs = ["", "", "", ",", "?", " — ", "!!"]
        return (0..<next(6)).map { _ in Self.words[next(Self.words.count)] + signs[next(signs.count)] }.joined(
            separator: " ")
    }

    /// The bodies of $A, $B, $C; they may mention each other and themselves.
    mutating func definitions() -> [String: String] {
        ["A": sequence(2), "B": sequence(2), "C": next(2) == 0 ? "a [$C]" : sequence(1)]
    }

    mutating func sequence(_ depth: Int) -> String {
        (0..<(1 + next(4))).map { _ in element(depth) }.joined(separator: " ")
    }

    private mutating func element(_ depth: Int) -> String {
        guard depth > 0, next(2) == 0 else { return leaf() }
        switch next(6) {
        case 0: return "[\(sequence(depth - 1))]"
        case 1: return "(\(sequence(depth - 1))|\(sequence(depth - 1)))"
        case 2: return "{\((0..<(1 + next(3))).map { _ in element(depth - 1) }.joined(separator: " "))}"
        case 3: return "[\(sequence(depth - 1))/\(sequence(depth - 1))]"
        case 4: return "(\(sequence(depth - 1)))"
        default: return "(\(sequence(depth - 1))|)"
        }
    }

    private mutating func leaf() -> String {
        switch next(16) {
        case 15: ["$morph<VERB>", "$morph<NOUN plur>", "$morph<С>", "(a/$morph<NOUN>/b*)"][next(4)]
        case 0...5: Self.words[next(Self.words.count)]
        case 6...8: "*"
        case 9: ["a*", "*b", "*а*", "a*b"][next(4)]
        case 10: ["$oneWord", "$nonEmptyGarbage"][next(2)]
        case 11: ["$regexp<[abc]+>", "$regexp<[a-zа-я, ?]+>", "$regexp_i<A.*>", "$regexp<\\?>"][next(4)]
        case 12: ["$A", "$B", "$C", "$A::X", "$Missing"][next(5)]
        case 13: ["$repeat<$A>", "$repeat<$C>", "~a"][next(3)]
        default: ["$weight<0.5>", "$weight<+0.3>", "$weight<-0.2>", "$weight<1.5+0.1>", "a:1"][next(5)]
        }
    }

    /// Words that `~a` has, and what words are: some of them several things.
    static let forms = ListedForms(["a=NOUN,sing ab=NOUN,plur", "ба=VERB", "ab=VERB"])

    static let words = ["a", "b", "ab", "а", "ба", "c"]
}
