import PatternMatching
import SourceText

// `@name` in patterns: what of it is found, and what is not.
extension PatternCollector {
    /// One note for the bot that names the entities which its patterns use and which nothing recognises.
    func unfoundEntities() -> Diagnostic? {
        var first: (file: SourceFile, span: SourceSpan)?
        var unfound: [String] = []
        var seen: Set<String> = []
        for use in uses {
            for case (.recognized(let name), let start, let end) in use.tree.entityReferences
            where seen.insert(name).inserted {
                guard isUnfound(name) else { continue }
                unfound.append(name)
                let span = SourceSpan(use.text.fileOffset(of: start), use.text.fileOffset(of: end))
                first = first ?? (use.file, span)
            }
        }
        guard let first else { return nil }
        let lacksOwn = intents.entities.isEmpty && unfound.contains { !intents.knowsEntity($0) }
        return .unfoundEntities(
            unfound, own: lacksOwn ? intents.hasExport : nil, file: first.file, at: first.span)
    }

    private var intents: IntentCatalog { vocabulary.intents }

    /// Whether nothing of an entity is found, and no other message says so.
    private func isUnfound(_ name: String) -> Bool {
        guard let entity = intents.entity(named: name) else {
            if SystemEntityName(name) != nil { return false }
            let isReported = intents.isBroken || !intents.allowsAnyEntity
            return !isReported || intents.knowsEntity(name)
        }
        return !entity.isEnabled || entity.words.isEmpty && entity.patterns.isEmpty
    }
}
