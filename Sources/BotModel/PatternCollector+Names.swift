import PatternMatching
import ScriptSyntax
import SourceText

/// Names in patterns that nothing declares.
extension PatternCollector {
    /// All mistakes, those about undeclared names too.
    ///
    /// - Parameter project: where the names of system modules are looked up; only a bot with mistakes needs them.
    func checked(in project: Project) -> [Diagnostic] {
        lazy var known = NameBook(
            definitions.keys.sorted() + dictionaries.sorted() + vocabulary.libraries.patterns.sorted())
        lazy var shelf = SystemShelf(project)
        var required: Set<RequiredFile> = []
        var found = diagnostics + [unfoundEntities()].compactMap(\.self)
        for use in uses {
            for (name, start, end) in undefinedPatterns(of: use.tree) {
                let span = SourceSpan(use.text.fileOffset(of: start), use.text.fileOffset(of: end))
                let near = known.near(name).map { "$" + $0 }
                let fault = Diagnostic.undefinedPattern(name, near: near, file: use.file, at: span)
                found.append(requiring(shelf.homes(of: name), for: fault, in: use.file, &required))
            }
            for (entity, start, end) in unknownEntities(of: use.tree) {
                let span = SourceSpan(use.text.fileOffset(of: start), use.text.fileOffset(of: end))
                found.append(unknown(entity, in: use.file, at: span))
            }
        }
        return found
    }

    /// A `require` that a fix adds; one fix in a file is enough for all names of it.
    private struct RequiredFile: Hashable {
        let home: SystemShelf.Home
        let file: String
    }

    /// Says which `require` is missing, and adds it where there is one only and no name of the bot's own is nearly the same.
    private func requiring(
        _ homes: [SystemShelf.Home], for fault: Diagnostic, in file: SourceFile, _ required: inout Set<RequiredFile>
    ) -> Diagnostic {
        guard let home = homes.first, fault.fixIts.isEmpty else { return fault }
        let told = fault.requiring(homes)
        let isOwn = !file.path.hasPrefix("modules/") && !file.path.hasPrefix("@")
        guard homes.count == 1, isOwn, let top = tops[file.path],
            required.insert(RequiredFile(home: home, file: file.path)).inserted
        else { return told }
        return told.fixed(requiring: home, before: top)
    }

    private func undefinedPatterns(of tree: PatternTree) -> [(name: String, start: Int, end: Int)] {
        guard !vocabulary.libraries.areOpen else { return [] }
        return tree.namedReferences.filter {
            definitions[$0.name] == nil && !dictionaries.contains($0.name)
                && !vocabulary.libraries.patterns.contains($0.name)
        }
    }

    private func unknownEntities(of tree: PatternTree) -> [(entity: EntityName, start: Int, end: Int)] {
        tree.entityReferences.filter { reference in
            switch reference.entity {
            case .dictionary(let name):
                !vocabulary.dictionaryNames.contains(name) && !vocabulary.libraries.patterns.contains(name)
                    && !vocabulary.libraries.areOpen
            case .recognized(let name):
                // An export without entities is the empty one of a new project.
                !vocabulary.intents.entities.isEmpty && !vocabulary.intents.knowsEntity(name)
            }
        }
    }

    private func unknown(_ entity: EntityName, in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        switch entity {
        case .dictionary(let name):
            let near = Spelling.nearest(to: name, among: vocabulary.dictionaryNames.sorted())
            return .unknownDictionary(name, near: near, file: file, at: span)
        case .recognized(let name):
            let near = Spelling.nearest(to: name, among: vocabulary.intents.entities.map(\.name.text))
            return .unknownEntity(name, near: near, file: file, at: span)
        }
    }
}
