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
        guard path != BotPath.standardInput else {
            return Linker.linkWithSources(standardInputProject(try ScriptText.read(path)))
        }
        try BotPath.examine(path)
        do throws(BotUnreadable) {
            return try BotLoader.loadWithSources(path, libraries: libraries)
        } catch {
            throw Trouble.badInput(error.message, hint: error.hint)
        }
    }

    /// The same for a check: where the first file already is no text, that is the one thing found in a bot without states.
    static func loadForCheck(_ path: String, _ libraries: Libraries) throws -> (Bot, BotSources, [Diagnostic]) {
        guard path != BotPath.standardInput else {
            switch try ScriptText.decoded(path) {
            case .success(let script): return Linker.linkWithSources(standardInputProject(script))
            case .failure(let fault): return empty(folder: "", found: fault.diagnostic)
            }
        }
        try BotPath.examine(path)
        do throws(BotUnreadable) {
            return try BotLoader.loadWithSources(path, libraries: libraries)
        } catch {
            guard let fault = error.fault else { throw Trouble.badInput(error.message, hint: error.hint) }
            return empty(folder: fault.folder, found: fault.diagnostic)
        }
    }

    private static func empty(folder: String, found: Diagnostic) -> (Bot, BotSources, [Diagnostic]) {
        let nothing = Project(name: found.file, folder: folder, sourceFolder: "", entryPoints: []) { _ in .missing }
        let (bot, sources, diagnostics) = Linker.linkWithSources(nothing)
        return (bot, sources, diagnostics + [found])
    }

    /// A script that has no file; what it requires is looked for from the current folder.
    private static func standardInputProject(_ script: SourceFile) -> Project {
        let name = BotPath.standardInputShown
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
    static func runtime(of bot: Bot, in world: World = World()) throws -> BotRuntime {
        try started { () throws(TurnFailure) in
            try BotRuntime(
                bot: bot, words: WordData.lexicon, entityRules: EntityData.rules, services: world.services(of: bot))
        }
    }

    /// For a bot that is checked and has no calls.
    static func runtime(checking bot: Bot) throws -> BotRuntime {
        try started { () throws(TurnFailure) in
            try BotRuntime(checking: bot, library: LibraryFiles.shelf)
        }
    }

    private static func started(_ start: () throws(TurnFailure) -> BotRuntime) throws -> BotRuntime {
        do {
            return try start()
        } catch {
            throw Trouble(.ownFault, error.message, hint: error.hint)
        }
    }

    /// Says what must be known before the bot runs: how many errors it has, and words that are not known.
    static func announce(_ bot: Bot, _ diagnostics: [Diagnostic], of path: String, _ streams: Streams) {
        if let warning = warning(diagnostics, of: path) { streams.say(warning) }
        if let missing = WordData.warning(bot.wordNeeds) { streams.say(missing.message, hint: missing.hint) }
    }

    /// "The bot has 2 errors …", `nil` for a bot without any.
    static func warning(_ diagnostics: [Diagnostic], of path: String) -> String? {
        let errors = diagnostics.count { $0.severity == .error }
        guard errors > 0 else { return nil }
        return
            "The bot has \(errors) \(errors == 1 ? "error" : "errors"); `ringback check \(path.quotedForShell)` lists them. It runs as far as it can."
    }
}
