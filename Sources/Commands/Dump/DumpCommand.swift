import ArgumentParser
import BotModel

/// `ringback dump`: any stage between a bot's text and the bot, printed.
struct DumpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Print a stage between a bot's text and the running bot.",
        discussion: """
            EXAMPLES
              ringback dump tokens bots/callback/src/main.sc
              ringback dump tree - < bots/callback/src/main.sc
              ringback dump bot bots/callback
              ringback dump pattern '* call [me] [back] * (an/one) hour *'

            With --json every stage is one object a line.
            """,
        subcommands: [
            DumpTokens.self, DumpTree.self, DumpBot.self, DumpPattern.self, DumpCode.self, DumpSettings.self,
        ])
}

/// What all stages of one file are asked for.
struct ScriptArguments: ParsableArguments {
    @Argument(help: "A .sc file; - is standard input.")
    var file: String
    @Flag(help: "One JSON object a line on standard output.")
    var json = false
}

/// What all stages of a whole bot are asked for.
struct BotArguments: ParsableArguments {
    @Argument(help: "The bot: a folder with chatbot.yaml, or a .sc file; - is standard input.")
    var bot: String
    @OptionGroup var options: BotOptions
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    /// The bot as far as it can be read; its mistakes are the business of `check`.
    func load() throws -> (Bot, BotSources) {
        let (bot, sources, _) = try BotReading.loadWithSources(bot, options.libraries())
        return (bot, sources)
    }
}
