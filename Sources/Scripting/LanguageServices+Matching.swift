import BotModel
import Dialog
import JavaScript
import PatternMatching
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
        let found = machine.machine.search(text, in: path).found.lazy.filter { rule in
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

    func matched(_ text: String, withPatterns patterns: [String]) -> HostAnswer {
        let patterns = Array(patterns.prefix(MadePatternSets.mostPatterns))
        guard patterns.size <= MadePatternSets.mostBytesOfACall else {
            return .exception(
                "$nlp.matchPatterns: the patterns have \(patterns.size) bytes; \(MadePatternSets.mostBytesOfACall) in all are the most."
            )
        }
        return .value(best(text, of: patterns))
    }

    /// The pattern that covers the text best; of equal ones the first. `null` when none does.
    private func best(_ text: String, of patterns: [String]) -> ScriptValue {
        let set = self.patterns.set(of: patterns) {
            PatternSet(
                patterns.map { PatternParser.parse($0).0 }, library: bot.patterns, forms: words,
                entities: finder, hearsNearWords: bot.configuration.hearsNearWords)
        }
        let utterance = Utterance(text)
        var hits: [PatternSet.Hit] = []
        set.find(in: utterance, into: &hits)
        let best = hits.max { ($0.score, -$0.pattern) < ($1.score, -$1.pattern) }
        guard let best, let match = set.match(best.pattern, utterance) else { return .null }
        let pattern = ScriptValue.string(patterns[best.pattern])
        return .object([
            .init("patternId", .string("\(best.pattern)")), .init("pattern", pattern),
            .init("effectivePattern", pattern),
            .init("score", .number(match.score)), .init("weight", .number(match.factor)),
            .init("parseTree", match.tree.scriptValue),
        ])
    }
}

/// The patterns that scripts have asked for, compiled; a script asks for the same ones again and again.
final class MadePatternSets: Sendable {
    private struct Kept {
        var sets: [[String]: PatternSet] = [:]
        var bytes = 0
    }

    private let kept = Mutex(Kept())

    /// More patterns of a call are not looked at.
    static let mostPatterns = 100
    /// A compiled pattern takes many times the bytes of its text.
    static let mostBytesOfACall = 20_000
    private static let mostSets = 32
    private static let mostBytes = 100_000

    func set(of patterns: [String], make: () -> PatternSet) -> PatternSet {
        if let known = kept.withLock({ $0.sets[patterns] }) { return known }
        let made = make()
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
