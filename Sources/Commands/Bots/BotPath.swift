import FoundationEssentials
import Glibc
import SourceText

/// Looks at what the user named as a bot, before anything of it is read.
enum BotPath {
    /// The name that stands for standard input on the command line, and the one that people read.
    static let standardInput = "-"
    static let standardInputShown = "stdin"

    /// - Throws: `Trouble` for what can be no bot: what it is, and what to give instead.
    static func examine(_ path: String) throws {
        var info = stat()
        guard stat(path, &info) == 0 else { throw unreachable(path, errno) }
        switch info.st_mode & S_IFMT {
        case S_IFDIR: try examineFolder(path)
        case S_IFREG: try examineFile(path)
        default:
            throw Trouble.badInput(
                "`\(path)` is neither a file nor a folder.",
                hint: "Give a bot's folder or a .sc file; `ringback check -` reads a script from standard input.")
        }
    }

    private static func unreachable(_ path: String, _ code: Int32) -> Trouble {
        guard code == ENOENT || code == ENOTDIR else {
            return Trouble(
                .inputOutput, "`\(path.shortened)` cannot be opened: \(String(cString: strerror(code))).",
                hint: "Check the path and the permissions of its folders.")
        }
        let near = neighbours(of: path)
        return Trouble.badInput(
            "There is no bot at `\(path.shortened)`: no such file or folder.",
            hint: Spelling.question(near)
                ?? "Give a folder with `chatbot.yaml`, or a `.sc` file.")
    }

    private static func neighbours(of path: String) -> [String] {
        let names = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let folder = names.dropLast().joined(separator: "/")
        guard let name = names.last, !name.isEmpty else { return [] }
        let known = list(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
        return Spelling.near(name, among: known).map { names.count > 1 ? folder + "/" + $0 : $0 }
    }

    // MARK: Files

    private static func examineFile(_ path: String) throws {
        guard access(path, R_OK) == 0 else {
            throw Trouble(
                .inputOutput, "`\(path)` cannot be read: \(String(cString: strerror(errno))).",
                hint: "Check its permissions.")
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard !name.hasSuffix(".sc"), !name.hasSuffix(".zb") else { return }
        throw Trouble.badInput("`\(path)` is no script: scripts end in `.sc`.", hint: hint(forFile: name, at: path))
    }

    private static func hint(forFile name: String, at path: String) -> String {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        if name == "chatbot.yaml" { return "Give the bot's folder: `\(folder.isEmpty ? "." : folder)`." }
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        if ["js", "csv", "yaml", "yml", "json", "xml", "talk"].contains(ending) {
            return "It is read together with the bot to which it belongs: give the bot's folder."
        }
        return "Give a bot's folder or a .sc file."
    }

    // MARK: Folders

    private static func examineFolder(_ path: String) throws {
        guard access(path, R_OK | X_OK) == 0 else {
            throw Trouble(
                .inputOutput, "The folder `\(path)` cannot be read: \(String(cString: strerror(errno))).",
                hint: "Check its permissions.")
        }
        guard !isBot(path) else { return }
        let inside = list(path).sorted()
        let bots = inside.filter { isBot(path + "/" + $0) }
        let scripts = inside.filter { $0.hasSuffix(".sc") }
        throw Trouble.badInput(
            "`\(path)` holds no bot: there is no `chatbot.yaml`, `src/main.sc` or `main.sc` in it.",
            hint: hint(forFolder: path, bots: bots, scripts: scripts))
    }

    private static func hint(forFolder path: String, bots: [String], scripts: [String]) -> String {
        let folder = path.hasSuffix("/") ? path : path + "/"
        if !bots.isEmpty { return "There are bots in it: \(listed(bots.map { folder + $0 }))." }
        if !scripts.isEmpty { return "There are scripts in it: \(listed(scripts.map { folder + $0 }))." }
        return "Write a `chatbot.yaml` with the line `entryPoint: main.sc`, and the script in `src/main.sc`."
    }

    private static func isBot(_ path: String) -> Bool {
        ["chatbot.yaml", "src/main.sc", "main.sc"].contains { access(path + "/" + $0, F_OK) == 0 }
    }

    private static func listed(_ paths: [String]) -> String {
        paths.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + (paths.count > 5 ? " …" : "")
    }

    private static func list(_ folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
