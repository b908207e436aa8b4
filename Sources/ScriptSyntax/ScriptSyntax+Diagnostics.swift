import SourceText

/// Something the parser found wrong, before it has a place.
struct SyntaxFinding {
    let severity: Diagnostic.Severity
    let code: String
    let message: String
    let hint: String?
    /// What should stand in its place; only where one is sure of it.
    let replacement: String?

    private init(
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

    static func themeWithoutSlash(_ path: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "theme-without-slash", "The path of a theme begins with `/`; here it is `\(path.prefix(60))`.",
            hint: "Write `theme: /\(path.prefix(60))`, or `theme: /` for the root.", replacement: "/" + path)
    }

    static func tagInText(_ name: String) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "tag-in-text",
            "This line is part of the text above, for it stands deeper than the tag of that text.",
            hint: "If `\(name):` is meant as a tag, move it left to the column of the tag above.")
    }
}

// MARK: Lost and doubtful indentation

extension SyntaxFinding {
    static func flatState(_ state: String?, _ tag: String) -> SyntaxFinding {
        let named = state.map { "`state: \($0.prefix(60))`" } ?? "`state:`"
        return SyntaxFinding(
            .error, "flat-script",
            "`\(tag):` stands in the same column as \(named) above it: the indentation of this script was lost, as "
                + "happens when it is copied from a web page. For now the lines are read as if they belonged to "
                + "the state.",
            hint: "What belongs to a tag stands deeper than the tag: put `theme: /` at the margin, 4 blanks before "
                + "`state:`, 8 before `\(tag):` and the other tags of the state, 12 before the code below `script:`.")
    }

    static func flatTheme(_ path: String?) -> SyntaxFinding {
        SyntaxFinding(
            .warning, "flat-script",
            "`state:` stands in the same column as `theme: \((path ?? "").prefix(60))` above it; it is read as "
                + "part of it.",
            hint: "Put 4 more blanks before each line that belongs to the theme.")
    }

    static func flatLines(below owner: String) -> SyntaxFinding {
        SyntaxFinding(
            .error, "flat-script",
            "This line stands in the same column as `\(owner):` above it: its indentation was lost. It is read "
                + "as part of `\(owner):`.",
            hint: "Put 4 more blanks before each line that belongs to `\(owner):`.")
    }

    static let flatCode = SyntaxFinding(
        .warning, "flat-script",
        "The code is not indented deeper than its tag, so it ends at the first line that looks like a tag of "
            + "the language.",
        hint: "Put 4 more blanks before each line of the code than before its tag.")

    static let indentedFirstLine = SyntaxFinding(
        .warning, "indented-first-line", "The first line is indented, though it stands below nothing.",
        hint: "Begin it at the margin and move the lines below it as far to the left.")

    static let ambiguousTabs = SyntaxFinding(
        .warning, "ambiguous-tabs",
        "Tabs and blanks are mixed, and what this line belongs to depends on how wide a tab is; 4 columns are taken.",
        hint: "Use blanks only: replace each tab by 4 blanks.")

    static let noBreakSpace = SyntaxFinding(
        .warning, "no-break-space",
        "This line is indented with no-break spaces, as web pages write them; each is taken as a blank.",
        hint: "Replace them by plain blanks.")

    static let tooDeep = SyntaxFinding(
        .error, "too-deep",
        "Tags are nested deeper than \(ScriptParser.deepestNesting) levels; what is further in is read as if it "
            + "stood at that level.",
        hint: "Check the indentation of the lines above; states can be reached by path instead of being nested.")
}

// MARK: Parameters, settings and patterns

extension SyntaxFinding {
    static func missingEquals(_ text: String, inPattern: Bool) -> SyntaxFinding {
        SyntaxFinding(
            .error, "missing-equals", "After `||` parameters such as `name = value` are expected; `\(text)` is none.",
            hint: inPattern
                ? "Write `name = value`; if alternatives of the pattern are meant, write them as `(one/two)`."
                : "Write `name = value`, with a comma between two parameters.")
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

    static func more(_ count: Int) -> SyntaxFinding {
        SyntaxFinding(
            .note, "more", "\(count) more findings in this file are not shown.",
            hint: "Mend the first ones and check again.")
    }
}
