import BotModel
import PatternMatching
import SourceText

/// `~` before a form of a word that is no dictionary word itself. Here it stands for that word; on the platform perhaps not.
///
/// ```
/// q!: * ~людей *          # bad
/// q!: * ~человек *        # good
/// ```
/// Quiet about words that are not known, about plurals that are called by (`~деньги`), and where the forms of words are not at hand at all.
package enum InflectedLemma: Check {
    package static let code = "check/inflected-lemma"
    package static let summary = "`~` before a form of a word that is not its dictionary form."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var known: [String: [String]] = [:]
        return bot.writtenPatterns.flatMap { pattern in
            pattern.tree.dictionaryWords.compactMap { word, place -> Diagnostic? in
                let lemmas = known[word] ?? bot.words.lemmas(ofMereForm: word)
                known[word] = lemmas
                guard !lemmas.isEmpty else { return nil }
                return finding(word, lemmas, in: pattern.file, at: pattern.text.span(of: place))
            }
        }
    }

    private static let mostFixes = 3

    private static func finding(_ word: String, _ lemmas: [String], in file: SourceFile, at span: SourceSpan)
        -> Diagnostic
    {
        let meant = lemmas.map { "~\($0)" }
        let diagnostic = Diagnostic(
            .warning, code,
            "`\(word)` is a form of \(Spelling.alternatives(lemmas) ?? ""). Here `~\(word)` works as \(Spelling.alternatives(meant) ?? ""); on the platform it may match only this form.",
            hint: "Write \(Spelling.alternatives(meant) ?? "the dictionary word"), or remove the `~`.", in: file,
            at: span)
        return meant.prefix(mostFixes).reduce(diagnostic) { $0.fixed("Write `\($1)`", by: $1) }
    }
}
