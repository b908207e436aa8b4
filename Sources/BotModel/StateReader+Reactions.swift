import ScriptSyntax
import SourceText

/// What a state does when it is entered, tag by tag.
extension StateReader {
    mutating func readReactions(_ tags: [ScriptTag], of draft: DeclaredState) -> [Reaction] {
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

    private mutating func readBranch(_ tag: ScriptTag, of draft: DeclaredState) -> Reaction.Branch {
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

    private mutating func readReaction(_ tag: ScriptTag, of draft: DeclaredState) -> Reaction? {
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
            let isKnown =
                TagCatalog.description(of: tag.name.text) != nil
                || outline.vocabulary.customTags[tag.name.text] != nil
            diagnostics.append(
                isKnown
                    ? .tagNotRunYet(tag.name.text, file: draft.file, at: tag.name.span)
                    : .unknownTag(tag, in: draft.file))
            return nil
        }
    }

    private mutating func readAnswer(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
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

    private mutating func readScript(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let block = tag.code else { return nil }
        let unit = CodeUnit(kind: .block, text: block.text, file: draft.file.path, firstLine: block.firstLine)
        return .script(withTemplates(of: draft) { $0.add(unit) }, place)
    }

    private mutating func readTransition(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value else {
            let expected = "A state's path, like `go!: /Order/Confirm`."
            diagnostics.append(
                .missingValue(tag.isBang ? "go!" : "go", expected: expected, file: draft.file, at: tag.span))
            return nil
        }
        return .transition(readPath(value, of: draft), isDeferred: !tag.isBang, place)
    }

    private mutating func readTimeout(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
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
    private mutating func readPath(_ value: PlacedText, of draft: DeclaredState) -> Template {
        let template = withTemplates(of: draft) { $0.read(value) }
        if let constant = template.constant { _ = resolve(constant, at: value.span, in: draft) }
        return template
    }

    private mutating func readMedia(_ tag: ScriptTag, field: String, of draft: DeclaredState, _ place: CodePlace)
        -> Reaction?
    {
        guard let value = tag.value else {
            let expected = "An address, like `\(tag.name.text): https://example.org/file`."
            diagnostics.append(.missingValue(tag.name.text, expected: expected, file: draft.file, at: tag.span))
            return nil
        }
        return .media(type: tag.name.text, field: field, withTemplates(of: draft) { $0.read(value) }, place)
    }

    private mutating func readButtons(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        var lines: [Template] = []
        for case .line(let line) in tag.items { lines.append(withTemplates(of: draft) { $0.read(line) }) }
        return .buttons(lines, place)
    }

    /// Lends the code list to a template reader of the draft's file.
    private mutating func withTemplates<Result>(of draft: DeclaredState, _ body: (inout TemplateReader) -> Result)
        -> Result
    {
        var reader = TemplateReader(file: draft.file, code: code)
        code = []
        let result = body(&reader)
        code = reader.code
        return result
    }
}
