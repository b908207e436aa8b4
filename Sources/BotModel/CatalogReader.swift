import ScriptSyntax
import SourceText

/// Reads NLU exports in all shapes that the platform has written (dsl.md 8.6).
struct CatalogReader {
    private var intents: [Intent] = []
    private var exampleGroups: [Intent] = []
    private var entities: [EntityDeclaration] = []
    private var systemEntities: Set<String> = []
    private(set) var diagnostics: [Diagnostic] = []

    var catalog: IntentCatalog {
        IntentCatalog(
            intents: intents, entities: entities, exampleGroups: exampleGroups, systemEntities: systemEntities)
    }

    /// An export: an object with `intents` and `entities`, one with `classes`, or a list of entities.
    mutating func readExport(_ file: SourceFile) {
        guard let document = read(file) else { return }
        switch document.kind {
        case .object:
            intents += intents(in: document, of: file)
            entities += (document["entities"]?.elements ?? []).compactMap { entity($0, of: file) }
            systemEntities.formUnion(document["enabledSystemEntities"]?.texts.map(\.text) ?? [])
        case .list(let elements):
            entities += elements.compactMap { entity($0, of: file) }
        default:
            diagnostics.append(.unknownExport(file))
        }
    }

    /// A file of `exampleGroups`.
    mutating func readExampleGroups(_ file: SourceFile) {
        guard let document = read(file) else { return }
        exampleGroups += intents(in: document, of: file)
    }

    private mutating func read(_ file: SourceFile) -> DataValue? {
        let (document, faults) = JSONReader.read(file)
        diagnostics += faults
        return document
    }

    // MARK: Intents

    private func intents(in document: DataValue, of file: SourceFile) -> [Intent] {
        let entries = (document["intents"]?.elements ?? []) + (document["classes"]?.elements ?? [])
        return entries.compactMap { intent($0, of: file) }
    }

    private func intent(_ value: DataValue, of file: SourceFile) -> Intent? {
        guard let path = value["path"]?.placed else { return nil }
        return Intent(
            path: PlacedText(text: IntentCatalog.normalised(path.text), span: path.span), file: file.path,
            isEnabled: value["enabled"]?.flag ?? !(value["disabled"]?.flag ?? false),
            phrases: phrases(value["phrases"]), patterns: phrases(value["patterns"]),
            hasRules: value["classificationRules"]?["refs"]?.elements.isEmpty == false,
            slots: (value["slots"]?.elements ?? []).compactMap(slot), answer: value["answer"]?.text,
            customData: value["customData"].flatMap { $0.isNull ? nil : $0.text ?? $0.json },
            priority: value["priority"]?.whole ?? 0)
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

    private func entity(_ value: DataValue, of file: SourceFile) -> EntityDeclaration? {
        let head = value["entity"] ?? value
        guard let name = head["name"]?.placed else { return nil }
        return EntityDeclaration(
            name: name, file: file.path, isEnabled: head["enabled"]?.flag ?? true,
            isLiteral: head["noMorph"]?.flag ?? false, isFuzzy: head["fuzzySearch"]?.flag ?? false,
            records: (value["records"]?.elements ?? []).map(record))
    }

    private func record(_ value: DataValue) -> EntityDeclaration.Record {
        EntityDeclaration.Record(
            kind: value["type"]?.text == "pattern" ? .pattern : .synonyms, rules: value["rule"]?.texts ?? [],
            value: value["value"].flatMap { $0.isNull ? nil : $0.text ?? $0.json })
    }
}
