import ArgumentParser
import FoundationEssentials
import Glibc

/// `ringback new`: the folder of a bot that works, with its test and its CI.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "A new bot: a script, a test, and a CI that replays it.",
        discussion: """
            EXAMPLES
              ringback new pizza
              ringback call pizza && ringback test pizza
            """)

    @Argument(help: "The name of the bot, or the path of its new folder.")
    var name: String

    func run() throws {
        let streams = Streams()
        let folder = ShownPath.tidy(name)
        let project = NewProject(name: folder.split(separator: "/").last.map(String.init) ?? "")
        if let fault = project.fault {
            throw Trouble(.usage, fault, hint: "Write one such as `pizza` or `bots/pizza`.")
        }
        let files = FileManager.default
        guard !files.fileExists(atPath: folder), (try? files.destinationOfSymbolicLink(atPath: folder)) == nil else {
            throw Trouble.badInput("`\(folder)` is there already.", hint: "Choose another name; nothing was changed.")
        }
        for file in project.files { try write(file.text, to: folder + "/" + file.path) }
        streams.out.line("\(folder) is ready:")
        for file in project.files { streams.out.line("  \(folder)/\(file.path)") }
        let bot = folder.quotedForShell
        streams.say("Talk to it with `ringback call \(bot)`, replay its test with `ringback test \(bot)`.")
        try streams.checkWritten()
    }

    private func write(_ text: String, to path: String) throws {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch {
            throw Trouble(
                .inputOutput, "`\(path)` cannot be written: \(reason(error)).",
                hint: "Check the permissions of its folder and the room on the disk.")
        }
    }

    private func reason(_ error: any Error) -> String {
        guard let error = error as? CocoaError else { return "\(error)" }
        guard let posix = error.underlying as? POSIXError else { return "the system says \(error.code.rawValue)" }
        return String(cString: strerror(posix.code.rawValue))
    }
}
