import PatternMatching
import ScriptSyntax
import SourceText

/// Reads what stands in the states: triggers become rules, reaction tags become reactions.
struct StateReader {
    let outline: Outline
    var patterns: PatternCollector
    private(set) var states: [BotState] = []
    private(set) var rules: [Rule] = []
    var code: [CodeUnit] = []
    var diagnostics: [Diagnostic] = []
    private var indexByPath: [StatePath: Int] = [:]

    init(outline: Outline, patterns: PatternCollector) {
        self.outline = outline
        self.patterns = patterns
        for (index, draft) in outline.drafts.enumerated() where indexByPath[draft.path] == nil {
            indexByPath[draft.path] = index
        }
    }

    mutating func readAll() {
        for (index, draft) in outline.drafts.enumerated() {
            for tag in draft.tag.tags where ["q", "event"].contains(tag.name.text) {
                readTrigger(tag, of: draft, index: index)
            }
            let reactions = readReactions(draft.tag.tags, of: draft)
            states.append(
                BotState(
                    index: index, path: draft.path, keepsContext: isOn(draft.tag, "noContext"),
                    isModal: isOn(draft.tag, "modal"),
                    reactions: reactions, place: place(draft.tag, in: draft.file)))
        }
    }

    private func isOn(_ tag: ScriptTag, _ parameter: String) -> Bool {
        tag.parameters.contains { $0.key.text == parameter && $0.value.text == "true" }
    }

    func place(_ tag: ScriptTag, in file: SourceFile) -> CodePlace {
        let position = file.position(at: tag.name.span.start)
        return CodePlace(file: file.path, line: position.line, column: position.column)
    }

    // MARK: Triggers

    private mutating func readTrigger(_ tag: ScriptTag, of draft: DeclaredState, index: Int) {
        guard let value = tag.value else {
            let expected =
                tag.name.text == "q"
                ? "A pattern, like `q!: * call me back *`." : "An event's name, like `event: noMatch`."
            diagnostics.append(.missingValue(tag.name.text, expected: expected, file: draft.file, at: tag.span))
            return
        }
        let trigger: Rule.Trigger =
            tag.name.text == "q" ? .pattern(patterns.parse(value, in: draft.file)) : .event(value.text)
        let toState = tag.parameter("toState")
        for origin in origins(of: tag, in: draft, leavesFromHere: toState != nil) {
            rules.append(
                Rule(
                    index: rules.count, trigger: trigger, source: value.text, isGlobal: tag.isBang, owner: draft.path,
                    origin: origin, onlyThisState: isOn(tag, "onlyThisState"),
                    hasFromState: tag.parameter("fromState") != nil,
                    target: target(toState, in: draft, index: index), place: place(tag, in: draft.file)))
        }
    }

    /// The contexts from which a local rule is active (dsl.md 2.1.1): those of `fromState`, its own state with `toState`,
    /// else its parent.
    private mutating func origins(of tag: ScriptTag, in draft: DeclaredState, leavesFromHere: Bool) -> [StatePath] {
        guard let fromState = tag.parameter("fromState") else {
            return [leavesFromHere ? draft.path : draft.path.parent]
        }
        let written = fromState.value.text.trimmed
        let names =
            written.hasPrefix("[")
            ? written.dropFirst().dropLast().split(separator: ",").map { $0.trimmed.filter { $0 != "\"" && $0 != "'" } }
            : [written]
        return names.map { name in
            resolve(name, at: fromState.value.span, in: draft) ?? StatePath(name)
        }
    }

    private mutating func target(_ toState: ScriptParameter?, in draft: DeclaredState, index: Int) -> Rule.Target {
        guard let toState, let path = resolve(toState.value.text, at: toState.value.span, in: draft) else {
            return .state(index)
        }
        return indexByPath[path].map { .state($0) } ?? .theme(path)
    }

    /// The path that a written one means; an unknown one is reported.
    mutating func resolve(_ written: String, at span: SourceSpan, in draft: DeclaredState) -> StatePath? {
        if let path = StatePath.resolve(written, from: draft.path, exists: outline.exists) { return path }
        // A library that is not at hand may have it.
        guard !outline.vocabulary.libraries.areOpen else { return nil }
        diagnostics.append(.unknownState(written, from: draft.path, known: outline.known, file: draft.file, at: span))
        return nil
    }
}
