import JavaScriptTokens
import ScriptSyntax
import SourceText

/// What a state does when it is entered, tag by tag.
extension StateReader {
    /// - Parameter isNested: below `if:` or `random:`, where triggers and states have no place.
    mutating func readReactions(_ tags: [ScriptTag], of draft: DeclaredState, isNested: Bool = true) -> [Reaction] {
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
                reactions += readReaction(tag, of: draft, isNested: isNested)
            }
        }
        finishChoice()
        return reactions
    }

    private mutating func readBranch(_ tag: ScriptTag, of draft: DeclaredState) -> Reaction.Branch {
        var condition: CodeReference?
        if tag.name.text != "else" {
            // A missing one is the syntax's to tell.
            let value = tag.value ?? PlacedText(text: "false", span: tag.span)
            condition = withTemplates(of: draft) { $0.add(value.text, kind: .condition, at: value.span.start) }
        }
        if tag.tags.isEmpty { diagnostics.append(.emptyBranch(tag.name.text, file: draft.file, at: tag.span)) }
        return Reaction.Branch(
            condition: condition, reactions: readReactions(tag.tags, of: draft), place: place(tag, in: draft.file))
    }

    private mutating func readReaction(_ tag: ScriptTag, of draft: DeclaredState, isNested: Bool) -> [Reaction] {
        let name = tag.name.text
        if isNested, name == "state" || Self.triggerNames.contains(name) {
            let expected = "Move it out: it belongs directly below a `state:`."
            diagnostics.append(.misplacedTag(name, expected: expected, file: draft.file, at: tag.span))
            return []
        }
        if name != "state", !Self.triggerNames.contains(name) { check(tag, of: draft) }
        if let kind = TagCatalog.description(of: name)?.kind {
            return kind == .action ? readAction(tag, of: draft) : [readPlain(tag, of: draft)].compactMap(\.self)
        }
        if let custom = customTags[name] { return [call(custom, tag, of: draft)] }
        return readUnknown(tag, of: draft)
    }

    /// A tag that nobody has declared. Where it is surely a slip in the name of one of the bot's own tags, it is read as that.
    private mutating func readUnknown(_ tag: ScriptTag, of draft: DeclaredState) -> [Reaction] {
        let name = tag.name.text
        let near =
            TagCatalog.isActionName(name)
            ? Spelling.near(name, among: customTags.keys.sorted() + TagCatalog.names, most: 2)
            : [TagCatalog.suggestion(for: name)].compactMap(\.self)
        let isOwn = near.first.map { customTags[$0] != nil } ?? false
        let fault = Diagnostic.unknownTag(tag, near: near.first, isOwn: isOwn, file: draft.file)
        // A tag that needs a value is not meant where none stands.
        let needsValue = near.first.flatMap { TagCatalog.description(of: $0) }?.requiresValue ?? false
        let isSure = near.count == 1 && !(needsValue && tag.value == nil)
        diagnostics.append(isSure ? fault.corrected(name, to: near[0]) : fault)
        guard near.count == 1, Spelling.isSlip(name, of: near[0]), let custom = customTags[near[0]] else { return [] }
        return [call(custom, tag, of: draft)]
    }

    private mutating func readPlain(_ tag: ScriptTag, of draft: DeclaredState) -> Reaction? {
        let place = place(tag, in: draft.file)
        switch tag.name.text {
        case "a": return readAnswer(tag, of: draft, place)
        case "script": return readScript(tag, of: draft, place)
        case "scriptEs6": return readModernScript(tag, of: draft, place)
        case "go": return readTransition(tag, of: draft, place)
        case "random": return .random(readReactions(tag.tags, of: draft))
        case "timeout": return readTimeout(tag, of: draft, place)
        case "image": return readMedia(tag, field: "imageUrl", of: draft, place)
        case "audio": return readMedia(tag, field: "audioUrl", of: draft, place)
        case "video": return readMedia(tag, field: "videoUrl", of: draft, place)
        case "buttons", "inlineButtons": return readButtons(tag, of: draft, place)
        case "newSession": return readNewSession(tag, of: draft, place)
        case "theme":
            let expected = "Themes stand at the margin of a file, not in a state."
            diagnostics.append(.misplacedTag("theme", expected: expected, file: draft.file, at: tag.span))
            return nil
        default: return nil
        }
    }

    private mutating func readAnswer(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value else {
            diagnostics.append(.emptyAnswer(file: draft.file, at: tag.span))
            return nil
        }
        let text = readTemplate(value, of: draft, escapes: true)
        return .answer(text, options: readOptions(tag, of: draft), place)
    }

    /// What stands after `||`; of two of one name the first counts.
    private mutating func readOptions(_ tag: ScriptTag, of draft: DeclaredState) -> [(name: String, value: Template)] {
        var seen: Set<String> = []
        let first = tag.parameters.filter { seen.insert($0.key.text).inserted }
        return first.map { (name: $0.key.text, value: readTemplate($0.value, of: draft)) }
    }

    private mutating func readScript(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let block = tag.code else { return nil }
        return .script(addBlock(block, of: draft), place)
    }

    private mutating func addBlock(
        _ block: ScriptCode, as kind: CodeUnit.Kind = .block, of draft: DeclaredState
    ) -> CodeReference {
        let unit = CodeUnit(kind: kind, text: block.text, file: draft.file.path, firstLine: block.firstLine)
        return withTemplates(of: draft) { $0.add(unit) }
    }

    /// `scriptEs6:` is a script like any other, but may wait for promises.
    private mutating func readModernScript(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let block = tag.code else { return nil }
        let kind = ModuleImport.waits(block.text) ? CodeUnit.Kind.waitingBlock : .block
        return .script(addBlock(block, as: kind, of: draft), place)
    }

    private mutating func readTransition(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value else { return nil }
        return .transition(readPath(value, of: draft), isDeferred: !tag.isBang, place)
    }

    private mutating func readTimeout(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        guard let value = tag.value else { return nil }
        guard let interval = tag.parameter("interval")?.value else {
            diagnostics.append(.missingInterval(file: draft.file, at: tag.span))
            return nil
        }
        let target = readPath(value, of: draft)
        let time = readTemplate(interval, of: draft)
        if let constant = time.constant, TimeoutInterval.seconds(in: constant) == nil {
            diagnostics.append(.noInterval(constant, file: draft.file, at: interval.span))
        }
        return .timeout(target, interval: time, place)
    }

    private mutating func readMedia(_ tag: ScriptTag, field: String, of draft: DeclaredState, _ place: CodePlace)
        -> Reaction?
    {
        guard let value = tag.value else { return nil }
        let options = readOptions(tag, of: draft)
        return .media(
            type: tag.name.text, field: field, readTemplate(value, of: draft), options: options, place)
    }

    /// `newSession:` (dsl.md 2.2.11): what its parameters hold is put where scripts find it, then the talk begins anew.
    private mutating func readNewSession(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        func code(_ name: String) -> String? { tag.given(name).map { TemplateCode.value(of: $0.text) } }
        let begin = [
            code("client").map { "$client = \($0);" }, "$session = \(code("session") ?? "{}");",
            "$request.data = \(code("data") ?? "{}");", code("message").map { "$request.query = String(\($0));" },
        ].compactMap(\.self).joined(separator: " ")
        let unit = CodeUnit(kind: .block, text: begin, file: draft.file.path, firstLine: place.line)
        let message = tag.given("message").map { readTemplate($0, of: draft) }
        return .newSession(begin: withTemplates(of: draft) { $0.add(unit) }, message: message, place)
    }
}
