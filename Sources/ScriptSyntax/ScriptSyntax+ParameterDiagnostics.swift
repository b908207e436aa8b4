// What is said about parameters, settings and patterns.
extension SyntaxFinding {
    static func missingEquals(_ text: String, inPattern: Bool) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-equals", "After `||` parameters such as `name = value` are expected; `\(text)` is none.",
            hint: inPattern
                ? "Write `name = value`; if alternatives of the pattern are meant, write them as `(one/two)`."
                : "Write `name = value`, with a comma between two parameters.")
    }

    /// The value is taken all the same. A lone number counts in milliseconds (uncertain), as those of scripts.
    static func unnamedParameter(_ name: String, _ value: String) -> SyntaxFinding {
        let value = value.prefix(60)
        let thousands = Int(value).flatMap { $0 >= 1000 && $0 % 1000 == 0 ? $0 / 1000 : nil }
        let meant = "\(name) = \"\(thousands.map { "\($0) seconds" } ?? String(value))\""
        return SyntaxFinding(
            .warning, "missing-equals",
            "After `||` stands a value without the name of its parameter; it is taken for `\(name)`.",
            hint: "Write `\(meant)`.", replacement: value.contains("\"") ? nil : meant)
    }

    static func flagWithoutValue(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-equals", "The parameter `\(name)` stands here without a value.",
            hint: "Write `\(name) = true`.", replacement: "\(name) = true")
    }

    static func doubleEquals(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "double-equals", "Parameters are written with one `=`, not with two.",
            hint: "Write `\(name) = …`.", replacement: "=")
    }

    static func missingComma(_ next: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-comma", "Before the parameter `\(next)` a comma is missing.",
            hint: "Write `, \(next)`.", replacement: ", \(next)")
    }

    /// - Parameter inner: what stands between the quotes, if it can be put in others as it is.
    static func typographicQuotes(_ inner: String?) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "typographic-quotes",
            "Values are put in straight quotes; these are part of the value, and what is shown or said holds them.",
            hint: inner.map { "Write `\"\($0)\"`." } ?? "Put the whole value in straight double quotes.",
            replacement: inner.map { "\"\($0)\"" })
    }

    static func colonInParameter(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-equals", "Parameters are written with `=`, not with a colon.",
            hint: "Write `\(name) = …`.",
            replacement: "\(name) =")
    }

    static func colonInSetting(_ name: String, of tag: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-equals", "The settings of `\(tag):` are written with `=`, not with a colon.",
            hint: "Write `\(name) = …`.", replacement: "\(name) =")
    }

    static func emptyParameter(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-value", "The parameter `\(name)` has no value.",
            hint: "Write one after the `=`, or delete the parameter; an empty text is `\"\"`.")
    }

    static func unclosedQuote(_ name: String?) -> SyntaxFinding {
        SyntaxFinding(
            .error, "unclosed-quote",
            "This quote is not closed on its line" + (name.map { "; all that follows is taken as `\($0)`." } ?? "."),
            hint: "Add the closing quote; a quote inside the text is written `\\\"`.")
    }

    static func textAfterQuote(_ text: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "text-after-quote",
            "After the closing quote a comma or the end of the line is expected; found `\(text)`.",
            hint: "If the quote is part of the text, write it as `\\\"`.")
    }

    static func unclosedBracket(_ bracket: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "unclosed-bracket", "This `\(bracket)` is not closed in the lines of its value.",
            hint: "Close it, or put the text in double quotes if the bracket is part of it.")
    }

    static func unclosedAnnotation(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "unclosed-bracket", "This `{` of `\(name)` is not closed.",
            hint: "Close every bracket of it, or remove the annotation: only the graphical editor uses it.")
    }

    static let textAfterParameters = SyntaxFinding(
        .error, "text-after-parameters", "After the parameters no more text can follow; this line is left out.",
        hint: "Put the whole text first and `|| name = value` on the last line.")

    static func patternWithoutDollar(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "pattern-without-dollar", "The name of a pattern begins with `$`; here it is `\(name.prefix(60))`.",
            hint: "Write `$\(name.prefix(60)) = …`.", replacement: "$" + name)
    }

    static func patternWithoutEquals(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-equals", "After the name of a pattern `=` is expected.",
            hint: "Write `$\(name.prefix(60)) = pattern`.")
    }

    static func emptyPattern(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-value", "The pattern `$\(name.prefix(60))` has no body.",
            hint: "Write it after the `=` or on the next lines, deeper.")
    }

    static func oneBar(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "missing-bars", "Parameters begin after two bars; after one, `\(name) = …` is part of the value.",
            hint: "Write `||`.", replacement: "||")
    }

    static func noBars(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "missing-bars",
            "Parameters begin after two bars; without them `\(name) = …` is part of the value.",
            hint: "Write `|| \(name)`.", replacement: " || \(name)")
    }

    /// - Parameter inner: what stands between the quotes.
    static func singleQuotes(_ inner: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "single-quotes",
            "Values are put in double quotes; in single ones the platform may read the quotes as part of the text.",
            hint: "Write `\"\(inner)\"`.", replacement: "\"\(inner)\"")
    }

    static let singleQuotesInText = SyntaxFinding(
        .warning, "single-quotes",
        "Values are put in double quotes; in single ones the platform may read the quotes as part of the text.",
        hint: "Put the whole value in double quotes, and write `\\\"` for those inside.")
}
