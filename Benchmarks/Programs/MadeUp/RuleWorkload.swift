import Foundation
import PatternMatching
import Utterances

/// Rules and phrases, with the rules that cover each phrase.
struct RuleWorkload {
    let name: String
    var definitions: [String: String] = [:]
    var rules: [String] = []
    var phrases: [String] = []
    var expected: [Set<Int>] = []
    /// The rules in other languages, to compare with; empty when there are none.
    var expressions: [String] = []
    var prefixForms: [String] = []
    /// The words that it is made of.
    let vocabulary: MadeVocabulary

    static let seed = 11

    /// The first rules are the same for every number of them.
    init(rules count: Int, phrases phraseCount: Int = 5000, seed: Int = Self.seed) {
        var chance = Chance(seed: seed)
        let vocabulary = MadeVocabulary.syllables(using: &chance)
        var maker = RuleMaker(vocabulary, chance: chance)
        self.init(name: "\(count) rules", &maker, count, phraseCount, seed: seed)
        let rules = madeRules
        expressions = rules.map { "^" + $0.expression + "$" }
        prefixForms = rules.map(\.prefixForm)
    }

    /// Rules in which every word stands for all its forms.
    init(inflected vocabulary: MadeVocabulary, rules count: Int, phrases phraseCount: Int = 5000, seed: Int = Self.seed)
    {
        var maker = RuleMaker(vocabulary, isInflected: true, chance: Chance(seed: seed))
        self.init(name: "\(count) rules of lemmas", &maker, count, phraseCount, seed: seed)
    }

    private var madeRules: [MadeRule] = []

    private init(name: String, _ maker: inout RuleMaker, _ count: Int, _ phraseCount: Int, seed: Int) {
        self.name = name
        vocabulary = maker.vocabulary
        madeRules = (0..<count).map { _ in maker.rule() }
        for case .named(let name, let rule) in maker.concepts { definitions[name] = rule.pattern }
        rules = madeRules.map(\.pattern)
        maker.chance = Chance(seed: seed &* 1_000_003 &+ count)
        let phrases = maker.phrases(phraseCount, of: madeRules)
        self.phrases = phrases.map { $0.joined(separator: " ") }
        expected = SlowMatcher(madeRules, vocabulary).rules(covering: phrases)
    }

    // MARK: From files

    /// A folder that `gen_rules.py` has written.
    init(folder: String) throws {
        name = folder
        vocabulary = MadeVocabulary(words: [], forms: MadeVocabulary.madeForms)
        for line in try Self.lines(folder + "/rules.jaicp") {
            if line.hasPrefix("$"), let end = line.range(of: " = ") {
                definitions[String(line.dropFirst().prefix(upTo: end.lowerBound))] = String(line[end.upperBound...])
            } else if let tab = line.firstIndex(of: "\t") {
                rules.append(String(line[line.index(after: tab)...]))
            }
        }
        phrases = try Self.lines(folder + "/phrases.txt")
        expected = try Self.lines(folder + "/expected.txt").map { Set($0.split(separator: " ").compactMap { Int($0) }) }
        expressions = try Self.lines(folder + "/regex.txt")
        prefixForms = try Self.lines(folder + "/ast.txt")
    }

    private static func lines(_ path: String) throws -> [String] {
        var lines = try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    // MARK: As a bot

    /// A bot of these rules, a state each.
    ///
    /// - Parameter isSpeltOut: whether the forms of words are listed, for whoever does not know them.
    func script(isSpeltOut: Bool = false) -> String {
        func pattern(_ text: String) -> String { isSpeltOut ? Self.spellingOut(text) : text }
        let named = definitions.sorted { $0.key < $1.key }.map { "    $\($0.key) = \(pattern($0.value))\n" }.joined()
        let states = rules.enumerated().map { number, rule in
            "    state: R\(number)\n        q!: \(pattern(rule))\n        a: \(number)\n"
        }
        return "patterns:\n" + named + "\ntheme: /\n" + states.joined()
    }

    /// `~word` as `(word/words/worded/wording)`.
    private static func spellingOut(_ pattern: String) -> String {
        pattern.replacing(/~([a-z]+)/) { found in
            "(" + MadeVocabulary.madeForms(of: String(found.1)).joined(separator: "/") + ")"
        }
    }
}
