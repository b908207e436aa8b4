import ScriptSyntax
import SourceText

/// Where a bot's files lie and how to read them.
package struct Project {
    /// What reading a file gave.
    package enum Content {
        case text(SourceFile)
        /// There is no such file.
        case missing
        /// There is one, and this is wrong with it.
        case unreadable(Diagnostic)
    }

    package let name: String
    package let folder: String
    /// The folder from which absolute requires count, relative to `folder`: `src`, or empty.
    package let sourceFolder: String
    package let entryPoints: [String]
    package let configuration: BotConfiguration
    /// Reads a file by its path relative to `folder`.
    package let read: (String) -> Content
    /// All `.sc` files below a folder, for `require: parts/*.sc` and "did you mean".
    package let list: (String) -> [String]

    package init(
        name: String, folder: String, sourceFolder: String, entryPoints: [String],
        configuration: BotConfiguration = .init(),
        read: @escaping (String) -> Content, list: @escaping (String) -> [String] = { _ in [] }
    ) {
        self.name = name
        self.folder = folder
        self.sourceFolder = sourceFolder
        self.entryPoints = entryPoints
        self.configuration = configuration
        self.read = read
        self.list = list
    }
}

/// Reads the entry points and everything they require, each file once, depth first.
struct ProjectReader {
    let project: Project
    var diagnostics: [Diagnostic] = []
    var files: [String: SourceFile] = [:]
    /// The scripts in the order in which reading finished their requires, with the theme put before their states.
    var trees: [(tree: ScriptTree, prefix: StatePath)] = []
    var startScripts: [StartScript] = []
    var data: [(name: String, json: String)] = []
    var intents = IntentCatalog()
    private var seen: Set<String> = []

    init(project: Project) { self.project = project }

    mutating func readAll() {
        for entry in project.entryPoints {
            let path = joined(project.sourceFolder, entry)
            switch project.read(path) {
            case .text(let file): readScript(file, prefix: .root)
            case .unreadable(let diagnostic): diagnostics.append(diagnostic)
            case .missing: diagnostics.append(.missingEntryPoint(entry, in: project))
            }
        }
    }

    private mutating func readScript(_ file: SourceFile, prefix: StatePath) {
        guard seen.insert(file.path).inserted else { return }
        files[file.path] = file
        let (tree, faults) = ScriptParser.parse(file)
        diagnostics += faults
        trees.append((tree, prefix))
        readItems(tree.items, of: file, prefix: prefix)
    }

    private mutating func readItems(_ items: [ScriptItem], of file: SourceFile, prefix: StatePath) {
        for case .tag(let tag) in items {
            switch tag.name.text {
            case "require": require(tag, from: file, prefix: prefix)
            case "init": addStartScript(tag, of: file)
            case "theme", "state": readItems(tag.items, of: file, prefix: prefix)
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

    private mutating func require(_ tag: ScriptTag, from file: SourceFile, prefix: StatePath) {
        guard let value = tag.value else { return }
        if let module = tag.parameter("module") ?? tag.parameter("from") {
            diagnostics.append(.moduleNotRead(module.value.text, file: file, at: value.span))
            return
        }
        let path = location(of: value.text, from: file.path)
        let prefix =
            tag.parameter("rootTheme").map { StatePath(prefix.names + StatePath($0.value.text).names) } ?? prefix
        for path in path.contains("*") ? matches(of: path) : [path] {
            read(path, for: tag, value: value, in: file, prefix: prefix)
        }
    }

    private mutating func read(
        _ path: String, for tag: ScriptTag, value: PlacedText, in file: SourceFile, prefix: StatePath
    ) {
        guard !seen.contains(path) else { return }
        switch project.read(path) {
        case .missing:
            let known = project.list(project.sourceFolder)
            diagnostics.append(.missingRequire(value.text, resolved: path, known: known, file: file, at: value.span))
        case .unreadable(let diagnostic):
            diagnostics.append(diagnostic)
        case .text(let required):
            use(required, for: tag, in: file, prefix: prefix)
        }
    }

    private mutating func use(_ required: SourceFile, for tag: ScriptTag, in file: SourceFile, prefix: StatePath) {
        switch required.path.split(separator: ".").last {
        case "sc", "zb":
            readScript(required, prefix: prefix)
        case "js":
            seen.insert(required.path)
            files[required.path] = required
            startScripts.append(StartScript(kind: .file, text: required.text, file: required.path, firstLine: 1))
        case "json", "yaml", "yml":
            readData(required, for: tag, in: file)
        default:
            diagnostics.append(.unknownFileType(required.path, file: file, at: tag.span))
        }
    }

    private mutating func readData(_ required: SourceFile, for tag: ScriptTag, in file: SourceFile) {
        seen.insert(required.path)
        files[required.path] = required
        guard let name = tag.parameter("var")?.value.text else {
            diagnostics.append(.dataWithoutVariable(required.path, file: file, at: tag.span))
            return
        }
        let (json, faults) = YAMLValue.read(required)
        diagnostics += faults
        if let json { data.append((name, json)) }
    }

    /// Relative to the requiring file, or from the source folder when it begins with `/`.
    private func location(of written: String, from requiring: String) -> String {
        if written.hasPrefix("/") { return joined(project.sourceFolder, String(written.dropFirst())) }
        let folder = requiring.split(separator: "/").dropLast().joined(separator: "/")
        return joined(folder, written)
    }

    private func joined(_ folder: String, _ path: String) -> String {
        var names: [Substring] = []
        for name in (folder + "/" + path).split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
        }
        return names.joined(separator: "/")
    }

    /// The files of a `*` path, sorted; the star stands for a part of one name.
    private func matches(of path: String) -> [String] {
        let parts = path.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let folder = parts[0].split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return project.list(folder).sorted().filter {
            $0.count >= path.count - 1 && $0.hasPrefix(parts[0]) && $0.hasSuffix(parts[1])
                && !$0.dropFirst(parts[0].count).dropLast(parts[1].count).contains("/")
        }
    }
}
