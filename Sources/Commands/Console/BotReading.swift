import BotModel
import BotRuntime
import Conversations
import SourceText

/// Loads a bot for a command that goes on in spite of errors in it.
enum BotReading {
    /// - Throws: `Trouble` when there is nothing to run at all.
    static func load(_ path: String, _ libraries: Libraries) throws -> (Bot, [Diagnostic]) {
        do throws(BotUnreadable) {
            return try BotLoader.load(path, libraries: libraries)
        } catch {
            throw Trouble.badInput(error.message, hint: error.hint)
        }
    }

    /// - Throws: `Trouble` when the script engine does not start.
    static func runtime(of bot: Bot) throws -> BotRuntime {
        do {
            return try BotRuntime(bot: bot)
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
