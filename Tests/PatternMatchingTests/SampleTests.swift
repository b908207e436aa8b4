import Testing
import Utterances

@testable import PatternMatching

/// Phrases that patterns accept.
@Suite struct SampleTests {
    private func samples(
        _ pattern: String, _ names: [String: String] = [:], forms: any WordForms = ExactForms(), count: Int = 10,
        seed: UInt64 = 1
    ) -> PatternSamples {
        let library = PatternLibrary(definitions: names.mapValues { (PatternParser.parse($0).0, nil) })
        var chance = SeededChance(seed: seed)
        return PatternSet([PatternParser.parse(pattern).0], library: library, forms: forms).samples(
            of: 0, count: count, using: &chance)
    }

    private struct SeededChance: RandomNumberGenerator {
        var cases: PlainCases

        init(seed: UInt64) { cases = PlainCases(seed: Int(seed)) }

        mutating func next() -> UInt64 { UInt64(cases.number(below: 1 << 30)) }
    }

    @Test func theShortestComesFirstAndNoneTwice() {
        let phrases = samples("* call [me] [back] * (an/one) hour *").phrases
        #expect(phrases.first == "call an hour")
        #expect(phrases.count == 10 && Set(phrases).count == 10)
        #expect(phrases.allSatisfy { $0.contains("call") && $0.contains(" hour") })
        #expect(samples("(yes/no)").phrases.sorted() == ["no", "yes"])
    }

    @Test func theSameSeedSaysTheSame() {
        let pattern = "* (a/b/c/d) * [e|f] {g h i} $oneWord"
        #expect(samples(pattern, seed: 7) == samples(pattern, seed: 7))
        #expect(samples(pattern, seed: 7) != samples(pattern, seed: 8))
    }

    @Test(arguments: [
        #"$regexp<\d{2}:\d{2}>"#, "$regexp<[A-Z][a-z]+>", #"pay $regexp_i<(rub|usd|€)\.?>"#,
        #"$regexp<(?i)a+b*?c{2,}>"#,
        #"$regexp<(?!x)[^0-9]+>"#, "$regex</start>", #"$regexp<\+?(7|8)[\-\s]?\d{3}>"#, "[hello] $regexp<[а-яё]+>",
    ])
    func simpleExpressionsAreWrittenOut(pattern: String) { #expect(!samples(pattern).phrases.isEmpty) }

    /// Of a word part only nouns and verbs, and only those that a dictionary knows.
    @Test func wordPartsAreWords() {
        struct Guessed: WordForms {
            let listed = ListedForms(["minute=NOUN minutes=NOUN minuter=COMP", "day=NOUN days=NOUN"])

            func forms(of word: String) -> [String] { listed.forms(of: word) + [word + "ing"] }
            func knows(_ word: String) -> Bool { listed.knows(word) }
            func readings(of word: String) -> [Grammar] { listed.readings(of: word) }
        }
        #expect(Set(samples("minute*", forms: Guessed(), count: 5).phrases) == ["minute", "minutes"])
        #expect(Set(samples("day*", forms: Guessed(), count: 5).phrases) == ["day", "days"])
        #expect(samples("xyz*", forms: Guessed(), count: 5).phrases == ["xyz"])
    }

    @Test func contractionsReadAsPeopleWriteThem() {
        #expect(samples("i (ca n't|do n't)").phrases.sorted() == ["i can't", "i don't"])
    }

    @Test func namedPatternsEndThoughTheyMentionThemselves() {
        let names = ["List": "$Item [and $List]", "Item": "(tea|milk|a box of $List)", "Never": "a $Never"]
        #expect(samples("buy $List", names).phrases.count == 10)
        #expect(samples("$Never", names).lack == .acceptsNothing)
    }

    @Test(arguments: ["*ход*", "*put", "п*т", "*", "a*b*c"]) func partsOfWordsStandInSeveralWords(pattern: String) {
        #expect(samples(pattern).phrases.count == 10)
    }

    @Test func manySamplesAreMadeWhereManyAreAccepted() {
        #expect(samples("* a *", count: 1_000).phrases.count == 1_000)
    }

    @Test func wordsOfAGrammarAreLookedForAmongEverydayOnes() {
        let forms = ListedForms(["стол=NOUN,masc,sing,nomn столом=NOUN,masc,sing,ablt", "go=VERB went=VERB,past"])
        let made = { (pattern: String) in
            var chance = SeededChance(seed: 1)
            return PatternSet([PatternParser.parse(pattern).0], forms: forms).samples(of: 0, count: 2, using: &chance)
        }
        #expect(made("это $morph<С им ед>").phrases == ["это стол"])
        #expect(made("$morph<NOUN ablt>").phrases == ["столом"])
        #expect(made("I $morph<VERB past>").phrases == ["i went"])
        #expect(made("$morph<ADVB>").lack == .noneFound)
    }

    @Test func whyThereAreNoneIsTold() {
        #expect(samples("call $Unknown").lack == .acceptsNothing)
        #expect(samples("$weight<+1>").lack == .acceptsSilenceOnly)
        #expect(samples("call @money").lack == .noneFound)
        #expect(samples(#"$regexp<(a)\1>"#).lack == .noneFound)
        #expect(samples("*").phrases.count > 1)
    }

    @Test(arguments: [
        ("(yes/no)", 2), ("a [b] (c|d)", 4), ("{a b c}", 6), ("$regex</start>", 1), ("hello", 1),
    ])
    func allPhrasesAreCounted(pattern: String, count: Int) {
        let samples = samples(pattern, count: 40)
        #expect(samples.possible == count && samples.phrases.count == count && samples.isComplete)
    }

    @Test(arguments: ["* a", "a*", "~a", "$regexp<a+>", "$oneWord", "[a] $A"]) func whatHasNoEndIsNotComplete(
        _ pattern: String
    ) {
        #expect(!samples(pattern, ["A": "a [$A]"], count: 40).isComplete)
    }

    @Test func plainSamplesHaveNothingForStars() {
        let set = PatternSet([PatternParser.parse("* (a|b) * [c] *").0])
        var chance = SeededChance(seed: 1)
        let phrases = PhraseMaker(set).plainSamples(of: 0, count: 10, using: &chance).phrases
        #expect(phrases.sorted() == ["a", "a c", "b", "b c"])
    }

    /// What is said by the plain twin of the matcher, which shares nothing with it.
    @Test(arguments: 1...4) func everySampleIsAccepted(seed: Int) {
        var cases = PlainCases(seed: seed)
        var (phrases, none) = (0, 0)
        for _ in 0..<100 {
            let plain = cases.next()
            var chance = SeededChance(seed: UInt64(seed))
            let samples = PatternSet([plain.tree], library: plain.library).samples(of: 0, count: 3, using: &chance)
            phrases += samples.phrases.count
            if samples.lack == .noneFound { none += 1 }
            for phrase in samples.phrases.map({ Utterance($0) }) where phrase.tokens.count <= 6 {
                #expect(plain.isCovered(phrase) != false, "\(plain.tree.source) on \(phrase.text)")
            }
            guard samples.lack == .acceptsNothing else { continue }
            for _ in 0..<4 {
                #expect(plain.isCovered(Utterance(cases.phrase())) != true, "\(plain.tree.source)")
            }
        }
        #expect(phrases > 100 && none < 10, "\(phrases) phrases, none for \(none)")
    }
}
