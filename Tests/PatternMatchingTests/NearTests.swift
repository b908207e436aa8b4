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
            case .unfit(let meant): return "\(meant)~\(said)"
            case .moved: return "<\(said)"
            case .missing(.unsaid): return "+" + piece.element
            case .missing(.elsewhere): return ">" + piece.element
            case .missing(.again): return "++" + piece.element
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        (
            "* call [me] [back] * (an/one) hour *", "call me back in two hours",
            "call me back *=in -two +(an/one) hour~hours"
        ),
        ("call me back", "call me tomorrow", "call me -tomorrow +back"),
        ("call me (back/later)", "please call me", "-please call me +(back/later)"),
        ("[please] call * tomorrow", "call tomorrow please", "call tomorrow -please"),
        ("{(call/ring) * me} now", "me you call", "me *=you call +now"),
        ("yesterday call *", "call me yesterday", ">yesterday call *=me <yesterday"),
        ("{one two three four five six}", "six five four three two", "six five four three two +one"),
        ("put* it down", "putting down", "put*=putting +it down"),
        // Of several words too many the last ones are.
        (
            "меня зовут $oneWord [$oneWord]", "меня зовут Иван Иванович Петров",
            "меня зовут $oneWord=иван иванович -петров"
        ),
        // A word that stands in the place goes for the one that is wanted.
        ("меня зовут $oneWord [$oneWord]", "меня звали Иван", "меня -звали +зовут $oneWord=иван"),
        ("* (book/reserve) [a] table *", "I want to book a chair", "*=i want to book a -chair +table"),
        ("* order * pizza *", "order for tomorrow", "order *=for -tomorrow +pizza"),
        // Moving is a kind of its own.
        ("* call me * tomorrow *", "tomorrow call me", ">call >me tomorrow <call me"),
        ("хочу пиццу", "пиццу хочу", ">хочу пиццу <хочу"),
        ("call me and call", "call me and wait", "call me and -wait ++call"),
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
        #expect(near("* call me * hour *", "call me please")?.mended == "call me hour")
        #expect(near("i do n't know", "I know")?.mended == "I don't know")
        #expect(near("* (bye/goodbye) *", "well goodby")?.mended == "well goodbye")
        #expect(near("* call * hour *", "Call in two hours")?.mended == "Call in two hour")
        #expect(near("pay @money", "pay the bill")?.mended == nil)
        #expect(near("* call me * tomorrow *", "Tomorrow call me please")?.mended == "call me Tomorrow please")
        #expect(near("* (book/reserve) [a] table *", "I want to book a chair")?.mended == "I want to book a table")
    }

    @Test func whatDoesNotFitAnExpressionIsTold() {
        let near = near(#"* $regexp_i<my number is \d{3}> *"#, "My number is 12")
        #expect(near?.pieces.map(\.kind) == [.unfit(meant: near?.mended ?? "")])
        #expect(near?.mended?.hasPrefix("my number is ") == true)
        #expect(self.near(#"$regexp<\d{3}>"#, "12")?.pieces.first?.words == 0..<1)
        #expect(
            self.near(#"* $regexp<\d{2}:\d{2}> *"#, "at 12 30 sharp")?.pieces.map(\.words) == [0..<1, 1..<3, 3..<4])
        #expect(self.near(#"$regexp<\d{3}>"#, "hello") == nil)
        #expect(self.near("$regex</start>", "hello there") == nil)
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

    /// Random patterns without regular expressions, for these also see the signs between words.
    private func eachCase(seed: Int, _ body: (PlainCases.Case, Utterance) -> Void) {
        var cases = PlainCases(seed: seed)
        for _ in 0..<150 {
            let plain = cases.next()
            let phrases = (0..<3).map { _ in cases.phrase() }
            guard !plain.has("$reg") else { continue }
            for phrase in phrases { body(plain, Utterance(phrase)) }
        }
    }

    @Test(arguments: 4...6) func whatIsToldMakesThePatternMatch(seed: Int) {
        var (told, mended) = (0, 0)
        eachCase(seed: seed) { plain, utterance in
            let set = PatternSet([plain.tree], library: plain.library)
            guard let near = NearFinder(set).nearest(to: utterance, count: 1).first else { return }
            told += 1
            let context = "\(plain.tree.source) on \(utterance.text): \(near.pieces)"
            #expect(plain.isCovered(utterance) != true, "\(context)")
            // Words from elsewhere may be wanted by a part of the pattern that is then not needed there.
            if near.mended != nil || !near.pieces.contains(where: { $0.kind == .moved }) { mended += 1 }
            if let phrase = near.mended { #expect(plain.isCovered(Utterance(phrase)) != false, "\(context) \(phrase)") }
            #expect(near.pieces.flatMap(\.words) == Array(utterance.tokens.indices), "\(context)")
        }
        #expect(told > 15 && mended == told, "\(mended) of \(told)")
    }
}
