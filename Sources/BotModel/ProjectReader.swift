import ScriptSyntax
import SourceText

/// Reads the entry points and everything they require, each file once, depth first.
struct ProjectReader {
    let project: Project
    var configuration: BotConfiguration
    var diagnostics: [Diagnostic] = []
    var files: [String: SourceFile] = [:]
    /// The scripts in the order in which reading began them, with the theme put before their states.
    var trees: [(tree: ScriptTree, prefix: StatePath)] = []
    var startScripts: [StartScript] = []
    var data: [(name: String, json: String)] = []
    var vocabulary = Vocabulary()
    /// What was read already: a file's path, for data also what it is read as.
    var seen: Set<String> = []
    /// Libraries by name, once they were asked for.
    var shelf: [String: LibrarySource] = [:]
    private var filesByType: [String: [String]]?
    private var depth = 0

    /// Files that require one another in a row longer than this are not followed.
    private static let longestChain = 200

    init(project: Project) {
        self.project = project
        configuration = project.configuration
        if let source = configuration.source { files[source.path] = source }
    }

    mutating func readAll() {
        readCatalog()
        let scenarios = readCustomTags()
        let home = FileHome(root: "", sourceFolder: project.sourceFolder)
        for entry in project.entryPoints {
            let path = ProjectPath.joined(project.sourceFolder, entry)
            guard !seen.contains(path) else { continue }
            switch project.read(path) {
            case .text(let file): readScript(file, home: home, prefix: .root)
            case .unreadable(let diagnostic): diagnostics.append(diagnostic)
            case .missing, .outside: diagnostics.append(missingEntryPoint(entry, path))
            }
        }
        for (scenario, declaration) in scenarios { readScenario(scenario, of: declaration, home: home) }
    }

    mutating func readScript(_ file: SourceFile, home: FileHome, prefix: StatePath) {
        guard seen.insert(file.path).inserted else { return }
        files[file.path] = file
        let (tree, faults) = ScriptParser.parse(file, ownTags: Set(vocabulary.customTags.keys))
        diagnostics += faults
        if faults.contains(where: { $0.code == "syntax/too-deep" }) { vocabulary.libraries.isCut = true }
        trees.append((tree, prefix))
        depth += 1
        readItems(tree.items, of: file, home: home, prefix: prefix)
        depth -= 1
    }

    private mutating func readItems(_ items: [ScriptItem], of file: SourceFile, home: FileHome, prefix: StatePath) {
        for case .tag(let tag) in items {
            switch tag.name.text {
            case "require":
                diagnostics += ParameterCheck(tag, in: file)?.faults ?? []
                require(Requirement(tag: tag, file: file, home: home, prefix: prefix))
            case "init": addStartScript(tag, of: file)
            case "theme", "state": readItems(tag.items, of: file, home: home, prefix: prefix)
            default: break
            }
        }
    }

    private mutating func addStartScript(_ tag: ScriptTag, of file: SourceFile) {
        if let code = tag.code {
            startScripts.append(StartScript(kind: .block, text: code.text, file: file.path, firstLine: code.firstLine))
        }
        for nested in tag.tags where nested.name.text == "script" { addStartScript(nested, of: file) }
    }

    private mutating func require(_ requirement: Requirement?) {
        guard let requirement else { return }
        guard depth < Self.longestChain else {
            diagnostics.append(.longChain(Self.longestChain, file: requirement.file, at: requirement.value.span))
            return
        }
        mergeInjector(of: requirement)
        guard let written = substituted(requirement) else { return }
        if isSlotFilling(written, requirement) { return useSlotFilling(requirement) }
        if let module = requirement.module {
            requireFromLibrary(written, module, requirement)
        } else {
            read(written, from: requirement.home, folder: ProjectPath.folder(of: requirement.file.path), requirement)
        }
    }

    /// Reads what a path means: relative to a folder, or from the source folder when it begins with `/`.
    mutating func read(_ written: String, from home: FileHome, folder: String, _ requirement: Requirement) {
        let path = ProjectPath.joined(
            written.hasPrefix("/") ? home.sourceFolder : folder,
            written.hasPrefix("/") ? String(written.dropFirst()) : written)
        guard ProjectPath.isWithin(path, home.root) else {
            diagnostics.append(.outside(written, file: requirement.file, at: requirement.value.span))
            return
        }
        guard path.contains("*") else { return readFile(path, written: written, home: home, requirement) }
        let found = project.list(home.root).filter { ProjectPath.matches($0, path) }.sorted()
        if found.isEmpty {
            diagnostics.append(.noMatchingFile(written, file: requirement.file, at: requirement.value.span))
        }
        for path in found { readFile(path, written: path, home: home, requirement) }
    }

    private mutating func readFile(_ path: String, written: String, home: FileHome, _ requirement: Requirement) {
        guard !seen.contains(path) else { return }
        let place = requirement.value.span
        switch project.read(path) {
        case .missing:
            let slip = requirement.slip()
            let near = slip == nil ? names(like: path) : nil
            diagnostics.append(
                slip
                    ?? .missingRequire(
                        requirement.value, resolved: path, near: near, home: home, file: requirement.file))
        case .outside: diagnostics.append(.outside(written, file: requirement.file, at: place))
        case .unreadable(let diagnostic):
            diagnostics.append(diagnostic)
        case .text(let required):
            use(required, home: home, requirement)
        }
    }

    // MARK: Did you mean

    /// The file of the same type that was probably meant: one of that name elsewhere, else the most alike.
    mutating func names(like path: String) -> String? {
        let all = filesByType ?? Dictionary(grouping: project.list(""), by: ProjectPath.type)
        filesByType = all
        let candidates = (all[ProjectPath.type(of: path)] ?? []).sorted()
        let name = path.split(separator: "/").last?.lowercased()
        return candidates.first { $0.lowercased() == path.lowercased() }
            ?? candidates.first { $0.split(separator: "/").last?.lowercased() == name }
            ?? Spelling.nearest(to: path, among: candidates)
            ?? (candidates.isEmpty ? Spelling.nearest(to: path, among: all.values.joined().sorted()) : nil)
    }

    private func inSourceFolder(_ path: String) -> String {
        let folder = project.sourceFolder + "/"
        return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }

    private mutating func missingEntryPoint(_ name: String, _ path: String) -> Diagnostic {
        let scripts = project.list(project.sourceFolder).filter { ["sc", "zb"].contains(ProjectPath.type(of: $0)) }
        return .missingEntryPoint(
            name, folder: project.sourceFolder, near: names(like: path).map(inSourceFolder),
            scripts: scripts.sorted().map(inSourceFolder),
            file: configuration.source)
    }
}

/// The tree of files that a file belongs to: the project's own, or a library's.
struct FileHome {
    /// Empty for the project itself.
    var root: String
    /// Where absolute paths begin.
    var sourceFolder: String
}
