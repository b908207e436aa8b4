import PatternMatching
import ScriptSyntax
import SourceText

/// Reads what stands in the states: triggers become rules, reaction tags become reactions.
struct StateReader {
    let outline: Outline
    var patterns: PatternCollector
    private(set) var states: [BotState] = []
    private(set) var rules: [Rule] = []
    private(set) var code: [CodeUnit] = []
    private(set) var diagnostics: [Diagnostic] = []
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

    private func place(_ tag: ScriptTag, in file: SourceFile) -> CodePlace {
        let position = file.position(at: tag.name.span.start)
        return CodePlace(file: file.path, line: position.line, column: position.column)
    }

    // MARK: Triggers

    private mutating func readTrigger(_ tag: ScriptTag, of draft: Outline.Draft, index: Int) {
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
    private mutating func origins(of tag: ScriptTag, in draft: Outline.Draft, leavesFromHere: Bool) -> [StatePath] {
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

    private mutating func target(_ toState: ScriptParameter?, in draft: Outline.Draft, index: Int) -> Rule.Target {
        guard let toState, let path = resolve(toState.value.text, at: toState.value.span, in: draft) else {
            return .state(index)
        }
        return indexByPath[path].map { .state($0) } ?? .theme(path)
    }

    /// The path that a written one means; an unknown one is reported.
    private mutating func resolve(_ written: String, at span: SourceSpan, in draft: Outline.Draft) -> StatePath? {
        if let path = StatePath.resolve(written, from: draft.path, exists: outline.exists) { return path }
        diagnostics.append(.unknownState(written, from: draft.path, known: outline.known, file: draft.file, at: span))
        return nil
    }

    // MARK: Reactions

    private mutating func readReactions(_ tags: [ScriptTag], of draft: Outline.Draft) -> [Reaction] {
        var reactions: [Reaction] = []
        var branches: [Reaction.Branch] = []
        func finishChoice() {
            if !branches.isEmpty { reactions.append(.choice(branches)) }
            branches = []
        }
        for tag in tags {
            switch tag.name.text {
            case "if":
                finishChoice()
                branches = [readBranch(tag, of: draft)]
            case "elseif", "else":
                if branches.isEmpty || branches.last?.condition == nil {
                    diagnostics.append(.elseWithoutIf(tag.name.text, file: draft.file, at: tag.span))
                }
                branches.append(readBranch(tag, of: draft))
            default:
                finishChoice()
                if let reaction = readReaction(tag, of: draft) { reactions.append(reaction) }
            }
        }
        finishChoice()
        return reactions
    }

    private mutating func readBranch(_ tag: ScriptTag, of draft: Outline.Draft) -> Reaction.Branch {
        var condition: CodeReference?
        if tag.name.text != "else" {
            let value = tag.value ?? PlacedText(text: "false", span: tag.span)
            if tag.value == nil {
                let expected = "A JavaScript expression, like `if: $session.tries > 2`."
                diagnostics.append(.missingValue(tag.name.text, expected: expected, file: draft.file, at: tag.span))
            }
            condition = withTemplates(of: draft) { $0.add(value.text, kind: .condition, at: value.span.start) }
        }
        return Reaction.Branch(
            condition: condition, reactions: readReactions(tag.tags, of: draft), place: place(tag, in: draft.file))
    }

    private mutating func readReaction(_ tag: ScriptTag, of draft: Outline.Draft) -> Reaction? {
        let place = place(tag, in: draft.file)
        switch tag.name.text {
        case "a": return readAnswer(tag, of: draft, place)
        case "script": return readScript(tag, of: draft, place)
        case "go": return readTransition(tag, of: draft, place)
        case "random": return .random(readReactions(tag.tags, of: draft))
        case "timeout": return readTimeout(tag, of: draft, place)
        case "image": return readMedia(tag, field: "imageUrl", of: draft, place)
        case "audio": return readMedia(tag, field: "audioUrl", of: draft, place)
        case "video": return readMedia(tag, field: "videoUrl", of: draft, place)
        case "buttons": return readButtons(tag, of: draft, place)
        case "state", "q", "event", "init", "patterns", "require": return nil
        default:
            let isKnown = TagNames.isKnown(tag)
            diagnostics.append(
                isKnown
                    ? .tagNotRunYet(tag.name.text, file: draft.file, at: tag.name.span)
                    : .unknownTag(tag, in: draft.file))
            return nil
        }
    }

    private mutating func readAnswer(_ tag: ScriptTag, of draft: Outline.Draft, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value else {
            diagnostics.append(
                .missingValue("a", expected: "What the bot says, like `a: Hello!`.", file: draft.file, at: tag.span))
            return nil
        }
        let text = withTemplates(of: draft) { $0.read(value, escapes: true) }
        let options = tag.parameters.map { parameter in
            (name: parameter.key.text, value: withTemplates(of: draft) { $0.read(parameter.value) })
        }
        return .answer(text, options: options, place)
    }

    private mutating func readScript(_ tag: ScriptTag, of draft: Outline.Draft, _ place: CodePlace) -> Reaction? {
        guard let block = tag.code else { return nil }
        let unit = CodeUnit(kind: .block, text: block.text, file: draft.file.path, firstLine: block.firstLine)
        return .script(withTemplates(of: draft) { $0.add(unit) }, place)
    }

    private mutating func readTransition(_ tag: ScriptTag, of draft: Outline.Draft, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value else {
            let expected = "A state's path, like `go!: /Order/Confirm`."
            diagnostics.append(
                .missingValue(tag.isBang ? "go!" : "go", expected: expected, file: draft.file, at: tag.span))
            return nil
        }
        return .transition(readPath(value, of: draft), isDeferred: !tag.isBang, place)
    }

    private mutating func readTimeout(_ tag: ScriptTag, of draft: Outline.Draft, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value, let interval = tag.parameter("interval")?.value ?? tag.parameters.first?.value
        else {
            let expected = "A state and a time, like `timeout: /TooLate || interval = \"10 seconds\"`."
            diagnostics.append(.missingValue("timeout", expected: expected, file: draft.file, at: tag.span))
            return nil
        }
        let target = readPath(value, of: draft)
        return .timeout(target, interval: withTemplates(of: draft) { $0.read(interval) }, place)
    }

    /// A path of a transition; one without `{{ }}` must exist.
    private mutating func readPath(_ value: PlacedText, of draft: Outline.Draft) -> Template {
        let template = withTemplates(of: draft) { $0.read(value) }
        if let constant = template.constant { _ = resolve(constant, at: value.span, in: draft) }
        return template
    }

    private mutating func readMedia(_ tag: ScriptTag, field: String, of draft: Outline.Draft, _ place: CodePlace)
        -> Reaction?
    {
        guard let value = tag.value else {
            let expected = "An address, like `\(tag.name.text): https://example.org/file`."
            diagnostics.append(.missingValue(tag.name.text, expected: expected, file: draft.file, at: tag.span))
            return nil
        }
        return .media(type: tag.name.text, field: field, withTemplates(of: draft) { $0.read(value) }, place)
    }

    private mutating func readButtons(_ tag: ScriptTag, of draft: Outline.Draft, _ place: CodePlace) -> Reaction? {
        var lines: [Template] = []
        for case .line(let line) in tag.items { lines.append(withTemplates(of: draft) { $0.read(line) }) }
        return .buttons(lines, place)
    }

    /// Lends the code list to a template reader of the draft's file.
    private mutating func withTemplates<Result>(of draft: Outline.Draft, _ body: (inout TemplateReader) -> Result)
        -> Result
    {
        var reader = TemplateReader(file: draft.file, code: code)
        code = []
        let result = body(&reader)
        code = reader.code
        return result
    }
}
