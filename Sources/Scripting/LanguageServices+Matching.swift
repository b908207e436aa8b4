import BotModel
import Dialog
import JavaScript
import PatternMatching
import SourceText
import Synchronization
import Utterances

/// `$nlp.match` and its like: which rule of the bot, or which pattern of a script, covers a text (dsl.md 3.9).
extension LanguageServices {
    /// The best rules in a context: text, path of the context, how many; a list, best first.
    func best(_ text: String, _ arguments: [ScriptValue]) -> HostAnswer {
        let written = arguments.dropFirst().first?.string ?? "/"
        let path = StatePath(written)
        guard bot.exists(path) else {
            return .exception("$nlp: there is no state or theme `\(written)` in which the text could be matched.")
        }
        let count = arguments.dropFirst(2).first?.number ?? 1
        let found = machine.machine.search(text, in: path, at: moment).found.lazy.filter { rule in
            if case .event = rule.rule.trigger { false } else { true }
        }
        return .value(.array(found.prefix(count > 0 && count < 1000 ? Int(count) : 1).map { value(of: $0, text) }))
    }

    private func value(of found: FoundRule, _ text: String) -> ScriptValue {
        let rule = found.rule
        let state = bot.path(of: rule.target)
        let tree = found.match()?.tree ?? Self.tree(of: text)
        return .object([
            .init("targetState", .string(state.description)), .init("clazz", .string(state.description)),
            .init("ruleType", .string(rule.typeName)), .init("score", .number(found.score)),
            .init("patternId", .string("\(rule.place.file):\(rule.place.line)")),
            .init("pattern", .string(rule.source)),
            .init("effectivePattern", .string(rule.source)), .init("parseTree", tree.scriptValue),
        ])
    }

    /// For a phrase that was said as it is written.
    private static func tree(of text: String) -> ParseNode {
        ParseNode(tag: "root", pattern: "root", text: text, words: Utterance(text).tokens.map(\.word))
    }

    /// The answer, and what is doubtful in the patterns.
    func matched(_ text: String, withPatterns patterns: [String]) -> (HostAnswer, notes: [String]) {
        let patterns = Array(patterns.prefix(MadePatternSets.mostPatterns))
        if text.utf8.count > Self.longestText { return (Self.tooLong, []) }
        guard patterns.size <= MadePatternSets.mostBytesOfACall else {
            return (
                .exception(
                    "$nlp.matchPatterns: the patterns have \(patterns.size) bytes; \(MadePatternSets.mostBytesOfACall) in all are the most."
                ), []
            )
        }
        do throws(BrokenPattern) {
            let made = try self.patterns.set(of: patterns) { () throws(BrokenPattern) in try compiled(patterns) }
            return (.value(best(text, of: patterns, in: made.set)), made.notes)
        } catch { return (.exception(error.message), []) }
    }

    private func compiled(_ patterns: [String]) throws(BrokenPattern) -> MadePatternSets.Made {
        var notes: [String] = []
        var trees: [PatternTree] = []
        for pattern in patterns {
            let (tree, mistakes) = PatternParser.parse(pattern)
            trees.append(tree)
            if let mistake = mistakes.first(where: \.isError) { throw BrokenPattern(pattern, mistake.sentence) }
            if let name = undeclaredName(in: tree) { throw BrokenPattern(pattern, undeclared: name, in: bot.patterns) }
            notes += mistakes.prefix(1).map { BrokenPattern(pattern, $0.sentence).message }
        }
        let set = PatternSet(
            trees, library: bot.patterns, forms: words, entities: finder,
            hearsNearWords: bot.configuration.hearsNearWords)
        return MadePatternSets.Made(set: set, notes: notes)
    }

    /// A named pattern that the bot has not; `nil` as well when it may come from a library that is not at hand.
    private func undeclaredName(in tree: PatternTree) -> String? {
        guard !bot.vocabulary.libraries.areOpen else { return nil }
        return tree.namedReferences.map(\.name).first {
            !bot.patterns.has($0) && !bot.vocabulary.libraries.patterns.contains($0)
        }
    }

    /// The pattern that covers the text best; of equal ones the first. `null` when none does.
    private func best(_ text: String, of patterns: [String], in set: PatternSet) -> ScriptValue {
        let words = Utterance(text)
        guard let (best, match) = best(words, in: set) ?? words.parted.flatMap({ best($0, in: set) }) else {
            return .null
        }
        let pattern = ScriptValue.string(patterns[best.pattern])
        return .object([
            .init("patternId", .string("\(best.pattern)")), .init("pattern", pattern),
            .init("effectivePattern", pattern),
            .init("score", .number(match.score)), .init("weight", .number(match.factor)),
            .init("parseTree", match.tree.scriptValue),
        ])
    }
}

extension LanguageServices {
    /// Of the words as they are; whoever finds nothing asks again for their parts, as the rules of states are asked.
    private func best(_ utterance: Utterance, in set: PatternSet) -> (PatternSet.Hit, PatternMatch)? {
        var hits: [PatternSet.Hit] = []
        set.find(in: utterance, into: &hits)
        guard let best = hits.max(by: { ($0.score, -$0.pattern) < ($1.score, -$1.pattern) }) else { return nil }
        return set.match(best.pattern, utterance).map { (best, $0) }
    }
}

/// A pattern of a script that can never match as it was meant.
private struct BrokenPattern: Error {
    let message: String

    init(_ pattern: String, _ sentence: String) {
        let shown = pattern.count > 60 ? pattern.prefix(60) + "…" : pattern
        message = "$nlp.matchPatterns: the pattern `\(shown)`: \(sentence)"
    }

    init(_ pattern: String, undeclared name: String, in library: PatternLibrary) {
        let question = Spelling.question(Spelling.near(name, among: library.names).map { "$" + $0 })
        self.init(
            pattern, "The pattern `$\(name)` is not declared anywhere." + (question.map { " " + $0 } ?? ""))
    }
}

extension PatternMistake {
    fileprivate var sentence: String { message + (hint.map { " " + $0 } ?? "") }
}

/// The patterns that scripts have asked for, compiled; a script asks for the same ones again and again.
final class MadePatternSets: Sendable {
    struct Made {
        let set: PatternSet
        /// What is doubtful in the patterns.
        let notes: [String]
    }

    private struct Kept {
        var sets: [[String]: Made] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    /// More patterns of a call are not looked at.
    static let mostPatterns = 100
    /// A compiled pattern takes many times the bytes of its text.
    static let mostBytesOfACall = 20_000
    private static let mostSets = 32
    private static let mostBytes = 100_000

    func set<Fault>(of patterns: [String], make: () throws(Fault) -> Made) throws(Fault) -> Made {
        if let known = kept.withLock({ $0.sets[patterns] }) { return known }
        let made = try make()
        let size = patterns.size
        kept.withLock { kept in
            if kept.sets.count >= Self.mostSets || kept.bytes + size > Self.mostBytes { kept = Kept() }
            kept.sets[patterns] = made
            kept.bytes += size
        }
        return made
    }
}

extension [String] {
    fileprivate var size: Int { reduce(0) { $0 + $1.utf8.count } }
}
