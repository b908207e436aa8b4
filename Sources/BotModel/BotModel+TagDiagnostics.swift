import SourceText

// What this room says about tags, their parameters, and texts with `{{ }}`.
extension Diagnostic {
    // MARK: Parameters

    static func unknownParameter(
        _ name: String, of tag: String, near: String?, takes: [String], file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let list = takes.prefix(12).map { "`\($0)`" }.joined(separator: ", ") + (takes.count > 12 ? " …" : "")
        let hint =
            near.map { "Did you mean `\($0)`?" } ?? (takes.isEmpty ? "It takes none; remove it." : "It takes \(list).")
        return Diagnostic(
            .warning, "link/unknown-parameter", "`\(tag)\(tag.hasPrefix("$") ? "" : ":")` has no parameter `\(name)`.",
            hint: hint, in: file, at: span)
    }

    static func duplicateParameter(_ name: String, of tag: String, file: SourceFile, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(
            .warning, "link/duplicate-parameter", "`\(name)` is given twice at this `\(tag):`; the first one counts.",
            hint: "Remove one of them.", in: file, at: span)
    }

    static func missingParameter(_ name: String, of tag: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/missing-parameter", "`\(tag):` needs the parameter `\(name)`.",
            hint: "Add the line `\(name) = …` one level deeper.", in: file, at: span)
    }

    static func noFlag(_ name: String, _ text: String, meant: String?, file: SourceFile, at span: SourceSpan)
        -> Diagnostic
    {
        let effect = "it counts as `false`."
        return Diagnostic(
            .warning, "link/parameter-value",
            "`\(name)` is `true` or `false`; `\(clipped(text))` is neither, so \(effect)",
            hint: meant.map { "Write `\(name) = \($0)`." } ?? "Write `\(name) = true` or leave it out.", in: file,
            at: span)
    }

    static func noNumber(_ name: String, _ text: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/parameter-value", "`\(name)` should be a number; `\(clipped(text))` is none.",
            hint: "Write it with digits, like `\(name) = 10`.", in: file, at: span)
    }

    static func noInterval(_ text: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/interval", "`\(clipped(text))` is no length of time, so nothing will happen after it.",
            hint: "Write a number and a unit: `interval = \"10 seconds\"`, `\"1 h 30 min\"`.", in: file, at: span)
    }

    static func unreadableData(expected: String, hint: String? = nil, file: SourceFile, at span: SourceSpan)
        -> Diagnostic
    {
        let usual = "Data looks like `{text: \"Site\", url: \"https://example.org\"}`, lists like `[\"one\", \"two\"]`."
        return Diagnostic(
            .error, "link/data", "Here \(expected) was expected.", hint: hint ?? usual, in: file, at: span)
    }

    // MARK: `{{ }}`

    static func unclosedBraces(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/unclosed-braces", "This `{{` has no `}}` that closes it, so it is said as it stands.",
            hint: "Close the expression with `}}`; quotes and brackets inside must be closed, too.", in: file, at: span)
    }

    static func emptyExpression(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/empty-expression",
            "There is no expression between `{{` and `}}`, so nothing is said for it.",
            hint: "Write one, like `{{$client.name}}`, or remove the braces.", in: file, at: span)
    }

    // MARK: What stands below

    static func missingInterval(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/missing-parameter", "This `timeout:` does not say how long it waits.",
            hint: "Add the time: `timeout: /TooLate || interval = \"10 seconds\"`.", in: file, at: span)
    }

    static func emptyBranch(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/empty-branch", "Nothing stands below this `\(name):`, so it does nothing.",
            hint: "What belongs to it stands on the next lines, four blanks deeper.", in: file, at: span)
    }

    static func nestedTag(_ name: String, below owner: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/nested-tag",
            "This `\(name):` stands below `\(owner):`, which holds no tags, so it is never run.",
            hint: "Move it left, into the column of `\(owner):`.", in: file, at: span)
    }

    static func clipped(_ text: String) -> String { text.count <= 40 ? text : text.prefix(37) + "…" }
}
