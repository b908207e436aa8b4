import ScriptSyntax
import SourceText

// What this room says about `buttons:` and their lines.
extension Diagnostic {
    static func noButtons(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/no-buttons", "No button stands below this `\(name):`.",
            hint: "One button a line, deeper than the tag, like `\"Yes\" -> /Order`.", in: file, at: span)
    }

    static func buttonOnTagLine(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/no-buttons",
            "Nothing can stand on the line of `\(name):` itself, so this button is not shown.",
            hint: "Put it on a line of its own, deeper than the tag.", in: file, at: span)
    }

    static func buttonWithoutPath(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        .unreadableData(
            expected: "the path of a state",
            hint: "Write it after the arrow, like `\"Yes\" -> /Order`, or remove the arrow.",
            file: file, at: span)
    }

    /// After a button stands something that is no arrow and no path.
    static func buttonGoesOn(_ rest: String, _ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        .unreadableData(
            expected: "`-> /Path` or the end of the line",
            hint: rest.contains("\"") ? "A quotation mark inside the text is written `\\\"`." : nil, file: file,
            at: span)
    }

    static func otherArrow(_ arrow: String, _ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/button-arrow", "The arrow of a button is `->`; here is `\(arrow)`.",
            hint: "Write it like `\"Yes\" -> /Order`.", in: file, at: span)
    }

    static func missingArrow(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/button-arrow", "Between a button and the path of its state an arrow is missing.",
            hint: "Write it like `\"Yes\" -> /Order`.", in: file, at: span)
    }

    static func curlyQuotes(_ quote: String, _ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/curly-quotes",
            "Quotes like `\(quote)` are no quotes of the language; they are taken for a part of the text.",
            hint: "Write straight quotes, like `\"Yes\"`.", in: file, at: span)
    }

    static func misspeltButtonKey(_ key: String, meant: String, _ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/button-key", "A button knows no `\(key)`.", hint: "Did you mean `\(meant)`?", in: file,
            at: span)
    }
}
