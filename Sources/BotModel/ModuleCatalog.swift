import SourceText

/// The declared list of a system module: its files, and the names that each declares (`Grammars/modules`).
struct ModuleCatalog {
    struct File {
        var requires: [String] = []
        var patterns: [String] = []
        var scriptNames: [String] = []
        var states: [String] = []
    }

    let files: [String: File]
    /// `complete: false`: the library has more names than are listed.
    let isComplete: Bool

    init(_ file: SourceFile) {
        var files: [String: File] = [:]
        let document = JSONReader.read(file).0
        isComplete = document?["complete"]?.flag ?? true
        for member in document?["files"]?.members ?? [] {
            func texts(_ key: String) -> [String] { member.value[key]?.texts.map(\.text) ?? [] }
            files[member.key.text] = File(
                requires: texts("requires"), patterns: texts("patterns"), scriptNames: texts("names"),
                states: texts("states"))
        }
        self.files = files
    }

    /// A file with all that it requires.
    func closure(of path: String) -> [File] {
        var seen: Set<String> = []
        var open = [path]
        var result: [File] = []
        while let path = open.popLast() {
            guard seen.insert(path).inserted, let file = files[path] else { continue }
            result.append(file)
            open += file.requires
        }
        return result
    }
}
