import FoundationEssentials
import Glibc

/// Finds the scripts below a folder.
enum ScriptSearch {
    /// The file itself, or every `.sc` file below the folder, in the order of their names. Hidden folders, `node_modules`
    /// links to folders and links that lead out of the folder are passed over.
    static func scripts(at path: String) throws -> [String] {
        var info = stat()
        guard stat(path, &info) == 0 else {
            throw Trouble.badInput(
                "`\(path.shortened)` cannot be opened: \(String(cString: strerror(errno))).",
                hint: "Give .sc files, folders with such files, or - for standard input.")
        }
        guard info.st_mode & S_IFMT == S_IFDIR else {
            if isScript(path) { return [path] }
            throw Trouble.badInput("`\(path)` is no script: scripts end in `.sc`.", hint: "Give .sc files or folders.")
        }
        let found = try scripts(below: path)
        guard !found.isEmpty else {
            throw Trouble.badInput("There is no script below `\(path)`.", hint: "Scripts are files that end in `.sc`.")
        }
        return found
    }

    private static func scripts(below root: String) throws -> [String] {
        var found: [String] = []
        var waiting = [root.hasSuffix("/") && root.utf8.count > 1 ? String(root.dropLast()) : root]
        let home = realPath(root) + "/"
        while let folder = waiting.popLast() {
            for name in try names(in: folder) {
                let path = folder == "/" ? "/" + name : folder + "/" + name
                if isFolder(path) {
                    if !name.hasPrefix("."), name != "node_modules" { waiting.append(path) }
                } else if isScript(name), isFile(path), realPath(path).hasPrefix(home) {
                    found.append(path)
                }
            }
        }
        return found.sorted()
    }

    private static func names(in folder: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw Trouble(
                .inputOutput, "The folder `\(folder)` cannot be read.", hint: "Check its permissions.")
        }
    }

    private static func isScript(_ path: String) -> Bool { path.hasSuffix(".sc") || path.hasSuffix(".zb") }

    /// A link is no folder, so no link can lead in a circle.
    private static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// The path without links; empty when there is nothing there.
    private static func realPath(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return "" }
        defer { free(resolved) }
        let text = String(cString: resolved)
        return text == "/" ? "" : text
    }

    private static func isFile(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }
}
