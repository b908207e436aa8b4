import ScriptSyntax
import SourceText

// What this room says about files: the configuration, requires, libraries, data.
extension Diagnostic {
    static func top(_ file: SourceFile) -> SourceSpan { SourceSpan(0, min(file.bytes.count, file.line(1).utf8.count)) }

    static func listed(_ names: [String]) -> String {
        names.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 8 ? " …" : "")
    }

    private static func didYouMean(_ near: String?) -> String? { near.map { "There is `\($0)`; did you mean that?" } }

    // MARK: Documents

    static func unreadableYAML(_ file: SourceFile, line: Int, problem: String) -> Diagnostic {
        let line = min(max(line, 1), file.lineStarts.count)
        let start = file.lineStarts[line - 1]
        return Diagnostic(
            .error, "project/yaml", "This is no readable YAML: \(problem).",
            hint:
                "Look at this line and the one above it: indents are blanks, and a text with `:` or `#` needs quotes.",
            in: file, at: SourceSpan(start, start + file.line(line).utf8.count))
    }

    static func yamlTooLarge(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/yaml-too-large", "This YAML is nested too deep, or its anchors make it endlessly large.",
            hint: "Write values out where you use them, and nest at most \(DataValue.deepest) deep.", in: file,
            at: top(file))
    }

    static func unreadableJSON(_ file: SourceFile, problem: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "project/json", "This is no readable JSON: \(problem)",
            hint: "Texts and keys stand in double quotes, and a comma stands between two values.", in: file, at: span)
    }

    // MARK: chatbot.yaml

    static func notAMapping(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/yaml", "`chatbot.yaml` should be a list of `key: value` lines.",
            hint: "The shortest one is `entryPoint: main.sc`.", in: file, at: top(file))
    }

    static func duplicateKey(_ key: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "project/duplicate-key", "The key `\(key)` stands more than once here; the last one counts.",
            hint: "Remove this one, or put what it says below the other.", in: file, at: span)
    }

    static func unknownKey(_ key: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "project/unknown-key", "`\(key)` is no key of `chatbot.yaml` that the platform knows.",
            hint: near.map { "Did you mean `\($0)`?" } ?? "It is ignored.", in: file, at: span)
    }

    static func wrongKind(_ key: String, expected: String, found: String, file: SourceFile, at span: SourceSpan)
        -> Diagnostic
    {
        Diagnostic(
            .warning, "project/wrong-type", "`\(key)` should be \(expected), but here is \(found).",
            hint: "The default is used until it is.", in: file, at: span)
    }

    static func noEntryPoint(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/no-entry-point", "`chatbot.yaml` does not say with which file the bot begins.",
            hint: "Add `entryPoint: main.sc`; the file is looked for in `src`.", in: file, at: top(file))
    }

    static func missingEntryPoint(_ name: String, folder: String, near: String?, scripts: [String], file: SourceFile?)
        -> Diagnostic
    {
        let file = file ?? SourceFile(path: "chatbot.yaml", text: "")
        let place = folder.isEmpty ? "the bot's folder" : "`\(folder)`"
        let others =
            scripts.isEmpty ? "There is no `.sc` file in \(place) at all." : "There are: \(listed(scripts))."
        let bytes = file.bytes
        let wanted = Array(name.utf8)
        let start = bytes.indices.first { !wanted.isEmpty && bytes[$0...].starts(with: wanted) }
        return Diagnostic(
            .error, "project/missing-entry-point", "The entry point `\(name)` does not exist in \(place).",
            hint: didYouMean(near) ?? others, in: file,
            at: start.map { SourceSpan($0, $0 + wanted.count) } ?? top(file))
    }

    static func missingListed(_ path: String, as role: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "project/missing-file", "The file `\(path)`, listed here as \(role), does not exist.",
            hint: "Correct the path, or remove the entry.", in: file, at: span)
    }

    static func namelessTag(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/tag-without-name", "This file declares a custom tag without a name.",
            hint: #"Add `"tagName": "MyTag"`; scripts then use it as `MyTag:`."#, in: file, at: top(file))
    }

    static func unknownExport(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "project/nlu-export", "This file should hold intents and entities, but it has neither.",
            hint: "Export it again from the NLU core, or remove it.", in: file, at: top(file))
    }

    static func noStates(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "link/no-states", "The bot has no states, so it cannot answer anything.",
            hint: "Begin with `theme: /`, below it `state: Start`, below that `q!: hello` and `a: Hello!`.", in: file,
            at: top(file))
    }

    // MARK: Requires

    static func missingRequire(
        _ written: PlacedText, resolved: String, near: String?, home: FileHome, file: SourceFile
    ) -> Diagnostic {
        let folder = home.sourceFolder.isEmpty ? "" : home.sourceFolder + "/"
        let shown = near.map { $0.hasPrefix(folder) ? "/" + $0.dropFirst(folder.count) : $0 }
        let hint = didYouMean(shown) ?? "Paths count from the folder of this file, or from `src` with a first `/`."
        let diagnostic = Diagnostic(
            .error, "link/missing-file", "The file `\(written.text)` does not exist (looked for `\(resolved)`).",
            hint: hint, in: file, at: written.span)
        guard let near, let shown, near.lowercased() == resolved.lowercased() else { return diagnostic }
        return diagnostic.fixed("Write `\(shown)`", by: shown)
    }

    static func noMatchingFile(_ written: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/no-matching-file", "No file matches `\(written)`.",
            hint: "`*` stands for a part of one name, and `**` for any folders.", in: file, at: span)
    }

    static func outside(_ written: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/outside-project", "`\(written)` lies outside the bot's folder, so it is not read.",
            hint: "Copy the file into the bot, or give its folder as a library by `module`.", in: file, at: span)
    }

    static func longChain(_ limit: Int, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/require-chain", "More than \(limit) files require one another in a row here.",
            hint: "Require files from the entry point instead.", in: file, at: span)
    }

    static func unknownFileType(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/file-type", "A bot cannot use files like `\(path)`, so nothing of it is known.",
            hint: "`.sc`, `.js`, `.csv`, `.yaml` and `.json` files can be required.", in: file, at: span)
    }

    static func unknownRequireType(_ type: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/require-type", "There is no type `\(type)` of files.",
            hint: near.map { "Did you mean `\($0)`?" } ?? "Leave `type` out; the ending of the file's name says it.",
            in: file, at: span)
    }

    static func moduleNotRun(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link/es6-module", "`\(path)` is an ES6 module; its name is known, but its code is not run yet.",
            hint: "Code of `.js` files without `type` is run.", in: file, at: span)
    }

    static func dataWithoutVariable(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/data-without-variable", "`\(path)` is read, but no script can see it.",
            hint: "Add `var = name` one level deeper.", in: file, at: span)
    }

    static func namelessDictionary(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/data-without-variable", "`\(path)` is read, but nothing can name it.",
            hint: "Add `name = Cities` for patterns, and `var = $Cities` for scripts, one level deeper.", in: file,
            at: span)
    }

    static func unreadableInjector(_ parameter: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/injector", "The value of `\(parameter)` is no JSON object.",
            hint: #"Write one like `{"company": "Pizza"}`."#, in: file, at: span)
    }

    static func unknownInjection(_ expression: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/unknown-injection", "`{{\(expression)}}` names no text of the injector, so no file is read.",
            hint: "Set it below `injector:` in `chatbot.yaml`, and write `{{$injector.name}}`.", in: file, at: span)
    }

    // MARK: Libraries

    static func missingModule(_ name: String, isDependency: Bool, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let found = isDependency ? "The library `\(name)` is not at hand" : "There is no library `\(name)` at hand"
        return Diagnostic(
            .note, "link/missing-module", "\(found), so unknown names of the bot are taken to be its.",
            hint: "Put it into `modules/\(name)` in the bot's folder, or give `--module \(name)=FOLDER`.", in: file,
            at: span)
    }

    static func moduleNamesOnly(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link/module-names-only",
            "Of `\(name)` only the names are known: its patterns match nothing and its functions are missing.",
            hint:
                "A copy of it in `modules/\(name)` of the bot's folder, or `--module \(name)=FOLDER`, is used in full.",
            in: file, at: span)
    }

    static func unknownSystemModule(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(
            .warning, "link/unknown-module", "There is no system module `\(name)`.",
            hint: didYouMean(near) ?? "Put it into `modules/\(name)` in the bot's folder.", in: file, at: span)
    }

    static func noModuleData(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/no-module-data",
            "The names of `\(name)` cannot be checked: the language data was not found.",
            hint: "Set RINGBACK_DATA to the folder that holds `Grammars` of Ringback.", in: file, at: span)
    }

    static func unknownModuleFile(
        _ path: String, of module: String, near: String?, file: SourceFile, at span: SourceSpan
    )
        -> Diagnostic
    {
        Diagnostic(
            .warning, "link/unknown-module-file", "The library `\(module)` has no file `\(path)`.",
            hint: didYouMean(near) ?? "Nothing of it is known to the bot.", in: file, at: span)
    }

    // MARK: Dictionaries

    static func emptyDictionary(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/empty", "This dictionary has no rows.",
            hint: "A row is `id;word,another word;{\"name\": \"value\"}`.", in: file, at: top(file))
    }

    static func rowWithoutColumns(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/columns", "This row has one column, so nothing a caller says leads to it.",
            hint: "Columns are separated by `;`: `id;word,another word;value`.", in: file, at: span)
    }

    static func rowWithoutID(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/no-id", "This row has no id in its first column.",
            hint: "Give it one that no other row has.", in: file, at: span)
    }

    static func rowWithoutSynonyms(_ id: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/no-synonyms", "The row `\(id)` has no words, so nothing a caller says leads to it.",
            hint: "Put words into the second column, separated by commas.", in: file, at: span)
    }

    static func duplicateRecord(_ id: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/duplicate-id", "There is already a row with the id `\(id)`.",
            hint: "Scripts see the value of the last one only. Give this row another id.", in: file, at: span)
    }

    static func unclosedField(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/quote", "This field begins with a quote that is not closed on its line.",
            hint: "Close it, or remove the quote.", in: file, at: span)
    }

    static func brokenRecordValue(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/value", "This value looks like JSON but is none, so scripts see it as a text.",
            hint: "Keys and texts of JSON stand in double quotes, with commas between them.", in: file, at: span)
    }

    static func unknownDictionary(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/unknown-dictionary", "There is no dictionary `\(name)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Require a `.csv` file with `name = \(name)`.", in: file, at: span)
    }

    static func unknownEntity(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/unknown-entity", "The bot's NLU export has no entity `@\(name)`.",
            hint: near.map { "There is `@\($0)`; did you mean that?" }
                ?? "Create it in the NLU core and export again.", in: file, at: span)
    }
}
