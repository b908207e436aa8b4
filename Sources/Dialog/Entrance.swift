import BotModel
import Conversations

/// Where a request leads, before the bot's handlers have had their say.
struct Entrance {
    enum Target {
        case state(BotState)
        /// A theme is a place to be, and does nothing.
        case theme(StatePath)
    }

    var target: Target
    /// `noContext` of the trigger; it holds for the first state only.
    var keepsContext = false
    /// What the bot asks for in place of going there.
    var question: SlotQuestion?
    /// Which rule it was, for those who watch.
    var record: RuleMatch?

    var path: StatePath {
        switch target {
        case .state(let state): state.path
        case .theme(let path): path
        }
    }

    init(_ rule: Rule, in bot: Bot) {
        switch rule.target {
        case .state(let index): target = .state(bot.states[index])
        case .theme(let path): target = .theme(path)
        }
        keepsContext = rule.keepsContext
    }

    init(_ path: StatePath, in bot: Bot) { target = bot.state(at: path).map { .state($0) } ?? .theme(path) }

    /// Leads elsewhere; the record still tells what was understood.
    mutating func move(to path: StatePath, in bot: Bot) {
        let record = record
        self = Entrance(path, in: bot)
        self.record = record
    }
}
