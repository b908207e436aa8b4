import Testing
import Utterances

@testable import PatternMatching

/// What is told of patterns that nearly match.
@Suite struct NearTests {
    private func near(_ pattern: String, _ phrase: String, _ names: [String: String] = [:]) -> NearMatch? {
        let library = PatternLibrary(definitions: names.mapValues { (PatternParser.parse($0).0, nil) })
        let set = PatternSet([PatternParser.parse(pattern).0], library: library)
        return NearFinder(set).nearest(to: Utterance(phrase), count: 1).first
    }

    /// The pieces in short: what covers, `-words` that are too many, `+element` that is missing.
    private func told(_ pattern: String, _ phrase: String, _ names: [String: String] = [:]) -> String? {
        let words = Utterance(phrase).tokens.map(\.word)
        return near(pattern, phrase, names)?.pieces.map { piece in
            let said = words[piece.words].joined(separator: " ")
            switch piece.kind {
            case .covered: return piece.element == said ? said : "\(piece.element)=\(said)"
            case .extra: return "-\(said)"
            case .misspelt(let meant): return "\(meant)~\(said)"
            case .missing(let isSaidElsewhere): return (isSaidElsewhere ? "+!" : "+") + piece.element
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        (
            "* call [me] [back] * (an/one) hour *", "call me back in two hours",
            "call me back *=in two +(an/one) hour~hours"
        ),
        ("call me back", "call me tomorrow", "call me -tomorrow +back"),
        ("call me (back/later)", "please call me", "-please call me +(back/later)"),
        ("[please] call * tomorrow", "call tomorrow please", "call tomorrow -please"),
        ("{(call/ring) * me} now", "me you call", "me *=you call +now"),
        ("yesterday call *", "call me yesterday", "+!yesterday call *=me yesterday"),
        ("{one two three four five six}", "six five four three two", "six five four three two +one"),
        ("put* it down", "putting down", "put*=putting +it down"),
    ])
    func theFailingWordsAreTold(pattern: String, phrase: String, expected: String) {
        #expect(told(pattern, phrase) == expected)
    }

    @Test func namedPatternsAreLookedInto() {
        let names = ["Hour": "in (an/one) hour", "Deep": "very $Deep | so"]
        #expect(told("call $Hour", "call in two hours", names) == "call in -two +(an/one) hour~hours")
        #expect(told("call $Hour", "call me", names) == "call -me +$Hour")
        #expect(near("call $Hour", "call in hour", names)?.pieces.first { $0.isMissing }?.owner == "Hour")
        #expect(near("call $Deep", "call very very", names)?.mended == "call very very so")
    }

    @Test func aPhraseThatWouldMatchIsSaid() {
        #expect(near("* call me * hour *", "call me please")?.mended == "call me please hour")
        #expect(near("i do n't know", "I know")?.mended == "I don't know")
        #expect(near("* (bye/goodbye) *", "well goodby")?.mended == "well goodbye")
        #expect(near("* call * hour *", "Call in two hours")?.mended == "Call in two hour")
        #expect(near("pay @money", "pay the bill")?.mended == nil)
    }

    @Test func theNearestComesFirst() {
        let patterns = ["order tea", "order [a] pizza *", "* [the] weather *", "drink tea"]
        let finder = NearFinder(PatternSet(patterns.map { PatternParser.parse($0).0 }))
        let utterance = Utterance("order a big pizza")
        #expect(finder.nearest(to: utterance, count: 3).map(\.pattern) == [1, 0])
        #expect(finder.nearest(to: utterance, count: 3) { $0 == 1 ? 0 : 1 }.map(\.pattern) == [0])
        #expect(finder.nearest(to: Utterance("nothing of it"), count: 3).isEmpty)
    }

    // MARK: Properties

    private struct Case {
        let plain: PlainCases.Case
        let utterance: Utterance

        var library: PatternLibrary { plain.library }
        var tree: PatternTree { plain.tree }
        var set: PatternSet { PatternSet([tree], library: library) }

        /// Too hard for the twin counts as covered where the matcher says so.
        func isCovered(_ utterance: Utterance) -> Bool {
            plain.isCovered(utterance) ?? (set.match(0, utterance) != nil)
        }

        /// The letters to be changed; nil when no change helps.
        func change(_ utterance: Utterance) -> Int? {
            let set = set
            let lengths = ShortestLengths(library)
            let own = lengths.ofPattern(tree)
            return set.withMemory { memory in
                memory.run.hear(utterance, set.knower)
                memory.run.begin()
                let misspelt = MisspeltWords(utterance, SimilarWords(set.knower.words), set.knower)
                var run = NearRun(
                    memory, letters: NearRun.letters(of: utterance), misspelt: misspelt, budget: 10_000_000
                ) { origin in
                    origin.definition < 0
                        ? own[Int(origin.node)]
                        : lengths.length(of: origin.node, in: set.definitions[Int(origin.definition)])
                }
                return run.solve(set.roots[0]).map { Int($0.cost) }
            }
        }
    }

    /// Random patterns without regular expressions, for these also see the signs between words.
    private func eachCase(seed: Int, _ body: (Case) -> Void) {
        var cases = PlainCases(seed: seed)
        for _ in 0..<150 {
            let plain = cases.next()
            let phrases = (0..<3).map { _ in cases.phrase() }
            guard !plain.has("$reg") else { continue }
            for phrase in phrases { body(Case(plain: plain, utterance: Utterance(phrase))) }
        }
    }
}
