import ScriptSyntax
import SourceText

// What a required file means by its type.
extension ProjectReader {
    /// Types that `type =` may name.
    private static let types = ["namedEntities", "scriptEs6", "script", "yaml", "json"]

    mutating func use(_ required: SourceFile, home: FileHome, _ requirement: Requirement) {
        let written = requirement.tag.parameter("type")?.value
        if let written, !Self.types.contains(written.text) {
            let near = Spelling.nearest(to: written.text, among: Self.types)
            diagnostics.append(.unknownRequireType(written.text, near: near, file: requirement.file, at: written.span))
        }
        switch (written?.text, ProjectPath.type(of: required.path)) {
        case ("scriptEs6", _), (_, "mjs"): useModule(required, home: home, requirement)
        case ("namedEntities", _), (_, "csv"): useDictionary(required, requirement)
        case (_, "sc"), (_, "zb"): readScript(required, home: home, prefix: requirement.prefix)
        case (_, "js"): useScript(required)
        case (_, "json"): useData(required, requirement) { JSONReader.text(of: $0) }
        case (_, "yaml"), (_, "yml"):
            useData(required, requirement) { file in
                let (document, faults) = YAMLReader.read(file)
                return (document?.json, faults)
            }
        default: diagnostics.append(.unknownFileType(required.path, file: requirement.file, at: requirement.value.span))
        }
    }

    private mutating func useScript(_ required: SourceFile) {
        guard seen.insert(required.path).inserted else { return }
        files[required.path] = required
        startScripts.append(StartScript(kind: .file, text: required.text, file: required.path, firstLine: 1))
    }

    private mutating func useData(
        _ required: SourceFile, _ requirement: Requirement, read: (SourceFile) -> (String?, [Diagnostic])
    ) {
        files[required.path] = required
        guard let name = requirement.text("var") ?? requirement.text("name") else {
            diagnostics.append(
                .dataWithoutVariable(required.path, file: requirement.file, at: requirement.value.span))
            return
        }
        guard seen.insert("\(required.path) \(name)").inserted else { return }
        vocabulary.dataVariables.insert(name)
        let (json, faults) = read(required)
        diagnostics += faults
        if let json { data.append((name, json)) }
    }

    private mutating func useDictionary(_ required: SourceFile, _ requirement: Requirement) {
        let name = requirement.text("name")?.withoutDollar
        let variable = requirement.text("var")
        guard seen.insert("\(required.path) \(name ?? "") \(variable ?? "")").inserted else { return }
        let isFirst = files.updateValue(required, forKey: required.path) == nil
        if name == nil, variable == nil {
            diagnostics.append(.namelessDictionary(required.path, file: requirement.file, at: requirement.value.span))
        }
        var reader = DictionaryReader(required)
        reader.readAll()
        if isFirst { diagnostics += reader.diagnostics }
        let dictionary = EntityDictionary(
            name: name ?? "", variable: variable, file: required.path, records: reader.records)
        vocabulary.dictionaries.append(dictionary)
        if let variable {
            vocabulary.dataVariables.insert(variable)
            data.removeAll { $0.name == variable }
            data.append(
                (variable, EntityDictionary.json(of: vocabulary.dictionaries.filter { $0.variable == variable })))
        }
    }

    // MARK: Beside the scripts

    /// Where the platform's tools put NLU exports.
    private static let exports = ["caila_import.json", "nlu.json"]

    /// Reads the NLU exports and example groups of the project. The one at its root counts; else that in the source folder.
    mutating func readCatalog() {
        // A script that is no project of its own stands among others' files.
        guard configuration.source != nil || project.isFolder else { return }
        var reader = CatalogReader()
        let folders = project.sourceFolder.isEmpty ? [""] : ["", project.sourceFolder]
        for folder in folders where reader.catalog.isEmpty {
            for export in Self.exports {
                switch project.read(ProjectPath.joined(folder, export)) {
                case .text(let file):
                    files[file.path] = file
                    reader.readExport(file)
                case .unreadable(let fault): reader.missExport(fault)
                case .missing, .outside: continue
                }
            }
        }
        for group in configuration.exampleGroups {
            reader.readExampleGroups(listed(group, as: "example groups"))
        }
        diagnostics += reader.diagnostics
        vocabulary.intents = reader.catalog
    }

    /// Reads the declarations of custom tags. Scripts may use them, so they are known first.
    ///
    /// - Returns: the scripts that hold their states, each with the file that names it.
    mutating func readCustomTags() -> [(scenario: PlacedText, declaration: SourceFile)] {
        configuration.customTags.compactMap { entry in
            guard let file = listed(entry, as: "a custom tag") else { return nil }
            let (tag, faults) = CustomTag.read(file)
            diagnostics += faults
            guard let tag else { return nil }
            vocabulary.customTags[tag.name.text] = tag
            return tag.scenarioFile.map { ($0, file) }
        }
    }

    mutating func readScenario(_ scenario: PlacedText, of declaration: SourceFile, home: FileHome) {
        let path = ProjectPath.joined(project.sourceFolder, scenario.text)
        switch project.read(path) {
        case .text(let script): readScript(script, home: home, prefix: .root)
        case .unreadable(let diagnostic): diagnostics.append(diagnostic)
        case .missing:
            diagnostics.append(
                .missingListed(path, as: "the script of a custom tag", file: declaration, at: scenario.span))
        case .outside: diagnostics.append(.outside(scenario.text, file: declaration, at: scenario.span))
        }
    }

    /// A file that `chatbot.yaml` lists, relative to the bot's folder; also looked for in the source folder.
    private mutating func listed(_ entry: PlacedText, as role: String) -> SourceFile? {
        guard let source = configuration.source else { return nil }
        let path = ProjectPath.joined("", entry.text)
        // A `chatbot.yaml` that lies in the source folder itself still writes `src/`.
        let inner = path.hasPrefix("src/") && project.sourceFolder.isEmpty ? [String(path.dropFirst(4))] : []
        for candidate in [path, ProjectPath.joined(project.sourceFolder, entry.text)] + inner {
            switch project.read(candidate) {
            case .missing: continue
            case .text(let file):
                files[file.path] = file
                return file
            case .unreadable(let diagnostic): diagnostics.append(diagnostic)
            case .outside: diagnostics.append(.outside(entry.text, file: source, at: entry.span))
            }
            return nil
        }
        diagnostics.append(.missingListed(path, as: role, file: source, at: entry.span))
        return nil
    }
}
