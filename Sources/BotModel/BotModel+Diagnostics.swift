import ScriptSyntax
import SourceText

// Every sentence this room says to authors.
extension Diagnostic {
    static func unknownTag(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/unknown-tag", "There is no tag `\(name):`.",
            hint: TagCatalog.advice(for: name) ?? near.map { "Did you mean `\($0):`?" }
                ?? "If it is meant as text of an answer, put it after `a:` or indent it deeper than the answer.",
            in: file, at: span)
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
            Spelling.alternatives(guess.paths).map { "There is \($0); did you mean that?" }
            ?? "Write a path from the root (`/Order`), a child (`./Confirm`) or a neighbour (`../Order`)."
        let diagnostic = Diagnostic(
            .error, "link/unknown-state", "Unknown state `\(written)`, as seen from `\(state)`.", hint: hint, in: file,
            at: span)
        guard guess.isSure, let path = guess.paths.first, file.text(in: span) == written else { return diagnostic }
        return path == state.description ? diagnostic : diagnostic.corrected(written, to: path)
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

    static func duplicateState(_ path: StatePath, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/duplicate-state", "There is already a state `\(path)`.",
            hint: "Both answer to their own triggers, but `go` reaches the first only. Rename one.", in: file, at: span)
    }

    /// - Parameter near: names of patterns with their `$`, equally near.
    static func undefinedPattern(_ name: String, near: [String], file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let diagnostic = Diagnostic(
            .error, "link/undefined-pattern", "The pattern `$\(name)` is not declared anywhere.",
            hint: Spelling.alternatives(near).map { "There is \($0); did you mean that?" }
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
