import PatternMatching
import Testing
import Utterances

@Suite struct ParseTreeTests {
    private let library = PatternLibrary(definitions: [
        "Digit": (PatternParser.parse("$regexp<\\d+>").0, nil),
        "Num": (PatternParser.parse("($Digit|one:1)").0, "$converters.number"),
        "Pair": (PatternParser.parse("$Num * $Num").0, nil),
    ])

    private func match(_ pattern: String, _ phrase: String) -> PatternMatch? {
        PatternMatcher().match(PatternParser.parse(pattern).0, Utterance(phrase), library: library)
    }

    /// The example of dsl.md 4.1.
    @Test func namesAliasesValuesAndConverters() throws {
        let tree = try #require(match("add $Num::A to $Num::B", "Add one to 7!")).tree
        let digit = ParseNode(tag: "Digit", pattern: "Digit", text: "7", words: ["7"])
        #expect(
            tree
                == ParseNode(
                    tag: "root", pattern: "root", text: "Add one to 7", words: ["add", "one", "to", "7"],
                    children: [
                        ParseNode(
                            tag: "A", pattern: "Num", text: "one", words: ["one"], value: "1",
                            converter: "$converters.number"),
                        ParseNode(
                            tag: "B", pattern: "Num", text: "7", words: ["7"], converter: "$converters.number",
                            children: [digit]),
                    ]))
    }

    @Test func childrenStandInTheOrderOfTheText() throws {
        let tree = try #require(match("{$Num::B $Num::A (x|y)} $Pair", "x 1 2, 3 и one")).tree
        #expect(tree.children.map(\.text) == ["1", "2", "3 и one"])
        #expect(tree.children[2].children.map { $0.value ?? $0.text } == ["3", "1"])
    }

    @Test func textKeepsCaseAndInnerPunctuation() throws {
        #expect(
            try #require(match("*", "  Я живу в «Нью-Йорке», (в США)?! ")).tree.text == "Я живу в «Нью-Йорке», (в США)")
        #expect(try #require(match("*", " ??? ")).tree.text == "???")
        #expect(try #require(match("*", "")).tree.text == "")
    }

    @Test func alignmentNamesElementsAsWritten() throws {
        let match = try #require(self.match("* Call [me] * $Num", "please do call me at 7"))
        let told = match.alignment.map { "\($0.element) = \($0.words.joined(separator: " "))" }
        #expect(told == ["* = please do", "Call = call", "me = me", "* = at", "$regexp<\\d+> = 7"])
        #expect(match.explicitWords == 3)
    }

    @Test func leftRecursionIsTold() {
        let library = PatternLibrary(definitions: [
            "A": (PatternParser.parse("[x] $A | a").0, nil), "B": (PatternParser.parse("b [$B]").0, nil),
        ])
        #expect(
            library.leftRecursion.map { [$0.pattern, $0.reference, "\($0.start)-\($0.end)"] } == [["A", "A", "4-6"]])
    }

    @Test func entitiesComeFromAFinder() throws {
        struct Cities: EntityFinding {
            func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
                guard entity == .dictionary("Cities") else { return [] }
                let words = utterance.tokens[start...].prefix(2).map(\.word)
                return words == ["new", "york"] ? [EntityCover(end: start + 2, value: "17")] : []
            }
        }
        let tree = PatternParser.parse("* $entity<Cities>::Home").0
        let match = try #require(PatternMatcher(entities: Cities()).match(tree, Utterance("I live in New York.")))
        #expect(
            match.tree.children == [
                ParseNode(tag: "Home", pattern: "Cities", text: "New York", words: ["new", "york"], value: "17")
            ])
        #expect(abs(match.score - (0.9 * 2 + 0.05 * 3) / 5) < 1e-9)
    }

    @Test func lemmasComeFromADictionary() {
        struct Endings: WordForms {
            func forms(of lemma: String) -> [String] { [lemma, lemma + "а", lemma + "у"] }
        }
        let tree = PatternParser.parse("~дом").0
        #expect(PatternMatcher(forms: Endings()).match(tree, Utterance("Дома"))?.score == 0.95)
        #expect(PatternMatcher().match(tree, Utterance("Дома")) == nil)
    }
}

/// What each word counts adds up to the score.
@Suite struct AlignmentTests {
    @Test func thePartsOfTheScoreAddUp() {
        var cases = PlainCases(seed: 11)
        var matches = 0
        for _ in 0..<1500 {
            let plain = cases.next()
            let tree = plain.tree
            let utterance = Utterance(cases.phrase())
            guard let match = PatternMatcher().match(tree, utterance, library: plain.library) else { continue }
            matches += 1
            let score = ScoreFormula.score(
                sum: match.alignment.reduce(0) { $0 + $1.sum }, words: utterance.tokens.count, factor: match.factor,
                addend: match.addend)
            #expect(abs(score - match.score) < 1e-9, "\(tree.source) on \(utterance.text)")
        }
        #expect(matches > 200)
    }

    @Test func anElementIsToldWithTheNamedPatternItStandsIn() {
        let hour = PatternParser.parse("(an/one) ~hour").0
        let library = PatternLibrary(definitions: ["Hour": (hour, nil)])
        let match = PatternMatcher().match(
            PatternParser.parse("* in $Hour").0, Utterance("call in an hour"), library: library)
        let told = match?.alignment.map { "\($0.owner ?? "-") \($0.element) \($0.sum)" }
        #expect(told == ["- * 50000", "- in 1000000", "Hour an 1000000", "Hour ~hour 950000"])
    }
}
