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
        let library: PatternLibrary
        let bodies: [String: PatternTree]
        let tree: PatternTree
        let utterance: Utterance

        var set: PatternSet { PatternSet([tree], library: library) }

        func isCovered(_ utterance: Utterance) -> Bool {
            TwinMatcher(utterance: utterance, library: library, definitions: bodies).score(tree) != nil
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
        var random = RandomPatterns(seed: UInt64(seed))
        for _ in 0..<150 {
            let sources = random.definitions()
            let source = random.sequence(2)
            let phrases = (0..<3).map { _ in random.phrase() }
            guard ![source, sources.values.joined()].contains(where: { $0.contains("$reg") }) else { continue }
            let bodies = sources.mapValues { PatternParser.parse($0).0 }
            let library = PatternLibrary(definitions: bodies.mapValues { ($0, nil) })
            for phrase in phrases {
                let tree = PatternParser.parse(source).0
                body(Case(library: library, bodies: bodies, tree: tree, utterance: Utterance(phrase)))
            }
        }
    }

    @Test(arguments: 1...3) func nothingIsToBeChangedExactlyWhereThePatternMatches(seed: Int) {
        eachCase(seed: seed) { one in
            let isCovered = one.isCovered(one.utterance)
            #expect((one.change(one.utterance) == 0) == isCovered, "\(one.tree.source) on \(one.utterance.text)")
        }
    }

    @Test(arguments: 4...6) func whatIsToldMakesThePatternMatch(seed: Int) {
        var (told, mended) = (0, 0)
        eachCase(seed: seed) { one in
            guard let near = NearFinder(one.set).nearest(to: one.utterance, count: 1).first else { return }
            told += 1
            let context = "\(one.tree.source) on \(one.utterance.text): \(near.pieces)"
            #expect(!one.isCovered(one.utterance) && near.change > 0, "\(context)")
            if let phrase = near.mended {
                mended += 1
                #expect(one.isCovered(Utterance(phrase)), "\(context) \(phrase)")
            }
            let kept = near.pieces.filter { $0.kind != .extra }.flatMap { one.utterance.tokens[$0.words].map(\.word) }
            let rest = Utterance(kept.joined(separator: " "))
            if near.pieces.contains(where: \.isMissing) {
                #expect(!one.isCovered(rest), "\(context)")
            } else {
                #expect(one.isCovered(rest), "\(context)")
            }
        }
        #expect(told > 15 && mended == told, "\(mended) of \(told)")
    }

    @Test(arguments: 7...9) func everyWordTooManyCosts(seed: Int) {
        var words = 0
        eachCase(seed: seed) { one in
            guard let near = NearFinder(one.set).nearest(to: one.utterance, count: 1).first else { return }
            for piece in near.pieces where piece.kind == .extra {
                for word in piece.words {
                    words += 1
                    var rest = one.utterance.tokens.map(\.word)
                    let letters = rest.remove(at: word).unicodeScalars.count
                    let change = one.change(Utterance(rest.joined(separator: " ")))
                    #expect(change == near.change - letters, "\(one.tree.source) on \(one.utterance.text)")
                }
            }
        }
        #expect(words > 10)
    }
}
