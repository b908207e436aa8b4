import BotModel
import PatternMatching
import ScriptSyntax
import SourceText

/// A named pattern that nothing in the bot uses.
///
/// ```
/// patterns:
///     $yes = (yes|sure)          # good: `q: $yes` uses it
///     $yess = (yes|of course)    # bad: nobody mentions it
/// ```
/// A mention in any text of the code counts too, since `$nlp.matchPatterns` takes patterns as text. Nothing is said of a file of patterns that is
/// not used at all.
package enum UnusedPattern: Check {
    package static let code = "check/unused-pattern"
    package static let summary = "A named pattern that no trigger, pattern or script uses."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let elsewhere = usedOutsidePatterns(in: bot)
        var used = elsewhere
        for pattern in bot.sources.patterns {
            used.formUnion(mentioned(in: pattern.tree).filter { $0 != pattern.name })
        }
        let libraries = idleLibraries(in: bot, elsewhere)
        // Of several with one name the last one counts, and `link/duplicate-pattern` tells of the others.
        let last = Dictionary(bot.sources.patterns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { $1 })
        let unused = bot.sources.patterns.enumerated().filter { number, pattern in
            // One without a body is the parser's to tell.
            !used.contains(pattern.name) && last[pattern.name] == number && !libraries.contains(pattern.file.path)
                && !pattern.definition.body.text.isEmpty
        }.map(\.element)
        return Dictionary(grouping: unused, by: \.file.path).values.flatMap { patterns in
            patterns.count > listedSingly ? [finding(patterns)] : patterns.map(finding)
        }
    }

    /// A file with more unused patterns is a library that was taken over whole: one note is enough.
    private static let listedSingly = 8

    /// What triggers, code and data name.
    private static func usedOutsidePatterns(in bot: CheckedBot) -> Set<String> {
        var used: Set<String> = []
        for trigger in bot.survey.triggers { if let tree = trigger.pattern { used.formUnion(mentioned(in: tree)) } }
        for script in bot.survey.scripts { used.formUnion(mentioned(in: script)) }
        for text in examples(in: bot) { used.formUnion(mentioned(in: text)) }
        // A system module may use its own pattern that the bot declares anew.
        return used.union(bot.bot.vocabulary.libraries.patterns)
    }

    /// Files of nothing but patterns of which not one is used in another file: they were taken over whole, for later.
    private static func idleLibraries(in bot: CheckedBot, _ elsewhere: Set<String>) -> Set<String> {
        var libraries = Set(bot.sources.trees.filter { !$0.items.contains(where: isOfDialog) }.map(\.source.path))
        let files = Dictionary(bot.sources.patterns.map { ($0.name, $0.file.path) }, uniquingKeysWith: { $1 })
        for name in elsewhere { if let file = files[name] { libraries.remove(file) } }
        for pattern in bot.sources.patterns {
            for name in mentioned(in: pattern.tree) {
                if let file = files[name], file != pattern.file.path { libraries.remove(file) }
            }
        }
        return libraries
    }

    private static func isOfDialog(_ item: ScriptItem) -> Bool {
        guard case .tag(let tag) = item else { return false }
        return ["theme", "state"].contains(tag.name.text) || tag.isTrigger
    }

    private static func mentioned(in tree: PatternTree) -> [String] {
        let dictionaries = tree.entityReferences.compactMap { reference in
            if case .dictionary(let name) = reference.entity { name } else { nil }
        }
        return mentioned(in: tree.source) + dictionaries
    }

    /// The `$Name`s in the strings of a piece of code.
    private static func mentioned(in script: CodePiece) -> [String] {
        script.tokens.indices.flatMap { token -> [String] in
            let place = script.tokens[token]
            guard place.kind == .string || place.isTemplate else { return [] }
            guard script.file.bytes[place.start..<place.end].contains(.dollar) else { return [] }
            return mentioned(in: script.text(token))
        }
    }

    private static func mentioned(in text: String) -> [String] {
        guard text.utf8.contains(.dollar) else { return [] }
        return text.split(separator: "$", omittingEmptySubsequences: false).dropFirst().map { rest in
            String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }

    /// Phrases and patterns of `e:` tags, of NLU exports, and `allowedPatterns` of `chatbot.yaml`.
    private static func examples(in bot: CheckedBot) -> [String] {
        let catalog = bot.bot.intents
        let tags = bot.survey.triggers.filter { $0.tag.name.text == "e" }.compactMap { $0.tag.value?.text }
        let intents = (catalog.intents + catalog.exampleGroups).flatMap { ($0.patterns + $0.phrases).map(\.text) }
        let entities = catalog.entities.flatMap { $0.records.flatMap { $0.rules.map(\.text) } }
        return tags + intents + entities + [bot.bot.files["chatbot.yaml"]?.text ?? ""]
    }

    private static func finding(_ pattern: DeclaredPattern) -> Diagnostic {
        Diagnostic(
            .note, code, "Nothing uses the pattern `$\(pattern.name)`.",
            hint: "Remove it, or use it: `q: * $\(pattern.name) *`.", in: pattern.file, at: pattern.definition.name.span
        )
    }

    private static func finding(_ patterns: [DeclaredPattern]) -> Diagnostic {
        let names = patterns.prefix(listedSingly).map { "`$\($0.name)`" }.joined(separator: ", ")
        return Diagnostic(
            .note, code, "Nothing uses \(patterns.count) patterns of this file: \(names) …",
            hint: "Remove them, or use them in a trigger.", in: patterns[0].file,
            at: patterns[0].definition.name.span)
    }
}
