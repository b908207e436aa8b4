import PatternMatching
import Utterances

/// Small random patterns and phrases over few words, so that most pairs come close to a match.
///
/// They follow bytes, where there are some, so that a fuzzer can steer them; behind these a seed.
package struct RandomPatterns {
    private var bytes: ArraySlice<UInt8>
    private var seed: UInt64

    package init(seed: UInt64, bytes: [UInt8] = []) {
        self.seed = seed
        self.bytes = bytes[...]
    }

    package mutating func next(_ bound: Int) -> Int {
        if let byte = bytes.popFirst() { return Int(byte) % bound }
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(bound))
    }

    private mutating func pick(_ choices: [String]) -> String { choices[next(choices.count)] }

    // MARK: Phrases

    package mutating func phrase(_ longest: Int = 5) -> String {
        let words = (0..<next(longest + 1)).map { _ in pick(Self.words) + pick(Self.signs) }
        return pick(["", "", "", "?", "«", "!! "]) + words.joined(separator: " ")
    }

    static let words = ["a", "b", "ab", "а", "ба", "c"]
    private static let signs = ["", "", "", ",", "?", " — ", "!!"]

    // MARK: Named patterns

    /// The bodies of $A to $G; they mention each other and themselves, on the right, in the middle and in circles.
    package mutating func definitions() -> [String: (tree: PatternTree, converter: String?)] {
        let bodies = [
            "A": sequence(2), "B": pick(["", "* "]) + sequence(2) + pick(["", " *"]),
            "C": pick(["\(leaf()) [$C]", "a [$C] [*]", sequence(1)]),
            "D": pick(["a $D b | \(leaf())", "\(leaf()) [$D] \(leaf())", sequence(1)]),
            "E": pick(["(a|\(leaf()) $F)", "a [* $F]", "[\(leaf())] $F b|c"]),
            "F": pick(["(b|\(leaf()) [$E] [$E])", "b [$repeat<$E>]", "{c [$E]}|b"]), "G": pick(["*", "[a]", "$A $A"]),
        ]
        var definitions: [String: (tree: PatternTree, converter: String?)] = [:]
        for (name, body) in bodies.sorted(by: { $0.key < $1.key }) {
            definitions[name] = (PatternParser.parse(body).0, next(3) == 0 ? "f\(name)" : nil)
        }
        return definitions
    }

    // MARK: Patterns

    package mutating func pattern() -> String { sequence(2) }

    private mutating func sequence(_ depth: Int) -> String {
        (0..<(1 + next(4))).map { _ in element(depth) }.joined(separator: " ")
    }

    private mutating func element(_ depth: Int) -> String {
        guard depth > 0, next(2) == 1 else { return leaf() }
        let group = group(depth - 1)
        return next(6) == 0 ? group + ":" + pick(["V", "-1", "W"]) : group
    }

    private mutating func group(_ depth: Int) -> String {
        switch next(8) {
        case 0, 1: "[\(sequence(depth))]"
        case 2: "(\(sequence(depth))|\(sequence(depth)))"
        case 3, 4: "{\((0..<(1 + next(next(3) == 0 ? 5 : 3))).map { _ in member(depth) }.joined(separator: " "))}"
        case 5: "[\(sequence(depth))/\(sequence(depth))]"
        case 6: "(\(leaf())|\(leaf())|\(leaf()))"
        default: "(\(sequence(depth))|)"
        }
    }

    /// Stars and optional members are what makes permutations hard.
    private mutating func member(_ depth: Int) -> String {
        switch next(5) {
        case 0: "*"
        case 1: "[\(leaf())]"
        default: element(depth)
        }
    }

    private mutating func leaf() -> String {
        switch next(18) {
        case 0...5: pick(Self.words)
        case 6...8: "*"
        case 9: pick(["a*", "*b", "*а*", "a*b"])
        case 10: pick(["$oneWord", "$nonEmptyGarbage"])
        case 11:
            pick([
                "$regexp<[abc]+>", "$regexp<[a-zа-я, ?]+>", "$regexp_i<A.*>", "$regexp<\\?>", "$regexp<[?!—«]+>",
                "$regexp<.* b>",
            ])
        case 12, 13: "$" + pick(["A", "B", "C", "D", "E", "F", "G", "A::X", "C::X", "B:2", "Missing"])
        case 14: "$repeat<$" + pick(["A>", "C>", "F>::R", "B>", "G>"])
        case 15: pick(["~a", "~b", "~c"])
        case 16: pick(["@e", "@e::X", "$entity<D>", "$entity<D>::Y"])
        default: pick(["$weight<0.5>", "$weight<+0.25>", "$weight<-0.25>", "$weight<1.5+0.125>", "a:1", "(b):2"])
        }
    }
}

/// Forms of some of the random words, one of them named twice.
package struct RandomForms: WordForms {
    package init() {}

    package func forms(of lemma: String) -> [String] {
        switch lemma {
        case "a": ["a", "ab", "а"]
        case "b": ["b", "ба", "b"]
        default: [lemma]
        }
    }
}

/// Entities among the random words: of one word or two, with and without a value, and some that cover nothing sensible.
package struct RandomEntities: EntityFinding {
    package init() {}

    package func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        guard start < utterance.tokens.count else { return [] }
        switch (entity, utterance.tokens[start].word) {
        case (.recognized("e"), "a"):
            return [EntityCover(end: start + 1, value: "1"), EntityCover(end: start + 2, value: nil)]
        case (.recognized("e"), "c"): return [EntityCover(end: start, value: "0"), EntityCover(end: 99, value: "9")]
        case (.dictionary("D"), "ба"), (.dictionary("D"), "ab"):
            return [EntityCover(end: start + 1, value: "17"), EntityCover(end: start + 1, value: "18")]
        default: return []
        }
    }
}
