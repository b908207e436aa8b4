import SourceText

// Every sentence this room says to authors.
extension Diagnostic {
    private static func top(_ file: SourceFile) -> SourceSpan {
        SourceSpan(0, min(file.bytes.count, max(file.line(1).utf8.count, 0)))
    }

    static func unreadableYAML(_ file: SourceFile, line: Int, problem: String) -> Diagnostic {
        let line = min(max(line, 1), file.lineStarts.count)
        let start = file.lineStarts[line - 1]
        return Diagnostic(
            .error, "project/yaml", "This is no readable YAML: \(problem).",
            hint:
                "Look at this line and the one above it: indents are blanks, and a text with `:` or `#` needs quotes.",
            in: file, at: SourceSpan(start, start + file.line(line).utf8.count))
    }

    static func notAMapping(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/yaml", "`chatbot.yaml` should be a list of `key: value` lines.",
            hint: "The shortest one is `entryPoint: main.sc`.", in: file, at: top(file))
    }

    static func noEntryPoint(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/no-entry-point", "`chatbot.yaml` does not say with which file the bot begins.",
            hint: "Add `entryPoint: main.sc`; the file is looked for in `src`.", in: file, at: top(file))
    }

    static func missingEntryPoint(_ name: String, in project: Project) -> Diagnostic {
        let known = project.list(project.sourceFolder)
        let file: SourceFile
        if case .text(let configuration) = project.read("chatbot.yaml") {
            file = configuration
        } else {
            file = SourceFile(path: "chatbot.yaml", text: "")
        }
        let hint =
            known.isEmpty
            ? "There is no `.sc` file in `\(project.sourceFolder)` at all." : "There are: \(listed(known))."
        return Diagnostic(
            .error, "project/missing-entry-point",
            "The entry point `\(name)` does not exist in `\(project.sourceFolder)`.",
            hint: hint, in: file, at: top(file))
    }

    static func moduleNotRead(_ module: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/module", "The library `\(module)` is not at hand, so this file was not read.",
            hint: "What the bot uses of it has to stand in the bot itself.", in: file, at: span)
    }

    static func missingRequire(
        _ written: String, resolved: String, known: [String], file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let near = Spelling.nearest(to: resolved, among: known)
        let hint =
            near.map { "There is `\($0)`; did you mean that?" }
            ?? "Paths count from this file, or from `src` with a first `/`."
        return Diagnostic(
            .error, "link/missing-file", "The file `\(written)` does not exist (looked for `\(resolved)`).", hint: hint,
            in: file, at: span)
    }

    static func unknownFileType(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/file-type", "Files like `\(path)` are not read yet, so nothing of it is known to the bot.",
            hint: "`.sc`, `.js`, `.json` and `.yaml` files can be required.", in: file, at: span)
    }

    static func dataWithoutVariable(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/data-without-variable", "`\(path)` is read, but no script can see it.",
            hint: "Add `var = name` one level deeper.", in: file, at: span)
    }

    static func unknownTag(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/unknown-tag", "There is no tag `\(name):`.",
            hint: near.map { "Did you mean `\($0):`?" }
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

    static func missingValue(_ name: String, expected: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(.error, "link/missing-value", "`\(name):` has no value.", hint: expected, in: file, at: span)
    }

    static func unknownState(
        _ written: String, from state: StatePath, known: [StatePath], file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let names = known.map(\.description)
        let byPath = Spelling.nearest(to: StatePath(written).description, among: names)
        let byName = known.first { $0.names.last == StatePath(written).names.last }?.description
        let near = byName ?? byPath
        let hint =
            near.map { "There is `\($0)`; did you mean that?" }
            ?? "Write a path from the root (`/Order`), a child (`./Confirm`) or a neighbour (`../Order`)."
        return Diagnostic(
            .error, "link/unknown-state", "Unknown state `\(written)`, as seen from `\(state)`.", hint: hint, in: file,
            at: span)
    }

    static func duplicateState(_ path: StatePath, firstLine: Int, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/duplicate-state", "There is already a state `\(path)` (line \(firstLine)).",
            hint: "Both answer to their own triggers, but `go` reaches the first only. Rename one.", in: file, at: span)
    }

    static func undefinedPattern(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/undefined-pattern", "The pattern `$\(name)` is not declared anywhere.",
            hint: near.map { "There is `$\($0)`; did you mean that?" }
                ?? "Declare it: `patterns:`, below it `$\(name) = (one/two)`.",
            in: file, at: span)
    }

    static func duplicatePattern(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/duplicate-pattern", "`$\(name)` is declared more than once; this last one counts.",
            hint: "Names of patterns are shared by all files of a bot. Rename one.", in: file, at: span)
    }

    static func noStates(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "link/no-states", "The bot has no states, so it cannot answer anything.",
            hint: "Begin with `theme: /`, below it `state: Start`, below that `q!: hello` and `a: Hello!`.", in: file,
            at: top(file))
    }

    private static func listed(_ names: [String]) -> String {
        names.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 8 ? " …" : "")
    }
}
