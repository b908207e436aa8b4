import ScriptSyntax
import SourceText

// What this room says about files: documents, and the configuration.
extension Diagnostic {
    static func top(_ file: SourceFile) -> SourceSpan { SourceSpan(0, min(file.bytes.count, file.line(1).utf8.count)) }

    static func listed(_ names: [String]) -> String {
        names.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + (names.count > 8 ? " …" : "")
    }

    static func didYouMean(_ near: String?) -> String? { near.map { "There is `\($0)`; did you mean that?" } }

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

    static func wrongValue(
        _ key: String, _ text: String, expected: String, near: String?, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "project/wrong-value", "`\(key)` should be \(expected), but here is `\(clipped(text))`.",
            hint: near.map { "Did you mean `\($0)`?" } ?? "Correct it, or remove the line: then the default is used.",
            in: file,
            at: span)
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

    static func noStates(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "link/no-states", "The bot has no states, so it cannot answer anything.",
            hint: "Begin with `theme: /`, below it `state: Start`, below that `q!: hello` and `a: Hello!`.", in: file,
            at: top(file))
    }
}
