import ArgumentParser
import CivilTime
import Conversations
import FoundationEssentials
import Glibc

/// `ringback call`: talk to a bot as a caller would.
struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Talk to a bot as a caller would, in the terminal or through a pipe.",
        discussion: """
            EXAMPLES
              ringback call bots/callback
              printf 'call me back in an hour\\n' | ringback call bots/callback --json --at 2026-11-23T09:00:00Z

            In a terminal you type what the caller says. :help lists what else can be done; ctrl-C hangs up.
            Through a pipe each line is one utterance, or @event NAME, @silence, @dtmf 123, @interrupt TEXT, @wait 30s, @skip 30s;
            the end of the input hangs up. What the bot schedules is kept in the store: ringback campaign show console --numbers
            """)

    @Argument(help: "The bot: a folder with chatbot.yaml, or a .sc file.")
    var bot: String
    @OptionGroup var options: BotOptions
    @OptionGroup var worldOptions: WorldOptions
    @Option(parsing: .unconditional, help: "The caller's phone number.")
    var number = "+16500000000"
    @Option(help: "The number's payload, a JSON object; scripts read it by $dialer.getPayload().")
    var payload = "{}"
    @Option(help: "The moment of the call in ISO 8601. In a terminal the clock ticks on from it. (default: now)")
    var at: String?
    @Option(
        parsing: .unconditional,
        help: "The callee's time zone. (default: the one the store knows for the number, else UTC)")
    var zone: String?
    @Option(help: StoreOpening.help)
    var store = "ringback.db"
    @Option(help: "The campaign that the call belongs to.")
    var campaign = "console"
    @Option(parsing: .unconditional, help: "Makes the bot's chance repeatable.", transform: Arguments.seed)
    var seed: UInt64?
    @Option(help: ArgumentHelp("Write the call as a .talk file, ready to become a test.", valueName: "file.talk"))
    var record: String?
    @Flag(help: "Show each turn's steps: rules that lost, transitions, scripts with time and memory, changed values.")
    var trace = false
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let settings = try settings()
        let streams = Streams()
        if !json, RawTerminal.isThere { RawTerminal.heedSignals() }
        let session = try CallSession(settings, streams)
        if !json, let terminal = RawTerminal() {
            try TerminalSession(session, terminal, streams.out).run()
        } else {
            try session.runPiped(InputLines(descriptor: STDIN_FILENO))
        }
        try streams.checkWritten()
    }

    private func settings() throws -> CallSettings {
        let named = try Arguments.zone(zone ?? "UTC")
        try Arguments.checkPhone(number)
        guard !campaign.trimmed.isEmpty else {
            throw Trouble(
                .usage, "--campaign: the name is empty.",
                hint: "Give a name such as --campaign spring, or leave the option out for `console`.")
        }
        let payload = try Arguments.jsonObject(payload, option: "--payload")
        return CallSettings(
            botPath: bot, libraries: try options.libraries(), world: try worldOptions.world(),
            facts: CallFacts(number: number, payload: payload, zone: named.name), zone: named,
            zoneIsAssumed: zone == nil, start: try at.map { try Arguments.moment($0, in: named) } ?? Date(),
            store: store,
            campaign: campaign, seed: seed ?? UInt64.random(in: .min ... .max), trace: trace, json: json,
            recording: record)
    }
}
