import PatternMatching
import ScriptSyntax
import SourceText

/// The same alternative twice in one group of a pattern.
///
/// ```
/// q!: (yes/sure/yes)      # bad
/// q!: (yes/sure)          # good
/// ```
package enum RepeatedAlternative: Check {
    package static let code = "check/repeated-alternative"
    package static let summary = "A group of a pattern holds the same alternative twice."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.writtenPatterns.flatMap { findings($0.tree, written: $0.text, in: $0.file) }
    }

    private static func findings(_ tree: PatternTree, written: PlacedText, in file: SourceFile) -> [Diagnostic] {
        tree.repeatedAlternatives.map { pair in
            let again = written.span(of: pair.again)
            return Diagnostic(
                .note, code, "The alternative `\(file.text(in: again))` stands twice in this group.",
                hint: "Remove one; perhaps another word was meant.", in: file, at: again
            )
            .labelled("first written here", in: file, at: written.span(of: pair.first))
        }
    }
}

extension PlacedText {
    /// The file's bytes of a part of the text.
    func span(of part: Range<Int>) -> SourceSpan {
        SourceSpan(fileOffset(of: part.lowerBound), fileOffset(of: part.upperBound))
    }
}
