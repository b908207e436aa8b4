import SourceText

/// A statement that is only the name of a function: it does nothing.
///
/// ```
/// script: countTries        # bad: the function is named, not called
/// script: countTries();     # good
/// script: $dialer.hangUp;   # bad, too
/// ```
package enum UncalledFunction: Check {
    package static let code = "check/uncalled-function"
    package static let summary =
        "A statement that is only the name of a function or method, without the brackets that call it."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let functions = functions(in: bot.survey)
        return bot.survey.scripts.flatMap { script in
            script.tokens.indices.compactMap { token in
                if script.isUncalledMethod(token) {
                    let place = SourceSpan(script.tokens[token - 2].start, script.tokens[token].end)
                    return finding(script.file.text(in: place), at: place, in: script.file)
                }
                guard script.kind == .block, script.kind(token) == .name, script.isStatement(token...token),
                    functions.contains(script.text(token))
                else { return nil }
                return finding(script.text(token), at: script.span(of: token), in: script.file)
            }
        }
    }

    /// `function name(`, wherever it stands; `name = function`.
    private static func functions(in survey: Survey) -> Set<String> {
        var names: Set<String> = []
        for script in survey.scripts {
            for token in script.tokens.indices where script.isToken(token, "function") {
                if script.kind(token + 1) == .name { names.insert(script.text(token + 1)) }
                if script.isToken(token - 1, "="), script.kind(token - 2) == .name, !script.isToken(token - 3, ".") {
                    names.insert(script.text(token - 2))
                }
            }
        }
        return names
    }

    private static func finding(_ name: String, at span: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "The function `\(name)` is only named here, so nothing happens.",
            hint: "Write `\(name)()` to call it.", in: file, at: span
        )
        .fixed("Write `\(name)()`", by: name + "()")
    }
}

extension CodePiece {
    /// Whether a token is a method of the platform that stands as a statement and is not called: `$dialer.hangUp;`.
    func isUncalledMethod(_ token: Int) -> Bool {
        guard isToken(token - 1, "."), isStatement((token - 2)...token) else { return false }
        return MisspeltMethod.methods[text(token - 2)]?.contains(text(token)) ?? false
    }

    /// Whether nothing else belongs to the statement of these tokens.
    fileprivate func isStatement(_ range: ClosedRange<Int>) -> Bool {
        guard range.lowerBound >= 0, kind != .insertion, kind != .condition, kind != .value else { return false }
        let start = range.lowerBound
        let isBegin =
            start == 0 || isToken(start - 1, ";") || isToken(start - 1, "}")
            || isToken(start - 1, "{") && range.count > 1
            || isToken(start - 1, ")") && isFirstOnLine(start)
        let next = range.upperBound + 1
        return isBegin
            && (next == tokens.count || isToken(next, ";") || isToken(next, "}")
                || kind(next) == .name && isFirstOnLine(next))
    }

    /// Whether a line ends between a token and the one before it.
    fileprivate func isFirstOnLine(_ token: Int) -> Bool {
        guard token > 0, token < tokens.count else { return true }
        return file.bytes[tokens[token - 1].end..<tokens[token].start].contains(.lineFeed)
    }
}
