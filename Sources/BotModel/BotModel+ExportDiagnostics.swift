import ScriptSyntax
import SourceText

// What this room says about NLU exports, and about the intents, examples and entities that states name.
extension Diagnostic {
    // MARK: The files

    static func unknownExport(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, "project/nlu-export", "This file should hold intents and entities, but it is no export of them.",
            hint: "Export it again from the NLU core, or remove it.", in: file, at: top(file))
    }

    static func duplicateIntent(_ path: PlacedText, file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "project/duplicate-intent", "There is already an intent `\(clipped(path.text))` in this export.",
            hint: "States that name it mean the first one. Rename one in the NLU core, and export again.", in: file,
            at: path.span)
    }

    static func wrongExport(
        _ key: String, of entry: String, wanted: String, found value: DataValue, file: SourceFile
    ) -> Diagnostic {
        let found = if case .object = value.kind { "an object in `{ }`" } else { value.description }
        return Diagnostic(
            .warning, "project/nlu-export", "`\(key)` of this \(entry) should be \(wanted), but here is \(found).",
            hint: "Correct it, or export it again from the NLU core.", in: file,
            at: SourceSpan(value.span.start, value.span.start + 1))
    }

    static func namelessEntry(_ entry: String, key: String, file: SourceFile, at start: Int) -> Diagnostic {
        Diagnostic(
            .warning, "project/nlu-export", "This \(entry) has no `\(key)`, so nothing can name it.",
            hint:
                "Add `\"\(key)\": \(entry == "intent" ? "\"/Order\"" : "\"City\"")`, or export it again from the NLU core.",
            in: file, at: SourceSpan(start, start + 1))
    }

    // MARK: What states name

    static func unknownIntent(_ name: String, isGroup: Bool, near: String?, file: SourceFile, at span: SourceSpan)
        -> Diagnostic
    {
        let what = isGroup ? "There is no intent at or below `\(name)`" : "There is no intent `\(name)`"
        return Diagnostic(
            .warning, "link/unknown-intent", what + " in the bot's NLU export.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Correct the path, or export the intents of the project again.",
            in: file, at: span)
    }

    static func noIntents(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link/no-intents", "The bot uses intents, but no export of them is at hand, so none is recognised.",
            hint: "Put the NLU export of the project (`caila_import.json`) beside `chatbot.yaml`.", in: file, at: span)
    }

    static func unknownExampleGroup(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic
    {
        Diagnostic(
            .warning, "link/unknown-examples", "There is no group of examples `\(name)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "`A.B` is the group `/A/B` of the files under `exampleGroups` in `chatbot.yaml`.",
            in: file, at: span)
    }

    static func noExampleGroups(file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link/no-examples", "The bot uses groups of examples, but no file of them is at hand.",
            hint: "List it under `exampleGroups` in `chatbot.yaml`.", in: file, at: span)
    }

    static func unknownEntity(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "link/unknown-entity", "The bot's NLU export has no entity `@\(name)`.",
            hint: near.map { "There is `@\($0)`; did you mean that?" }
                ?? "Create it in the NLU core and export again.", in: file, at: span)
    }

    /// - Parameters:
    ///   - names: what is not recognised at all.
    ///   - own: whether one of the bot's own is not recognised since no export declares it; then whether there is an export.
    static func unfoundEntities(
        _ names: [String], own hasExport: Bool?, file: SourceFile, at span: SourceSpan
    ) -> Diagnostic {
        let usual = "Write what callers say beside it, like `(@\(names.first ?? "name")|one|two)`."
        let hint =
            switch hasExport {
            case nil: usual
            case true?: "The bot's NLU export has no entities. Create them in the NLU core and export again."
            case false?:
                "Put the bot's NLU export (`caila_import.json`) beside `chatbot.yaml`: the words of its entities are found."
            }
        return Diagnostic(
            .note, "link/unfound-entities",
            "Nothing is recognised yet as \(listed(names.map { "@" + $0 })), so a pattern that needs that never matches.",
            hint: hint, in: file, at: span)
    }
}
