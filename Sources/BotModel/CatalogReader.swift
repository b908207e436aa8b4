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
            guard count <= Self.mostNameless else { return }
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
            entities += list("entities", in: document, of: file).compactMap { entity($0, of: file) }
            systemEntities.formUnion(document["enabledSystemEntities"]?.texts.map(\.text) ?? [])
        } else {
            diagnostics.append(.unknownExport(file))
        }
    }

    /// The elements of a list; none where something else stands, which is reported.
    private mutating func list(_ key: String, in document: DataValue, of file: SourceFile) -> [DataValue] {
        guard let value = document[key], !value.isNull else { return [] }
        guard case .list(let elements) = value.kind else {
            diagnostics.append(.wrongExport(key, found: value, file: file))
            return []
        }
        return elements
    }

    private mutating func read(_ file: SourceFile) -> DataValue? {
        let (document, faults) = JSONReader.read(file)
        diagnostics += faults
        return document
    }

    /// More entries without a name than this say the same again.
    private static let mostNameless = 20
    private var nameless = 0

    private mutating func missName(_ key: String, _ entry: String, _ value: DataValue, of file: SourceFile) {
        nameless += 1
        guard nameless <= Self.mostNameless else { return }
        diagnostics.append(.namelessEntry(entry, key: key, file: file, at: value.span.start))
    }

    // MARK: Intents

    private mutating func intents(in document: DataValue, of file: SourceFile) -> [Intent] {
        let entries = list("intents", in: document, of: file) + list("classes", in: document, of: file)
        return entries.compactMap { intent($0, of: file) }
    }

    private mutating func intent(_ value: DataValue, of file: SourceFile) -> Intent? {
        guard let path = value["path"]?.placed else {
            missName("path", "intent", value, of: file)
            return nil
        }
        return Intent(
            path: PlacedText(text: IntentCatalog.normalised(path.text), span: path.span), file: file.path,
            isEnabled: value["enabled"]?.flag ?? !(value["disabled"]?.flag ?? false),
            phrases: phrases(value["phrases"]), patterns: phrases(value["patterns"]),
            rules: (value["classificationRules"]?["refs"]?.elements ?? []).compactMap(rule),
            slots: (value["slots"]?.elements ?? []).compactMap(slot), answer: value["answer"]?.text,
            customData: value["customData"].flatMap { $0.isNull ? nil : $0.text ?? $0.json },
            priority: value["priority"]?.whole ?? 0)
    }

    private func rule(_ value: DataValue) -> Intent.EntityRule? {
        guard let name = value["entityName"]?.text else { return nil }
        return Intent.EntityRule(
            entity: name.hasPrefix("@") ? String(name.dropFirst()) : name,
            isWanted: value["predicate"]?.text != "CONTAINS_NOT")
    }

    /// Texts, or objects with `text`.
    private func phrases(_ value: DataValue?) -> [PlacedText] {
        (value?.elements ?? []).compactMap { $0.placed ?? $0["text"]?.placed }
    }

    private func slot(_ value: DataValue) -> Intent.Slot? {
        guard let name = value["name"]?.placed, let entity = value["entity"]?.placed else { return nil }
        return Intent.Slot(
            name: name, entity: entity, isRequired: value["required"]?.flag ?? false,
            isArray: value["array"]?.flag ?? false, prompts: value["prompts"]?.texts.map(\.text) ?? [])
    }

    // MARK: Entities

    private mutating func entity(_ value: DataValue, of file: SourceFile) -> EntityDeclaration? {
        let head = value["entity"] ?? value
        guard let name = head["name"]?.placed else {
            missName("name", "entity", value, of: file)
            return nil
        }
        return EntityDeclaration(
            name: name, file: file.path, isEnabled: head["enabled"]?.flag ?? true,
            isLiteral: head["noMorph"]?.flag ?? false, isOfClients: head["client"]?.flag ?? false,
            isFuzzy: head["fuzzySearch"]?.flag ?? false,
            records: (value["records"]?.elements ?? []).map(record))
    }

    private func record(_ value: DataValue) -> EntityDeclaration.Record {
        EntityDeclaration.Record(
            kind: value["type"]?.text == "pattern" ? .pattern : .synonyms, rules: value["rule"]?.texts ?? [],
            value: value["value"].flatMap { $0.isNull || $0.text == "" ? nil : $0.text ?? $0.json })
    }
}
