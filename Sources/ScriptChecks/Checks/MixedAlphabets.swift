import BotModel
import PatternMatching
import SourceText

/// A word of a pattern with a letter of another alphabet that only looks right; nothing that people say matches it.
///
/// ```
/// q!: * cкидка *       # bad when the "c" is a Latin one
/// q!: * скидка *       # good
/// ```
/// Quiet where the letters cannot be mistaken for each other (`PRщик`), and where the pattern lists the right word too, so that
/// the odd one is meant.
package enum MixedAlphabets: Check {
    package static let code = "check/mixed-alphabets"
    package static let summary = "A word of a pattern mixes Latin and Cyrillic letters that look alike."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.writtenPatterns.flatMap { pattern -> [Diagnostic] in
            guard pattern.tree.source.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
            return words(of: pattern.tree).map { finding($0, in: pattern.file, at: pattern.text.span(of: $0.place)) }
        }
    }

    private static func words(of tree: PatternTree) -> [MixedWord] {
        let text = Array(tree.source.utf8)
        let literals = tree.literals
        let mixed = literals.flatMap { MixedWord.all(in: text, $0) }
        guard !mixed.isEmpty else { return [] }
        let written = Set(literals.flatMap { MixedWord.words(in: text, $0).map { $0.text.lowercased() } })
        return mixed.filter { word in !(word.meant.map { written.contains($0.lowercased()) } ?? false) }
    }

    private static func finding(_ word: MixedWord, in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let (strange, own) = word.strangersAreLatin ? ("Latin", "Cyrillic") : ("Cyrillic", "Latin")
        let diagnostic = Diagnostic(
            .warning, code,
            "`\(word.text)` mixes two alphabets: \(word.strangers) \(word.areMany ? "are" : "is") \(strange), the rest is \(own), so nobody says this word.",
            hint: word.meant == nil
                ? "Write all its letters in one alphabet." : "Write it in \(own) letters only.",
            in: file, at: span)
        return word.meant.map { diagnostic.fixed("Write `\($0)` in \(own) letters only", by: $0) } ?? diagnostic
    }
}
