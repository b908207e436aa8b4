import BotModel
import PatternMatching
import SourceText

/// A trigger whose every word may be left out, so that it matches whatever is said.
///
/// ```
/// q!: [hello] [there]      # bad: matches "goodbye" no less than silence
/// q!: hello [there]        # good: "hello" must be said
/// q: *                     # good: a catch-all, and meant so
/// q: $maybe                # bad, where $maybe = [maybe]
/// q: [@city] *             # good: a catch-all that takes the city when there is one
/// ```
package enum PatternWithoutWord: Check {
    package static let code = "check/pattern-without-word"
    package static let summary = "A trigger all of whose words are optional; it matches anything or nothing."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let names = WordlessNames(bot.sources.patterns.map { ($0.name, $0.tree) })
        return bot.survey.triggers.compactMap { trigger in
            guard let pattern = trigger.pattern, names.leavesAllOut(pattern) else { return nil }
            let takesAnything = names.takesAnything(pattern)
            // What is captured on the way is what such a trigger is for.
            guard !takesAnything || pattern.captureNames.isEmpty else { return nil }
            return finding(trigger, takesAnything: takesAnything)
        }
    }

    private static func finding(_ trigger: PlacedTrigger, takesAnything: Bool) -> Diagnostic {
        let effect =
            takesAnything ? "this trigger matches whatever is said" : "this trigger also matches a text without words"
        return Diagnostic(
            .warning, code, "All words of the pattern are optional: \(effect).",
            hint: "`[ ]` means “may be said”. Write `( )` around what must be said, or `*` alone for a catch-all.",
            in: trigger.file, at: trigger.tag.value?.span ?? trigger.tag.span)
    }
}

/// What the named patterns of a bot match without a word. One that leads to itself does not help itself.
private struct WordlessNames {
    /// Those that match an empty text.
    private let empty: Set<String>
    /// Those of them that ask for no word of theirs; `$any = *` has none that could be asked for.
    private let optional: Set<String>
    private let anything: Set<String>

    init(_ patterns: [(name: String, tree: PatternTree)]) {
        let empty = Self.names(of: patterns) { $0.isOptional(namedPatternMatchesNothing: $1.contains) }
        self.empty = empty
        optional = Self.names(of: patterns) { tree, known in
            tree.asksForNoWord(namedPatternMatchesNothing: empty.contains, isOptional: known.contains)
        }
        anything = Self.names(of: patterns) { tree, known in
            tree.takesAnything(namedPatternMatchesNothing: empty.contains, takesAnything: known.contains)
        }
    }

    private static let mostRounds = 20

    private static func names(
        of patterns: [(name: String, tree: PatternTree)], where holds: (PatternTree, Set<String>) -> Bool
    ) -> Set<String> {
        var known: Set<String> = []
        for _ in 0..<mostRounds {
            let news = patterns.filter { !known.contains($0.name) && holds($0.tree, known) }
            if news.isEmpty { break }
            known.formUnion(news.map(\.name))
        }
        return known
    }

    func leavesAllOut(_ pattern: PatternTree) -> Bool {
        pattern.asksForNoWord(namedPatternMatchesNothing: empty.contains, isOptional: optional.contains)
    }

    func takesAnything(_ pattern: PatternTree) -> Bool {
        pattern.takesAnything(namedPatternMatchesNothing: empty.contains, takesAnything: anything.contains)
    }
}
