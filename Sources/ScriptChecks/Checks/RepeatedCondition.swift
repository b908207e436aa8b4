import ScriptSyntax
import SourceText

/// A branch of an `if:` that is never taken, since an earlier one has the same condition or always holds.
///
/// ```
/// if: $session.size == "big"
///     a: Big.
/// elseif: $session.size == "big"      # bad: the branch above takes it
///     a: Small.
/// ```
package enum RepeatedCondition: Check {
    package static let code = "check/repeated-condition"
    package static let summary =
        "A branch that is never taken: its condition stands above already, or an earlier one always holds."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.blocks.flatMap { block -> [Diagnostic] in
            var chain: [String: SourceSpan] = [:]
            var always: SourceSpan?
            return block.tags.compactMap { tag in
                guard ["if", "elseif", "else"].contains(tag.name.text) else {
                    (chain, always) = ([:], nil)
                    return nil
                }
                if tag.name.text == "if" { (chain, always) = ([:], nil) }
                let condition = tag.value.map { $0.text.filter { !$0.isWhitespace } } ?? ""
                let earlier = always ?? (tag.name.text == "elseif" ? chain[condition] : nil)
                if condition == "true" || condition == "1" { always = always ?? tag.span }
                chain[condition] = chain[condition] ?? tag.span
                return earlier.map { finding(tag, earlier: $0, in: block) }
            }
        }
    }

    private static func finding(_ tag: ScriptTag, earlier: SourceSpan, in block: TagBlock) -> Diagnostic {
        Diagnostic(
            .warning, code, "This branch is never taken: an earlier one always takes its place.",
            hint: "Correct the condition, or remove the branch.", in: block.file, at: tag.span
        )
        .labelled("taken instead", in: block.file, at: earlier)
    }
}
