import Foundation
import PatternMatching
import Understanding
import Utterances

/// One case of `Fixtures/ranking.txt`; its form stands in `RankingFixtureTests`.
struct RankingCase {
    private var lines: [Line] = []
    private var phrase = ""
    private var context = ""
    private var rules: [Rule] = []

    private enum Line {
        case text(String)
        case rule(Int)
    }

    private struct Rule {
        var written: String
        var kind: Candidate.Kind
        var isGlobal: Bool
        var owner: String
        /// A pattern, or the score of what was recognised.
        var wanted: String
    }

    init(_ text: String) {
        for line in text.components(separatedBy: "\n") {
            let (tag, rest) = Self.halves(line.components(separatedBy: "  →")[0], at: " ")
            switch tag {
            case "say": phrase = rest
            case "at": context = rest
            case _ where ["q", "e", "intent"].contains(tag.prefix { $0.isLetter }) && tag.hasSuffix(":"):
                add(tag, rest)
                lines.append(.rule(rules.count - 1))
                continue
            default: break
            }
            lines.append(.text(line))
        }
    }

    private static func halves(_ text: String, at sign: String) -> (String, String) {
        guard let place = text.range(of: sign) else { return (text, "") }
        return (String(text[..<place.lowerBound]), text[place.upperBound...].trimmingCharacters(in: .whitespaces))
    }

    private mutating func add(_ tag: String, _ rest: String) {
        let isGlobal = tag.hasSuffix("!:")
        let (owner, wanted) = isGlobal ? ("/", rest) : Self.halves(rest, at: "  ")
        rules.append(
            Rule(
                written: tag + (tag.count < 4 ? String(repeating: " ", count: 5 - tag.count) : "  ")
                    + (isGlobal ? wanted : owner + "  " + wanted),
                kind: tag.hasPrefix("q") ? .pattern : tag.hasPrefix("e") ? .example : .intent, isGlobal: isGlobal,
                owner: owner, wanted: wanted))
    }

    // MARK: What comes of it

    /// The case with its outcome.
    var told: String {
        let ranking = ContextRanking()
        let ranked = ranking.ordered(rules.indices.compactMap(candidate))
        let width = rules.map(\.written.count).max() ?? 0
        return lines.map { line in
            guard case .rule(let number) = line else { return text(of: line) }
            let written = rules[number].written.padding(toLength: width, withPad: " ", startingAt: 0)
            return written + "  → " + outcome(of: number, ranked, ranking)
        }.joined(separator: "\n")
    }

    private func text(of line: Line) -> String { if case .text(let text) = line { text } else { "" } }

    private func outcome(of rule: Int, _ ranked: [RankedCandidate], _ ranking: ContextRanking) -> String {
        guard let winner = ranked.first, let own = ranked.first(where: { $0.candidate.rule == rule }) else {
            return "does not match"
        }
        let numbers = String(format: "score %.3f  rank %.3f  ", own.candidate.score, own.rank)
        guard own.candidate.rule != winner.candidate.rule else { return numbers + "answers" }
        return numbers + "loses by " + ranking.decisive(winner.candidate, own.candidate).rawValue
    }

    private func candidate(_ number: Int) -> Candidate? {
        let rule = rules[number]
        guard let (score, explicitWords) = score(of: rule) else { return nil }
        return Candidate(
            rule: number, kind: rule.kind, score: score, explicitWords: explicitWords,
            steps: Self.depth(context) - Self.depth(rule.owner), isGlobal: rule.isGlobal)
    }

    private func score(of rule: Rule) -> (Double, Int)? {
        guard rule.kind == .pattern else { return Double(rule.wanted).map { ($0, 0) } }
        let patterns = PatternSet(
            [PatternParser.parse(rule.wanted).0], forms: OneSentence(), entities: OneSentence())
        return patterns.match(0, Utterance(phrase)).map { ($0.score, $0.explicitWords) }
    }

    private static func depth(_ path: String) -> Int { path.split(separator: "/").count }
}

/// What the cases know of words: `~хотеть`, `$morph<VERB>` and `@drink` of "хочу кофе", `~want`, `$morph<VERB>` and `@drink` of "wants coffee".
struct OneSentence: WordForms, EntityFinding {
    private static let verbs = ["хотеть": "хочу", "want": "wants"]

    func forms(of lemma: String) -> [String] { [lemma] + [Self.verbs[lemma]].compactMap(\.self) }

    func lemmas(of word: String) -> [String] { Self.verbs.first { $0.value == word }.map { [$0.key] } ?? [word] }

    func readings(of word: String) -> [Grammar] { Self.verbs.values.contains(word) ? [Grammar("VERB")] : [] }

    func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        let isDrink =
            utterance.tokens.indices.contains(start) && ["кофе", "coffee"].contains(utterance.tokens[start].word)
        return entity.name == "drink" && isDrink ? [EntityCover(end: start + 1, value: nil)] : []
    }
}
