import ScriptSyntax
import SourceText

// What this room says about action tags, the language's own and those of bots, and about scripts that cannot be run.
extension Diagnostic {
    static func serviceNotAvailable(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link/service", "`\(name):` needs a service outside of the bot, which this version does not reach.",
            hint: "In a call it goes to its `errorState`; without one it is passed over.", in: file, at: span)
    }

    static func tagNameTaken(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/tag-name", "`\(name)` is a tag of the language already, so this one is never used.",
            hint: "Give it a name of its own.", in: file, at: span)
    }

    static func tagWithoutStart(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/tag-start", "The declaration of `\(name)` does not say with which state it begins.",
            hint: "Add `\"startState\": \"/Path\"`.", in: file, at: span)
    }

    /// - Parameter parameter: the one into which such a text belongs, if there is one.
    static func unusedText(
        _ text: String, of tag: String, parameter: String?, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let hint = parameter.map { "Write it one level deeper: `\($0) = \(clipped(text))`." }
        return Diagnostic(
            .warning, "link/unused-text", "`\(tag):` takes nothing on its own line, so this text is not used.",
            hint: hint ?? "Its parameters stand on the next lines, one level deeper: `name = value`.", in: file,
            at: span)
    }

    static func colonInParameter(
        _ name: String, of tag: String, meant: String?, value: String?, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "link/colon-parameter",
            "The parameters of `\(tag):` are written with `=`, not with a colon, so this one is not used.",
            hint: meant.map { "Write `\($0) = \(clipped(value ?? "…"))`." }
                ?? "`\(tag):` has no parameter `\(name)` either; remove the line.", in: file, at: span)
    }

    static func noWayOn(_ tag: PlacedText, _ parameter: String, when: String, file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "link/no-way-on",
            "This `\(tag.text):` has no `\(parameter)`, so the bot says nothing more when \(when).",
            hint: "Add the line `\(parameter) = /NextState` one level deeper.", in: file, at: tag.span)
    }

    static func variableOfSession(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/variable-name", "`varName` is only a name: the answer is kept in `$session` under it.",
            hint: "Write `varName = \(clipped(name))`, and read `$session.\(clipped(name))`.", in: file, at: span
        )
        .fixed("Write `\(clipped(name))`", by: name)
    }

    static func noName(_ text: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/variable-name", "`\(clipped(text))` is no name of a variable.",
            hint: "Write one word of letters, digits and `_`: `varName = name` is read as `$session.name`.", in: file,
            at: span)
    }

    static func nobodyToCall(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/nobody-to-call", "This `TransferCallToOperator:` does not say whom to call.",
            hint: "Add the line `phoneNumber = …` or `sipUri = …` one level deeper.", in: file, at: span)
    }

    static func noNumberFits(_ low: String, _ high: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/limits", "No number is at least \(low) and at most \(high), so every answer is refused.",
            hint: "Exchange `minValue` and `maxValue`.", in: file, at: span)
    }
}

extension Reaction.Unavailable {
    static func service(_ name: String, errorState: Template?) -> Self {
        Self(
            code: "action/not-available", message: "`\(name):` needs a service that this version does not reach.",
            hint: errorState == nil ? "It was passed over." : "The talk goes on in its `errorState`.",
            errorState: errorState, endsState: false)
    }
}
