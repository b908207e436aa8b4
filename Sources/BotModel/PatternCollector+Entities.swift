import PatternMatching
import SourceText

// `@name` in patterns: what of it is found, and what is not.
extension PatternCollector {
    /// One note for the bot that names the entities which its patterns use and which nothing recognises, or only in part.
    func unfoundEntities() -> Diagnostic? {
        var first: (file: SourceFile, span: SourceSpan)?
        var unfound: [String] = []
        var inPart: [String] = []
        var seen: Set<String> = []
        for use in uses {
            for case (.recognized(let name), let start, let end) in use.tree.entityReferences
            where seen.insert(name).inserted {
                guard let reach = reach(of: name) else { continue }
                if reach == .nothing { unfound.append(name) } else { inPart.append(name) }
                let span = SourceSpan(use.text.fileOffset(of: start), use.text.fileOffset(of: end))
                first = first ?? (use.file, span)
            }
        }
        guard let first else { return nil }
        let lacksOwn = intents.entities.isEmpty && unfound.contains { !intents.knowsEntity($0) }
        return .unfoundEntities(
            unfound, inPart: inPart, own: lacksOwn ? intents.hasExport : nil, file: first.file, at: first.span)
    }

    private var intents: IntentCatalog { vocabulary.intents }

    private enum Reach { case nothing, words }

    /// What is found of an entity; `nil` for one that is found whole, and for one that has its own message.
    private func reach(of name: String) -> Reach? {
        guard let entity = intents.entity(named: name) else {
            let isReported = intents.isBroken || !intents.allowsAnyEntity
            return isReported && !intents.knowsEntity(name) ? nil : .nothing
        }
        guard entity.isEnabled, !entity.words.isEmpty else { return .nothing }
        return entity.records.contains { $0.kind == .pattern } ? .words : nil
    }
}
