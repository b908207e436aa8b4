import ScriptSyntax
import SourceText

/// An exclamation mark on the wrong side of the colon.
///
/// ```
/// q:! hello        # bad: a local `q:`, the mark is ignored
/// q!: hello        # good
/// ```
package enum MisplacedBang: Check {
    package static let code = "check/misplaced-bang"
    package static let summary = "The `!` of `q!:` or `go!:` stands after the colon, where it means nothing."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.tags.compactMap { finding($0.tag, in: $0.file) }
    }

    private static func finding(_ tag: ScriptTag, in file: SourceFile) -> Diagnostic? {
        let name = tag.name.text
        guard !tag.isBang, let value = tag.value, value.text.hasPrefix("!"),
            value.span.start == tag.name.span.end + 1, TagCatalog.description(of: name)?.takesBang == true
        else { return nil }
        let place = SourceSpan(tag.name.span.start, value.span.start + 1)
        return Diagnostic(
            .warning, code, "The `!` stands after the colon, where it means nothing: this is a plain `\(name):`.",
            hint: "Write `\(name)!:`.", in: file, at: place
        )
        .fixed("Write `\(name)!:`", by: "\(name)!:")
    }
}
