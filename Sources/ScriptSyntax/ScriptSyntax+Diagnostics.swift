import SourceText

/// Something the parser found wrong, before it has a place.
struct SyntaxFinding {
    let severity: Diagnostic.Severity
    let code: String
    let message: String
    let hint: String?
    /// What should stand in its place; only where one is sure of it.
    let replacement: String?

    init(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, hint: String? = nil,
        replacement: String? = nil
    ) {
        self.severity = severity
        self.code = "syntax/" + code
        self.message = message
        self.hint = hint
        self.replacement = replacement
    }

    /// The diagnostic of this finding. The hint of one with a replacement is the order that the fix carries out.
    func diagnostic(in source: SourceFile, at span: SourceSpan) -> Diagnostic {
        let diagnostic = Diagnostic(severity, code, message, hint: hint, in: source, at: span)
        guard let replacement, let hint else { return diagnostic }
        return diagnostic.fixed(hint.hasSuffix(".") ? String(hint.dropLast()) : hint, by: replacement)
    }
}

// MARK: Lines and tags

extension SyntaxFinding {
    static func unknownLine(_ text: String, firstWord: String, below owner: String?, _ body: TagBody) -> SyntaxFinding {
        let place = owner.map { "Below `\($0):`" } ?? "At the margin"
        return SyntaxFinding(
            .error, "unknown-line",
            "\(place), \(expected(owner, body)) is expected; `\(text)` is neither that nor a comment.",
            hint: text.hasPrefix("||") ? barHint : hint(firstWord, body, looksLikeCode: looksLikeCode(text)))
    }

    private static func looksLikeCode(_ text: String) -> Bool {
        let isCall = text.hasSuffix(")") && text.contains("(") && !text.contains(" (")
        return isCall || text.hasSuffix(";") || text.hasSuffix("{") || text.hasPrefix("}") || text.hasPrefix("var ")
            || text.hasPrefix("$") && text.contains("=")
    }

    private static let barHint = "A line of parameters stands deeper than the tag that it belongs to."

    private static func expected(_ owner: String?, _ body: TagBody) -> String {
        switch body {
        case .settings: "a setting such as `name = value`"
        case .lines: "a line such as `\"Yes\" -> /State`"
        case .patterns: "a named pattern such as `$Name = pattern`"
        case .tags: owner == nil ? "a tag such as `theme: /`" : "a tag such as `a: text`"
        }
    }

    private static func hint(_ word: String, _ body: TagBody, looksLikeCode: Bool) -> String {
        if TagCatalog.description(of: word) != nil { return "If this is the tag, put a colon after it: `\(word):`." }
        if body == .tags, let tag = TagCatalog.suggestion(for: word), Spelling.isSlip(word, of: tag) {
            return "If this is the tag `\(tag):`, write it so, with its colon."
        }
        if body == .settings || body == .patterns {
            return "Add the name and the `=`, or begin the line with `#` to make it a comment."
        }
        if looksLikeCode { return "If it is JavaScript, put `script:` above it and move the code deeper than that." }
        return
            "If it is something to say, write `a:` before it; text that goes on from the line above is indented "
            + "deeper than its tag."
    }

    static func misspeltTag(_ written: String, meant: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "misspelt-tag", "There is no tag `\(written.prefix(40)):`; it is read as `\(meant):`.",
            hint: "Write `\(meant):`.", replacement: meant)
    }

    static func missingColon(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-colon", "After `\(name)` a colon is missing.", hint: "Write `\(name):`.",
            replacement: "\(name):")
    }

    static func blankBeforeColon(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "blank-before-colon", "There is a blank between `\(name)` and its colon.",
            hint: "Write `\(name):`.", replacement: "")
    }

    static let elseWithoutColon = SyntaxFinding(
        .warning, "else-without-colon", "This `else` has no colon; it is read as `else:`.", hint: "Write `else:`.",
        replacement: "else:")

    /// - Parameter written: `elseif`, with its colon where the script lacks one.
    static func elseIf(_ written: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "else-if", "`else if` is not a tag; it is read as `elseif:`.", hint: "Write `elseif: condition`.",
            replacement: written)
    }

    static func missingValue(of name: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-value", "`\(name):` needs \(valueWanted(name)) after the colon.", hint: valueHint(name))
    }

    private static func valueWanted(_ name: String) -> String {
        switch name {
        case "q", "q!": "a pattern"
        case "e", "e!": "an example phrase"
        case "intent", "intent!", "intentGroup", "intentGroup!": "the path of an intent"
        case "event", "event!": "the name of an event"
        case "go", "go!", "timeout": "the path of a state"
        case "theme": "a path"
        case "require": "the path of a file"
        case "if", "elseif": "a condition"
        case "image", "audio", "video": "an address"
        default: "a value"
        }
    }

    private static func valueHint(_ name: String) -> String {
        switch name {
        case "q", "q!": "For example `\(name): * (hello/hi) *`; to match anything, write `\(name): *`."
        case "go", "go!": "For example `\(name): /Start`; `.` is the state itself and `..` the one around it."
        case "theme": "For the root theme write `theme: /`."
        case "require": "For example `require: patterns.sc`."
        default: "Write it on the same line, or delete the tag."
        }
    }

    static func valueNotTaken(by name: String, _ text: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "value-not-taken", "`\(name):` takes no value; `\(text.prefix(40))` is ignored.",
            hint: name == "else"
                ? "For another condition write `elseif:`; what is to happen goes on the next lines, deeper."
                : "Put what is to happen on the next lines, deeper.")
    }

    /// - Parameter path: what is written, without quotes around it.
    static func themeWithoutSlash(_ written: String, path: String) -> SyntaxFinding {
        let path = path.drop { $0 == "/" }
        return SyntaxFinding(
            .error, "theme-without-slash",
            "The path of a theme begins with `/`; here it is `\(written.prefix(60))`.",
            hint: "Write `theme: /\(path.prefix(60))`, or `theme: /` for the root.", replacement: "/" + path)
    }

    static func quotedName(_ inner: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "quoted-name", "The quotation marks are part of this state's name.",
            hint: "Write `\(inner)`.", replacement: inner)
    }

    static func colonAfterName(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "colon-in-name", "The colon at the end is part of this state's name.",
            hint: "Write `\(name)`.", replacement: name)
    }

    static func tagInText(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "tag-in-text",
            "This line is part of the text above, for it stands deeper than the tag of that text.",
            hint: "If `\(name):` is meant as a tag, move it left to the column of the tag above.")
    }
}
