import Foundation
import SourceText

/// Loads a bot from a folder with `chatbot.yaml`, a folder with `src/main.sc` or `main.sc`, or a single `.sc` file.
///
/// This is the room's only door to the file system.
package enum BotLoader {
    /// - Parameter path: the folder or file, as given by the user.
    /// - Returns: the bot as far as it could be read, and everything there is to say about it.
    /// - Throws: `BotUnreadable` when there is nothing to read at all.
    package static func load(_ path: String) throws(BotUnreadable) -> (Bot, [Diagnostic]) {
        let (bot, _, diagnostics) = try loadWithSources(path)
        return (bot, diagnostics)
    }

    /// The same, with the text and its places for checks.
    package static func loadWithSources(_ path: String) throws(BotUnreadable) -> (Bot, BotSources, [Diagnostic]) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw BotUnreadable(
                message: "There is no bot at `\(path)`: no such file or folder.",
                hint: "Give a folder with `chatbot.yaml`, or a `.sc` file.")
        }
        let (project, diagnostics) = try isFolder.boolValue ? folderProject(path) : fileProject(path)
        let (bot, sources, found) = Linker.linkWithSources(project)
        return (bot, sources, diagnostics + found)
    }

    private static func fileProject(_ path: String) throws(BotUnreadable) -> (Project, [Diagnostic]) {
        let url = URL(fileURLWithPath: path)
        let disk = BotFolder(url.deletingLastPathComponent().path)
        try disk.requireReadable(url.lastPathComponent, as: path)
        let name = url.deletingPathExtension().lastPathComponent
        return (disk.project(name: name, sourceFolder: "", entryPoints: [url.lastPathComponent]), [])
    }

    private static func folderProject(_ path: String) throws(BotUnreadable) -> (Project, [Diagnostic]) {
        let disk = BotFolder(path)
        let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
        guard disk.has("chatbot.yaml") else { return (try plainProject(disk, name: name), []) }
        let file = try disk.requireReadable("chatbot.yaml", as: path + "/chatbot.yaml")
        let (configuration, diagnostics) = BotConfiguration.read(file)
        let sourceFolder = disk.has("src") ? "src" : ""
        let entryPoints = configuration.entryPoints.isEmpty ? ["main.sc"] : configuration.entryPoints
        let project = disk.project(
            name: configuration.name ?? name, sourceFolder: sourceFolder, entryPoints: entryPoints,
            configuration: configuration)
        return (project, diagnostics)
    }

    private static func plainProject(_ disk: BotFolder, name: String) throws(BotUnreadable) -> Project {
        for folder in ["src", ""] {
            let main = folder.isEmpty ? "main.sc" : folder + "/main.sc"
            if disk.has(main) {
                try disk.requireReadable(main, as: disk.path + "/" + main)
                return disk.project(name: name, sourceFolder: folder, entryPoints: ["main.sc"])
            }
        }
        throw BotUnreadable(
            message: "`\(disk.path)` holds no bot: there is no `chatbot.yaml`, `src/main.sc` or `main.sc` in it.",
            hint: "Write a `chatbot.yaml` with the line `entryPoint: main.sc`, and the script in `src/main.sc`.")
    }
}

/// Why there is no bot at all at a path: one sentence, and what to do about it.
package struct BotUnreadable: Error, Sendable, Hashable {
    package var message: String
    package var hint: String?

    package init(message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }
}

/// A bot's folder on the disk.
private struct BotFolder {
    let path: String

    init(_ path: String) { self.path = path }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: absolute(file)) }

    private func absolute(_ file: String) -> String { path + "/" + file }

    /// The file a bot begins with; there is nothing to run without it.
    @discardableResult
    func requireReadable(_ file: String, as shown: String) throws(BotUnreadable) -> SourceFile {
        switch read(file) {
        case .text(let source): return source
        case .missing: throw BotUnreadable(message: "`\(shown)` cannot be read.", hint: "Check its permissions.")
        case .unreadable(let diagnostic):
            throw BotUnreadable(message: "`\(shown)` cannot be read: \(diagnostic.message)", hint: diagnostic.hint)
        }
    }

    func read(_ file: String) -> Project.Content {
        guard has(file) else { return .missing }
        guard let bytes = FileManager.default.contents(atPath: absolute(file)) else {
            let empty = SourceFile(path: file, text: "")
            return .unreadable(
                Diagnostic(
                    .error, "project/unreadable", "The file `\(file)` is there, but cannot be opened.",
                    hint: "Check its permissions.", in: empty, at: SourceSpan(0, 0)))
        }
        switch SourceFile.decode(Array(bytes), path: file) {
        case .success(let source): return .text(source)
        case .failure(let fault): return .unreadable(fault.diagnostic)
        }
    }

    func list(_ folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: absolute(folder))?.compactMap { $0 as? String } ?? []
        let prefix = folder.isEmpty ? "" : folder + "/"
        return names.filter { $0.hasSuffix(".sc") }.map { prefix + $0 }.sorted()
    }

    func project(
        name: String, sourceFolder: String, entryPoints: [String], configuration: BotConfiguration = .init()
    ) -> Project {
        Project(
            name: name, folder: path, sourceFolder: sourceFolder, entryPoints: entryPoints,
            configuration: configuration,
            read: read, list: list)
    }
}
