import BotModel
import BotRuntime
import Conversations
import SourceText

/// Loads a bot for a command that goes on in spite of errors in it.
enum BotReading {
    /// - Throws: `Trouble` when there is nothing to run at all.
    static func load(_ path: String, _ libraries: Libraries) throws -> (Bot, [Diagnostic]) {
        let (bot, _, diagnostics) = try loadWithSources(path, libraries)
        return (bot, diagnostics)
    }

    /// The same, with the text and its places; `-` is a script from standard input.
    static func loadWithSources(_ path: String, _ libraries: Libraries) throws -> (Bot, BotSources, [Diagnostic]) {
        guard path != BotPath.standardInput else { return Linker.linkWithSources(try standardInputProject()) }
        try BotPath.examine(path)
        do throws(BotUnreadable) {
            return try BotLoader.loadWithSources(path, libraries: libraries)
        } catch {
            throw Trouble.badInput(error.message, hint: error.hint)
        }
    }

    /// A script that has no file; what it requires is looked for from the current folder.
    private static func standardInputProject() throws -> Project {
        let name = BotPath.standardInputShown
        let script = try ScriptText.read(BotPath.standardInput)
        return Project(name: name, folder: "", sourceFolder: "", entryPoints: [name]) { path in
            if path == name { return .text(script) }
            guard let bytes = ScriptText.bytes(of: path) else { return .missing }
            switch SourceFile.decode(bytes, path: path) {
            case .success(let file): return .text(file)
            case .failure(let fault): return .unreadable(fault.diagnostic)
            }
        }
    }

    /// - Throws: `Trouble` when the script engine does not start.
    static func runtime(of bot: Bot) throws -> BotRuntime {
        try started { () throws(TurnFailure) in try BotRuntime(bot: bot, words: WordData()) }
    }

    /// For a bot that is checked and has no calls.
    static func runtime(checking bot: Bot) throws -> BotRuntime {
        try started { () throws(TurnFailure) in try BotRuntime(checking: bot) }
    }

    private static func started(_ start: () throws(TurnFailure) -> BotRuntime) throws -> BotRuntime {
        do {
            return try start()
        } catch {
            throw Trouble(.ownFault, error.message, hint: error.hint)
        }
    }

    /// "The bot has 2 errors …", `nil` for a bot without any.
    static func warning(_ diagnostics: [Diagnostic], of path: String) -> String? {
        let errors = diagnostics.count { $0.severity == .error }
        guard errors > 0 else { return nil }
        return
            "The bot has \(errors) \(errors == 1 ? "error" : "errors"); `ringback check \(path)` lists them. It runs as far as it can."
    }
}
