import ScriptSyntax
import SourceText

// What this room says about requires: files, their types, the injector, libraries.
extension Diagnostic {
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

    static func severalFiles(_ names: [String], file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/missing-file",
            "A `require:` names one file, so `\(clipped(names.joined(separator: ", ")))` is not found.",
            hint: "Write a line for each: `require: \(names[0])`, below it `require: \(names[1])`.", in: file, at: span)
    }

    /// - Parameter path: what stands before the parameter.
    static func parameterOnLine(_ name: String, _ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/missing-file", "All of this line is read as the name of a file, and there is none like that.",
            hint: "Write `require: \(path)`, and `\(name) = …` on a line of its own, one level deeper.", in: file,
            at: span)
    }

    static func backslashes(_ path: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        let right = path.replacing("\\", with: "/")
        return Diagnostic(
            .error, "link/missing-file", "The file `\(path)` does not exist.",
            hint: "Folders are separated by `/`, not by `\\`: write `\(right)`.", in: file, at: span
        )
        .fixed("Write `\(right)`", by: right)
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

    static func importedPackage(_ name: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/package", "`\(name)` is a package of node_modules, and a bot here has only its own files.",
            hint:
                "The bot is loaded as if it were there; a script that gets to it fails. `./file.js` imports a file of the bot.",
            in: file, at: span)
    }

    static func missingImport(
        _ name: String, resolved: String, near: String?, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "link/missing-file", "The module `\(name)` does not exist (looked for `\(resolved)`).",
            hint: didYouMean(near) ?? "Write the whole name of the file, with `./` before it and `.js` at its end.",
            in: file, at: span)
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

    static func namesOnly(_ path: String, of module: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link/module-names-only",
            "Of `\(path)` in `\(module)` only the names are known: its patterns match nothing and its functions are missing.",
            hint:
                "`make deps` makes what the library takes from data; a copy in `modules/\(module)` of the bot's folder is used in full, too.",
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
}
