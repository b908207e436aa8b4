import CivilTime
import Entities
import Testing

/// The language of rules, with rules of its own.
struct GrammarTests {
    private func grammar(_ text: String) -> EntityGrammar { EntityGrammar(files: [("test.rules", text)]) }

    private func readings(_ rules: String, _ phrase: String, as rule: String = "Number") -> [String] {
        let grammar = grammar(rules)
        #expect(grammar.mistakes.isEmpty, "\(grammar.mistakes)")
        return grammar.readings(of: phrase, as: rule, at: Rules.moment)
    }

    @Test(arguments: [
        ("$Number = one:1 | (two/pair):2", "pair", ["2"]),
        ("$Number = one [more]:1", "one more", ["1"]),
        ("$Number = {very one}:1", "one very", ["1"]),
        ("$Number = on*:1", "ones", ["1"]),
        ("$Number = $regexp<(\\d+)x(\\d+)> || meaning = $1 * $2", "3x4", ["12"]),
        ("$A = one:1\n$Number = $A::X and $A::Y || meaning = $X + $Y", "one and one", ["2"]),
        ("$A = one:1\n$Number = $A [$A::B] || meaning = $A + ($B or 10)", "one", ["11"]),
        ("$A = $regexp<\\d+> || meaning = $0\n$Number = $A || if = $A > 3 and $A < 5", "4", ["4"]),
        ("$A = $regexp<\\d+> || meaning = $0\n$Number = $A || if = $A > 3 and $A < 5", "6", []),
        ("$Number = twenty one:21", "Twenty-ONE", ["21"]),
        ("$Number = o'clock:0", "o’clock", ["0"]),
        ("$Number = ещё:1", "еще", ["1"]),
    ])
    func aRuleMeansWhatItSays(_ rules: String, _ phrase: String, _ expected: [String]) {
        #expect(readings(rules, phrase) == expected)
    }

    @Test(arguments: [
        ("$Number = $Nothing", "There is no rule `$Nothing`."),
        ("$Number = one || meaning = what(1)", "There is no function `what`."),
        ("$Number = one || meaning = (1", "A bracket `)` is missing."),
        ("$Number = one || weight = 3", "is none of"),
        ("Number = one", "A rule is written"),
        ("$Number = one\n    \"one = 1", "Examples are written"),
        ("$Number = $regexp<(>", "regular expression"),
    ])
    func aRuleThatCannotBeUsedIsTold(_ rules: String, _ words: String) {
        let mistakes = grammar(rules).mistakes
        #expect(
            mistakes.contains { $0.description.contains(words) && $0.place.hasPrefix("test.rules:") }, "\(mistakes)")
    }

    @Test func theLongestOfADimensionWinsAndUncertainOnesAreAskedFor() {
        let grammar = grammar("$Number = one:1\n$Number = one two:12\n$Number = two:2 || latent")
        let found = grammar.entities(in: "one two one two", at: Rules.moment)
        #expect(found.map(\.body) == ["one two", "one two"])
        #expect(grammar.entities(in: "two", at: Rules.moment).isEmpty)
        #expect(grammar.entities(in: "two", at: Rules.moment, latent: true).map(\.isLatent) == [true])
    }

    @Test(arguments: [
        "", " ", "🙂", "🙂 one 🙂", "ا one ب", "one\u{0}two", "１２", "\u{200F}one\u{200E}", "e\u{301}one", "one\r\ntwo",
        "👨‍👩‍👧 one",
    ])
    func anyTextHasValidSpans(_ text: String) {
        let grammar = grammar("$Number = one:1 | two:2\n$Number = $regexp<\\d+> || meaning = $0")
        let scalars = Array(text.unicodeScalars)
        for entity in grammar.entities(in: text, at: Rules.moment) {
            #expect(entity.start < entity.end && entity.end <= scalars.count)
            #expect(Array(entity.body.unicodeScalars) == Array(scalars[entity.start..<entity.end]))
        }
    }
}
