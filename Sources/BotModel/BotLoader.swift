import Foundation
import SourceText

/// Loads a bot from a folder with `chatbot.yaml`, a folder with `src/main.sc` or `main.sc`, or a single `.sc` file.
///
/// This is the room's only door to the file system.
package enum BotLoader {
    /// - Parameters:
    ///   - path: the folder or file, as given by the user.
    ///   - libraries: where libraries lie that are no part of the bot.
    /// - Returns: the bot as far as it could be read, and everything there is to say about it.
    /// - Throws: `BotUnreadable` when there is nothing to read at all.
    package static func load(_ path: String, libraries: Libraries = .init()) throws(BotUnreadable)
        -> (Bot, [Diagnostic])
    {
        let (bot, _, diagnostics) = try loadWithSources(path, libraries: libraries)
        return (bot, diagnostics)
    }

    /// The same, with the text and its places for checks.
    package static func loadWithSources(_ path: String, libraries: Libraries = .init()) throws(BotUnreadable)
        -> (Bot, BotSources, [Diagnostic])
    {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw BotUnreadable(
                message: "There is no bot at `\(path)`: no such file or folder.",
                hint: "Give a folder with `chatbot.yaml`, or a `.sc` file.")
        }
        let (project, diagnostics) =
            try isFolder.boolValue ? folderProject(path, libraries) : fileProject(path, libraries)
        let (bot, sources, found) = Linker.linkWithSources(project)
        return (bot, sources, diagnostics + found)
    }

    private static func fileProject(_ path: String, _ libraries: Libraries) throws(BotUnreadable)
        -> (Project, [Diagnostic])
    {
        let url = URL(fileURLWithPath: path)
        let type = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)[.type]
        guard type as? FileAttributeType == .typeRegular else {
            throw BotUnreadable(
                message: "`\(path)` is no file that can hold a bot.",
                hint: "Give a folder with `chatbot.yaml`, or a `.sc` file.")
        }
        let disk = BotFolder(url.deletingLastPathComponent().path, libraries)
        try disk.requireReadable(url.lastPathComponent, as: path)
        let name = url.deletingPathExtension().lastPathComponent
        return (disk.project(name: name, sourceFolder: "", entryPoints: [url.lastPathComponent]), [])
    }

    private static func folderProject(_ path: String, _ libraries: Libraries) throws(BotUnreadable)
        -> (Project, [Diagnostic])
    {
        let disk = BotFolder(path, libraries)
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
                var project = disk.project(name: name, sourceFolder: folder, entryPoints: ["main.sc"])
                project.isFolder = true
                return project
            }
        }
        throw BotUnreadable(
            message: "`\(disk.path)` holds no bot: there is no `chatbot.yaml`, `src/main.sc` or `main.sc` in it.",
            hint: "Write a `chatbot.yaml` with the line `entryPoint: main.sc`, and the script in `src/main.sc`.")
    }
}

/// Why there is no bot at all at a path: one sentence, and what to do about it.
package struct BotUnreadable: Error, Sendable {
    package var message: String
    package var hint: String?
    /// What is wrong in the text of a file that is there, and the folder from which its path counts.
    package var fault: (folder: String, diagnostic: Diagnostic)?

    package init(message: String, hint: String? = nil, fault: (folder: String, diagnostic: Diagnostic)? = nil) {
        self.message = message
        self.hint = hint
        self.fault = fault
    }
}
