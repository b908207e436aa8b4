import ScriptSyntax
import SourceText

/// The same `require:` twice in one script.
///
/// ```
/// require: number.sc
///     module = common
/// require: number.sc        # bad: it is read already
///     module = common
/// ```
package enum RepeatedRequire: Check {
    package static let code = "check/repeated-require"
    package static let summary = "The same `require:` twice in one script."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.sources.trees.flatMap { tree -> [Diagnostic] in
            var first: [[String]: ScriptTag] = [:]
            return tree.items.compactMap { item in
                guard case .tag(let tag) = item, tag.name.text == "require", let value = tag.value else { return nil }
                let key = [value.text] + settings(of: tag)
                guard let earlier = first[key] else {
                    first[key] = tag
                    return nil
                }
                return finding(value.text, tag, earlier, in: tree.source)
            }
        }
    }

    /// With another name, variable or module it is another one.
    private static func settings(of tag: ScriptTag) -> [String] {
        let nested = tag.items.compactMap { if case .setting(let setting) = $0 { setting } else { nil } }
        return (tag.parameters + nested).map { "\($0.key.text)=\($0.value.text)" }.sorted()
    }

    private static func finding(
        _ path: String, _ tag: ScriptTag, _ earlier: ScriptTag, in file: SourceFile
    ) -> Diagnostic {
        Diagnostic(
            .note, code, "`\(path)` is required above already.", hint: "Remove one of them.", in: file, at: tag.span
        )
        .labelled("first required here", in: file, at: earlier.span)
    }
}
