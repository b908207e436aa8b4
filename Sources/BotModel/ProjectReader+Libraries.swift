import ScriptSyntax
import SourceText

/// Where the text or the names of a library come from.
enum LibrarySource {
    /// Its files are at hand; of a system module those too that are only declared.
    case folder(FileHome, declared: ModuleCatalog?)
    /// Only the names that it declares are known.
    case catalog(ModuleCatalog)
    /// Nothing of it is at hand; names that are not declared may be its.
    case missing
}

// `require: file` with `module = library`.
extension ProjectReader {
    mutating func requireFromLibrary(_ written: String, _ module: PlacedText, _ requirement: Requirement) {
        let name = module.text.trimmed
        let source = shelf[name] ?? open(name, module, requirement)
        shelf[name] = source
        switch source {
        case .folder(let home, let catalog):
            if let catalog, !has(written, in: home) {
                declare(written, of: catalog, named: name, requirement)
            } else {
                read(written, from: home, folder: home.sourceFolder, requirement)
            }
        case .catalog(let catalog): declare(written, of: catalog, named: name, requirement)
        case .missing: declareData(requirement)
        }
    }

    /// Finds a library when it is first asked for, and says so once when it is not wholly at hand.
    private mutating func open(_ name: String, _ module: PlacedText, _ requirement: Requirement) -> LibrarySource {
        if let home = folder(of: name) { return .folder(home, declared: systemCatalog(name)) }
        guard name.hasPrefix("sys.") else {
            vocabulary.libraries.missingModules.insert(name)
            let isKnown = configuration.dependencies.contains { $0.name == name }
            diagnostics.append(.missingModule(name, isDependency: isKnown, file: requirement.file, at: module.span))
            return .missing
        }
        return openSystemModule(name, module, requirement)
    }

    private mutating func openSystemModule(_ name: String, _ module: PlacedText, _ requirement: Requirement)
        -> LibrarySource
    {
        switch project.systemModule(name) {
        case .declared(let list):
            let catalog = ModuleCatalog(list)
            if !catalog.isComplete {
                vocabulary.libraries.missingModules.insert(name)
                diagnostics.append(
                    .missingModule(name, isDependency: true, file: requirement.file, at: module.span))
            }
            return .catalog(catalog)
        case .unknown(let known):
            let near = Spelling.nearest(to: name, among: known)
            diagnostics.append(.unknownSystemModule(name, near: near, file: requirement.file, at: module.span))
        case .noData where diagnostics.contains { $0.code == "link/no-module-data" }: break
        case .noData:
            diagnostics.append(.noModuleData(name, file: requirement.file, at: module.span))
        }
        vocabulary.libraries.missingModules.insert(name)
        return .missing
    }

    /// What a library at hand declares if it is a system module. Names that nobody knows may be its when its list is not complete.
    private mutating func systemCatalog(_ name: String) -> ModuleCatalog? {
        guard name.hasPrefix("sys."), case .declared(let list) = project.systemModule(name) else { return nil }
        let catalog = ModuleCatalog(list)
        if !catalog.isComplete { vocabulary.libraries.missingModules.insert(name) }
        return catalog
    }

    private func has(_ written: String, in home: FileHome) -> Bool {
        if written.contains("*") { return true }
        if case .missing = project.read(ProjectPath.joined(home.sourceFolder, written)) { return false }
        return true
    }

    /// A library's files: the bot's `modules/NAME`, a folder of the project by that name, or one given by hand.
    private func folder(of name: String) -> FileHome? {
        guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else { return nil }
        let isModule = configuration.dependencies.contains { $0.name == name && $0.type == "module" }
        let candidates = ["modules/" + name, "@" + name] + (isModule ? [name, project.sourceFolder + "/" + name] : [])
        guard let root = candidates.first(where: project.hasFolder) else { return nil }
        return FileHome(root: root, sourceFolder: project.hasFolder(root + "/src") ? root + "/src" : root)
    }

    /// Makes the names known that a file of a system module declares.
    private mutating func declare(
        _ written: String, of catalog: ModuleCatalog, named module: String, _ requirement: Requirement
    ) {
        let path = ProjectPath.joined("", written)
        declareData(requirement)
        guard catalog.files[path] != nil else {
            guard catalog.isComplete else { return }
            let near = Spelling.nearest(to: path, among: catalog.files.keys.sorted())
            diagnostics.append(
                .unknownModuleFile(path, of: module, near: near, file: requirement.file, at: requirement.value.span))
            return
        }
        guard seen.insert("\(module) \(path)").inserted else { return }
        if catalog.isComplete {
            diagnostics.append(.namesOnly(path, of: module, file: requirement.file, at: requirement.value.span))
        }
        for file in catalog.closure(of: path) {
            vocabulary.libraries.patterns.formUnion(file.patterns)
            vocabulary.libraries.scriptNames.formUnion(file.scriptNames)
            vocabulary.libraries.states.formUnion(
                file.states.map { StatePath(requirement.prefix.names + StatePath($0).names) })
        }
    }

    /// The names that the require itself gives to a dictionary or module that is not read.
    private mutating func declareData(_ requirement: Requirement) {
        if let name = requirement.text("name") {
            vocabulary.libraries.patterns.insert(name.withoutDollar)
            vocabulary.libraries.scriptNames.insert(name)
        }
        if let variable = requirement.text("var") { vocabulary.libraries.scriptNames.insert(variable) }
    }
}
