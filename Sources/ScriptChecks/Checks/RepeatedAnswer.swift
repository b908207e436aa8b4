import ScriptSyntax
import SourceText

/// The same answer twice: one after the other, or as two choices of one `random:`.
///
/// ```
/// a: Please wait.
/// a: Please wait.        # bad: said twice
/// ```
package enum RepeatedAnswer: Check {
    package static let code = "check/repeated-answer"
    package static let summary = "The same answer twice in a row, or twice in one `random:`."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.blocks.flatMap { $0.owner.name.text == "random" ? choices($0) : sequence($0) }
    }

    private static func sequence(_ block: TagBlock) -> [Diagnostic] {
        zip(block.tags, block.tags.dropFirst()).compactMap { before, tag in
            guard let text = answer(tag), text == answer(before) else { return nil }
            return finding("The bot says the same twice in a row.", tag, first: before, in: block)
        }
    }

    private static func choices(_ block: TagBlock) -> [Diagnostic] {
        var first: [String: ScriptTag] = [:]
        return block.tags.compactMap { tag in
            guard let text = answer(tag) else { return nil }
            guard let before = first[text] else {
                first[text] = tag
                return nil
            }
            return finding("This choice of `random:` is there already.", tag, first: before, in: block)
        }
    }

    private static func answer(_ tag: ScriptTag) -> String? {
        guard tag.name.text == "a", let text = tag.value?.text, !text.contains("{{") else { return nil }
        return text + tag.parameters.map { " || \($0.key.text) = \($0.value.text)" }.joined()
    }

    private static func finding(_ message: String, _ tag: ScriptTag, first: ScriptTag, in block: TagBlock) -> Diagnostic
    {
        Diagnostic(
            .note, code, message, hint: "Remove one, or say it in other words.", in: block.file, at: tag.span
        )
        .labelled("first said here", in: block.file, at: first.span)
    }
}
