import BotModel
import PatternMatching
import ScriptSyntax
import SourceText

/// The name of a pattern without its `$`, in a pattern whose other words are of another alphabet: it stands for the word itself.
///
/// ```
/// patterns:
///     $open = (открыть|откройте)
/// theme: /
///     state: Open
///         q!: * (open|$start) * счет *      # bad: only the English word is heard
/// ```
/// Good: `($open|$start)`. A pattern that uses both, `open` and `$open`, means the word; so does one without any `$name`.
package enum BarePatternName: Check {
    package static let code = "check/bare-pattern-name"
    package static let summary = "The name of a pattern that stands without `$` among words of another alphabet."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let foreign = foreignNames(in: bot)
        guard !foreign.isEmpty else { return [] }
        return bot.writtenPatterns.flatMap { findings($0.tree, written: $0.text, foreign, in: $0.file) }
    }

    /// Latin names of patterns that hold words of other alphabets only, also in `$regexp<…>`.
    private static func foreignNames(in bot: CheckedBot) -> [String: DeclaredPattern] {
        let patterns = bot.sources.patterns.filter { pattern in
            pattern.name.utf8.count >= 3 && isLatin(pattern.name)
                && pattern.tree.source.utf8.contains { $0 >= 0x80 }
                && !pattern.tree.literalWords.contains { isLatin($0.text) }
        }
        return Dictionary(patterns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    private static func findings(
        _ tree: PatternTree, written: PlacedText, _ foreign: [String: DeclaredPattern], in file: SourceFile
    ) -> [Diagnostic] {
        let words = tree.literalWords.filter { isLatin($0.text) }
        guard !words.isEmpty, !tree.namedReferences.isEmpty, words.allSatisfy({ foreign[$0.text] != nil }) else {
            return []
        }
        let captured = Set(tree.captureNames)
        return words.compactMap { word in
            guard !captured.contains(word.text), let pattern = foreign[word.text] else { return nil }
            return finding(pattern, at: written.span(of: word.place), in: file)
        }
    }

    private static func isLatin(_ word: String) -> Bool {
        word.utf8.allSatisfy { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    }

    private static func finding(_ pattern: DeclaredPattern, at span: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "This is the word `\(pattern.name)`, not the pattern `$\(pattern.name)`.",
            hint: "Write `$\(pattern.name)` if the pattern is meant.", in: file, at: span
        )
        .labelled("the pattern", in: pattern.file, at: pattern.definition.name.span)
    }
}
