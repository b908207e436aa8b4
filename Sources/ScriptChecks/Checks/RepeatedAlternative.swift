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
        bot.writtenPatterns.compactMap { finding($0.tree, written: $0.text, in: $0.file) }
    }

    /// One finding a pattern, at the first alternative that comes again.
    private static func finding(_ tree: PatternTree, written: PlacedText, in file: SourceFile) -> Diagnostic? {
        let pairs = tree.repeatedAlternatives
        guard let pair = pairs.first else { return nil }
        let diagnostic = Diagnostic(
            .note, code, message(pairs.map { file.text(in: written.span(of: $0.again)) }),
            hint: pairs.count == 1
                ? "Remove one; perhaps another word was meant."
                : "Remove one of each; perhaps another word was meant.", in: file, at: written.span(of: pair.again)
        )
        .labelled("first written here", in: file, at: written.span(of: pair.first))
        return pairs.dropFirst().prefix(mostListed).reduce(diagnostic) { diagnostic, pair in
            diagnostic.labelled("this one, too", in: file, at: written.span(of: pair.again))
        }
    }

    private static let mostListed = 8

    private static func message(_ alternatives: [String]) -> String {
        if alternatives.count == 1 { return "The alternative `\(alternatives[0])` stands twice in this group." }
        var seen: Set<String> = []
        let names = alternatives.filter { seen.insert($0).inserted }
        let listed = names.prefix(mostListed).map { "`\($0)`" }.joined(separator: ", ")
        return "These alternatives stand twice: \(listed)\(names.count > mostListed ? " …" : "")."
    }
}

extension PlacedText {
    /// The file's bytes of a part of the text.
    func span(of part: Range<Int>) -> SourceSpan {
        SourceSpan(fileOffset(of: part.lowerBound), fileOffset(of: part.upperBound))
    }
}
