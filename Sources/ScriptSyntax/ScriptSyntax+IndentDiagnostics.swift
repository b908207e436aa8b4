import SourceText

// What is said about indents.
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
        "Tags are nested deeper than \(ScriptParser.deepestNesting) levels; what is further in is left out.",
        hint: "Check the indentation of the lines above; states can be reached by path instead of being nested.")

    static func uneven(_ doubt: UnevenIndent) -> SyntaxFinding {
        let (tag, owner) = (shown(doubt.tag), shown(doubt.owner))
        let inColumn =
            doubt.sibling.map { "to the column of `\($0.name.text):` before it" } ?? "4 blanks further in than that"
        let found =
            doubt.sibling == nil ? "stands only one column further in than" : "stands in a column of its own below"
        return SyntaxFinding(
            .warning, "uneven-indent", "`\(tag)` \(found) `\(owner)`; it is read as part of it.",
            hint:
                "If it is part of it, move it \(inColumn); if it stands beside it, move it to the column of `\(owner)`."
        )
    }

    private static func shown(_ tag: ScriptTag) -> String {
        let name = "\(tag.name.text)\(tag.isBang ? "!" : ""):"
        guard let value = tag.value?.text, !value.contains("\n") else { return name }
        return "\(name) \(value.count > 30 ? value.prefix(29) + "…" : value[...])"
    }
}
