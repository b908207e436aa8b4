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
                // With another name, variable or module it is another one.
                let key = [value.text] + tag.allParameters.map { "\($0.key.text)=\($0.value.text)" }.sorted()
                guard let earlier = first[key] else {
                    first[key] = tag
                    return nil
                }
                return finding(value.text, tag, earlier, in: tree.source)
            }
        }
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
