import Entities
import Testing

/// The phrases that stand below the rules mean what stands beside them.
struct RuleExampleTests {
    @Test(arguments: Rules.languages) func examplesHold(_ language: String) {
        let grammar = Rules.grammar(language)
        for (rule, example) in grammar.examples {
            for phrase in example.phrases {
                let readings = grammar.readings(of: phrase, as: rule, at: Rules.moment)
                let isRight = example.value == "none" ? readings.isEmpty : readings.first == example.value
                #expect(
                    isRight,
                    "\(example.place): $\(rule) \"\(phrase)\" is \(readings.first ?? "nothing"), not \(example.value)")
            }
        }
    }

    @Test(arguments: Rules.languages) func allRulesCanBeRead(_ language: String) {
        #expect(Rules.grammar(language).mistakes.map(\.description) == [])
        #expect(Rules.letters(language).mistakes.map(\.description) == [])
    }
}
