import ScriptSyntax
import SourceText

// Every sentence this room says to authors.
extension Diagnostic {
    /// - Parameter isOwn: the near one is a tag of the bot itself, which is meant more likely than anything else.
    static func unknownTag(
        _ tag: ScriptTag, near: String?, isOwn: Bool = false, file: SourceFile
    ) -> Diagnostic {
        let bang = tag.isBang ? "!" : ""
        let name = tag.name.text
        return Diagnostic(
            .error, "link/unknown-tag", "There is no tag `\(tag.shownName):`.",
            hint: (isOwn ? nil : TagCatalog.advice(for: name)) ?? near.map { "Did you mean `\($0)\(bang):`?" }
                ?? (TagCatalog.isActionName(name)
                    ? "A tag of the bot's own is declared in a file that `customTags` in `chatbot.yaml` lists; a text belongs after `a:`."
                    : "If it is meant as text of an answer, put it after `a:` or indent it deeper than the answer."),
            in: file, at: tag.name.span)
    }

    static func misplacedTag(_ name: String, expected: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/misplaced-tag", "`\(name):` cannot stand here.", hint: expected, in: file, at: span)
    }

    static func elseWithoutIf(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/else-without-if", "This `\(name):` does not follow an `if:`.",
            hint: "Put it right after the `if:` block, at the same indent.", in: file, at: span)
    }

    static func emptyAnswer(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/empty-answer", "`a:` has no text, so the bot says nothing here.",
            hint: "Write what the bot says, like `a: Hello!`, or remove the line.", in: file, at: span)
    }

    static func unknownState(
        _ written: String, from state: StatePath, _ guess: StateBook.Guess, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let hint =
            Spelling.question(guess.paths)
            ?? "Write a path from the root (`/Order`), a child (`./Confirm`) or a neighbour (`../Order`)."
        let diagnostic = Diagnostic(
            .error, "link/unknown-state", "Unknown state `\(written)`, as seen from `\(state)`.", hint: hint, in: file,
            at: span)
        guard guess.isSure, let path = guess.paths.first, path != state.description, file.text(in: span) == written
        else { return diagnostic }
        return written.hasPrefix("/")
            ? diagnostic.corrected(written, to: path) : diagnostic.fixed("Write `\(path)`", by: path)
    }

    /// - Parameter bare: the same without its quotes.
    static func quotedState(
        _ written: String, bare: String, isKnown: Bool, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let diagnostic = Diagnostic(
            .error, "link/unknown-state", "Unknown state `\(written)`: the quotes are read as a part of its name.",
            hint: "Write `\(bare)`, without quotes.", in: file, at: span)
        return isKnown && file.text(in: span) == written ? diagnostic.fixed("Write `\(bare)`", by: bare) : diagnostic
    }

    static func variableAsState(_ written: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let right = "{{\(written)}}"
        let diagnostic = Diagnostic(
            .error, "link/unknown-state", "`\(clipped(written))` is read as the name of a state, and there is none.",
            hint: "Write `\(clipped(right))` for the state whose path the variable holds.", in: file, at: span)
        return file.text(in: span) == written ? diagnostic.fixed("Write `\(clipped(right))`", by: right) : diagnostic
    }

    static func severalStates(_ written: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/unknown-state", "Only one state can stand here; `\(clipped(written))` is read as one path.",
            hint: "Keep one of them. To choose, write `if:` or `random:` with a transition in each branch.", in: file,
            at: span)
    }

    static func duplicateState(_ path: StatePath, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/duplicate-state", "There is already a state `\(path)`.",
            hint: "Both answer to their own triggers, but `go` reaches the first only. Rename one.", in: file, at: span)
    }

    /// - Parameter near: names of patterns with their `$`, equally near.
    static func undefinedPattern(_ name: String, near: [String], file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let diagnostic = Diagnostic(
            .error, "link/undefined-pattern", "The pattern `$\(name)` is not declared anywhere.",
            hint: Spelling.question(near)
                ?? (name.allSatisfy(\.isNumber)
                    ? "For an amount of money put a blank after the sign: `$ \(name)`."
                    : "Declare it: `patterns:`, below it `$\(name) = (one/two)`."),
            in: file, at: span)
        guard near.count == 1, file.text(in: span) == "$" + name else { return diagnostic }
        return diagnostic.corrected("$" + name, to: near[0])
    }

    static func duplicatePattern(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/duplicate-pattern", "`$\(name)` is declared more than once; this last one counts.",
            hint: "Names of patterns are shared by all files of a bot. Rename one.", in: file, at: span)
    }
}
