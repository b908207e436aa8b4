import JavaScriptTokens
import ScriptSyntax
import SourceText

// ES6 modules: `require: a.js` with `type = scriptEs6`, and the files that such a file imports.
extension ProjectReader {
    /// The required module becomes a start script; what it imports is only read, and run by the engine when it gets there.
    mutating func useModule(_ required: SourceFile, home: FileHome, _ requirement: Requirement) {
        guard seen.insert(required.path).inserted else { return }
        files[required.path] = required
        let name = requirement.text("name") ?? requirement.text("var")
        startScripts.append(
            StartScript(kind: .module, text: required.text, file: required.path, firstLine: 1, name: name))
        if let name { vocabulary.dataVariables.insert(name) }
        var open = [required]
        while let file = open.popLast() { open += imports(of: file, home: home) }
    }

    /// The files that a module imports and that were not read for another one.
    private mutating func imports(of file: SourceFile, home: FileHome) -> [SourceFile] {
        guard seen.insert("import " + file.path).inserted, ProjectPath.type(of: file.path) != "json" else { return [] }
        return ModuleImport.all(in: file.text).compactMap { imported in
            let span = SourceSpan(imported.place.lowerBound, imported.place.upperBound)
            guard imported.isFile else {
                if !ModuleImport.ownPackages.contains(imported.name) {
                    diagnostics.append(.importedPackage(imported.name, file: file, at: span))
                }
                return nil
            }
            let path = ProjectPath.joined(ProjectPath.folder(of: file.path), imported.name)
            guard ProjectPath.isWithin(path, home.root) else {
                diagnostics.append(.outside(imported.name, file: file, at: span))
                return nil
            }
            return read(path, of: imported, file, span)
        }
    }

    private mutating func read(
        _ path: String, of imported: ModuleImport, _ file: SourceFile, _ span: SourceSpan
    ) -> SourceFile? {
        switch project.read(path) {
        case .text(let found):
            files[path] = found
            return found
        case .unreadable(let diagnostic): diagnostics.append(diagnostic)
        case .outside: diagnostics.append(.outside(imported.name, file: file, at: span))
        case .missing:
            let near = names(like: path)
            diagnostics.append(
                .missingImport(imported.name, resolved: path, near: near, file: file, at: span))
        }
        return nil
    }
}
