import ScriptSyntax
import SourceText

/// Reads NLU exports in all shapes that the platform has written (dsl.md 8.6).
struct CatalogReader {
    private var intents: [Intent] = []
    private var exampleGroups: [Intent] = []
    private var entities: [EntityDeclaration] = []
    private var systemEntities: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Something of an export, or of a file of example groups, could not be read.
    private var isBroken = false
    private var hasBrokenExamples = false
    private var faultCounts: [String: Int] = [:]

    var catalog: IntentCatalog {
        IntentCatalog(
            intents: intents, entities: entities, exampleGroups: exampleGroups, systemEntities: systemEntities,
            isBroken: isBroken, hasBrokenExamples: hasBrokenExamples)
    }

    /// An export: an object with `intents` and `entities`, one with `classes`, or a list of entities or intents.
    mutating func readExport(_ file: SourceFile) {
        let known = diagnostics.count
        if let document = read(file) { use(document, of: file) }
        if diagnostics.count > known { isBroken = true }
        reportDuplicates(in: file)
    }

    private mutating func reportDuplicates(in file: SourceFile) {
        var first: [String: PlacedText] = [:]
        var count = 0
        for path in intents.filter({ $0.file == file.path }).map(\.path) {
            guard let earlier = first[path.text] else {
                first[path.text] = path
                continue
            }
            count += 1
            guard count <= Self.mostAlike else { return }
            diagnostics.append(
                Diagnostic.duplicateIntent(path, file: file)
                    .labelled("first declared here", in: file, at: earlier.span))
        }
    }

    /// An export that is there and cannot be read at all.
    mutating func missExport(_ fault: Diagnostic) {
        diagnostics.append(fault)
        isBroken = true
    }

    /// A file of `exampleGroups`; `nil` for one that is not there, which was reported.
    mutating func readExampleGroups(_ file: SourceFile?) {
        let known = diagnostics.count
        if let file, let document = read(file) { exampleGroups += intents(in: document, of: file) }
        if file == nil || diagnostics.count > known { hasBrokenExamples = true }
    }

    private mutating func use(_ document: DataValue, of file: SourceFile) {
        if case .list(let elements) = document.kind {
            guard elements.contains(where: { !$0.members.isEmpty }) else {
                return diagnostics.append(.unknownExport(file))
            }
            let isOfIntents = elements.contains { $0["path"] != nil }
            if isOfIntents { intents += elements.compactMap { intent($0, of: file) } }
            if !isOfIntents { entities += elements.compactMap { entity($0, of: file) } }
        } else if ["intents", "classes", "entities"].contains(where: { document[$0] != nil }) {
            intents += intents(in: document, of: file)
            entities += objects("entities", of: "export", in: document, file).compactMap { entity($0, of: file) }
            systemEntities.formUnion(document["enabledSystemEntities"]?.texts.map(\.text) ?? [])
        } else {
            diagnostics.append(.unknownExport(file))
        }
    }

    private mutating func read(_ file: SourceFile) -> DataValue? {
        let (document, faults) = JSONReader.read(file)
        diagnostics += faults
        return document
    }

    private static let mostAlike = 20

    /// Tells a fault; more of one kind than twenty say the same again.
    mutating func add(_ fault: Diagnostic, _ kind: String) {
        faultCounts[kind, default: 0] += 1
        if faultCounts[kind, default: 0] <= Self.mostAlike { diagnostics.append(fault) }
    }

    // MARK: Intents

    private mutating func intents(in document: DataValue, of file: SourceFile) -> [Intent] {
        let entries =
            objects("intents", of: "export", in: document, file) + objects("classes", of: "export", in: document, file)
        return entries.compactMap { intent($0, of: file) }
    }

    private mutating func intent(_ value: DataValue, of file: SourceFile) -> Intent? {
        guard let path = name("path", of: "intent", in: value, file) else { return nil }
        let rules = value["classificationRules"].map { objects("refs", of: "intent", in: $0, file) } ?? []
        return Intent(
            path: PlacedText(text: IntentCatalog.normalised(path.text), span: path.span), file: file.path,
            isEnabled: flag("enabled", of: "intent", in: value, file)
                ?? !(flag("disabled", of: "intent", in: value, file) ?? false),
            phrases: texts("phrases", of: "intent", in: value, file),
            patterns: texts("patterns", of: "intent", in: value, file), rules: rules.compactMap { rule($0, of: file) },
            slots: objects("slots", of: "intent", in: value, file).compactMap { slot($0, of: file) },
            answer: value["answer"]?.text,
            customData: value["customData"].flatMap { $0.isNull ? nil : $0.text ?? $0.json },
            priority: value["priority"]?.whole ?? 0)
    }

    private mutating func rule(_ value: DataValue, of file: SourceFile) -> Intent.EntityRule? {
        guard let name = text("entityName", of: "rule", in: value, file)?.text else { return nil }
        return Intent.EntityRule(
            entity: name.hasPrefix("@") ? String(name.dropFirst()) : name,
            isWanted: value["predicate"]?.text != "CONTAINS_NOT")
    }

    private mutating func slot(_ value: DataValue, of file: SourceFile) -> Intent.Slot? {
        guard let name = text("name", of: "slot", in: value, file),
            let entity = text("entity", of: "slot", in: value, file)
        else { return nil }
        return Intent.Slot(
            name: name, entity: entity, isRequired: flag("required", of: "slot", in: value, file) ?? false,
            isArray: flag("array", of: "slot", in: value, file) ?? false,
            prompts: oneOrMore("prompts", of: "slot", in: value, file).map(\.text))
    }

    // MARK: Entities

    private mutating func entity(_ value: DataValue, of file: SourceFile) -> EntityDeclaration? {
        let head = value["entity"] ?? value
        guard let name = name("name", of: "entity", in: head, file) else { return nil }
        return EntityDeclaration(
            name: name, file: file.path, isEnabled: flag("enabled", of: "entity", in: head, file) ?? true,
            isLiteral: head["noMorph"]?.flag ?? false, isOfClients: head["client"]?.flag ?? false,
            isFuzzy: head["fuzzySearch"]?.flag ?? false,
            records: objects("records", of: "entity", in: value, file).map { record($0, of: file) })
    }

    private mutating func record(_ value: DataValue, of file: SourceFile) -> EntityDeclaration.Record {
        EntityDeclaration.Record(
            kind: value["type"]?.text == "pattern" ? .pattern : .synonyms,
            rules: oneOrMore("rule", of: "record", in: value, file),
            value: value["value"].flatMap { $0.isNull || $0.text == "" ? nil : $0.text ?? $0.json })
    }
}
