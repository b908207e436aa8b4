import BotModel
import Conversations
import Dialog
import Entities
import FoundationEssentials
import JavaScript
import PatternMatching
import Scripting
import Understanding
import Utterances

/// Runs one bot: state and incoming in, new state and happenings out. Many conversations may share it, one turn at a time.
package final class BotRuntime {
    package let bot: Bot
    private let onDemand: MachineOnDemand
    private var machine: DialogMachine { onDemand.machine }
    private let scripts: ScriptHost
    /// The bot's `messages.onError`.
    private let errorAnswer: String?
    /// Whether turns tell their steps: transitions, and scripts with what they took.
    package var isTraced = false

    /// Loads the bot's scripts; what goes wrong in them stands in `loadFailures`, and the bot works as far as it can.
    ///
    /// - Parameter words: the forms of words for `~word` in patterns; without them it matches the word as it is written.
    /// - Parameter entityRules: find the platform's own entities (`@duckling.time`).
    /// - Parameter teaching: makes what recognises intents.
    /// - Parameter services: what scripts reach of the world: nothing, unless it is said.
    package convenience init(
        bot: Bot, words: any WordForms = ExactForms(), entityRules: EntityRules = .none,
        teaching: @escaping IntentTeaching = { SentenceClassifier($0) }, limits: ScriptLimits = ScriptLimits(),
        services: ScriptServices = ScriptServices()
    ) throws(TurnFailure) {
        let machine = MachineOnDemand(words: words) {
            DialogMachine(bot: bot, words: words, entityRules: entityRules, teaching: teaching)
        }
        try self.init(bot: bot, machine: machine, limits: limits, services: services)
    }

    /// With a machine that other runtimes of this bot use, too.
    init(
        bot: Bot, machine: MachineOnDemand, limits: ScriptLimits, services: ScriptServices
    ) throws(TurnFailure) {
        self.bot = bot
        errorAnswer = bot.configuration.errorAnswer
        onDemand = machine
        var services = services
        services.words = machine.words
        do {
            scripts = try ScriptHost(bot: bot, limits: limits, services: services, machine: machine)
        } catch {
            throw TurnFailure(code: "script/engine", message: "The script engine did not start: \(error.message)")
        }
    }

    /// Loads the bot's scripts only to check them: a script that does not end is stopped after a second.
    package convenience init(checking bot: Bot, library: ScriptShelf = .empty) throws(TurnFailure) {
        var services = ScriptServices()
        services.environment = .unknown
        services.libraries = library
        try self.init(bot: bot, limits: ScriptLimits(seconds: 1), services: services)
    }

    /// What scripts are told that ask which program this is.
    package static let version = ScriptHost.version

    /// What went wrong while the bot's `init:` blocks and JavaScript files were loaded, and blocks with syntax errors.
    package var loadFailures: [TurnFailure] { scripts.loadFailures }

    /// Every use of a global name in the bot's JavaScript, and every global name that it declares.
    ///
    /// - Parameter sources: for the names of converters.
    package func scriptNames(_ sources: BotSources?) -> [ScriptName] {
        scripts.names(converters: sources?.converters ?? [])
    }

    var missingLibraries: [ScriptLibrary] { scripts.missingLibraries }

    /// What the platform gives to scripts and this version does not have.
    var missingServices: [String] { scripts.missingServices }

    /// The bytes of the loaded scripts and their engine.
    package var scriptBytes: Int { scripts.sealedBytes }

    /// How many of them turns write, so that they are copied back before each turn.
    package var copiedScriptBytes: Int { scripts.copiedBytes }

    /// One turn. It touches no store, clock or terminal: the caller of this function keeps the state and hands out the replies.
    package func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, random: inout RandomSource
    ) -> TurnResult {
        turn(state, incoming, in: call, at: now, mocks: nil, random: &random)
    }

    /// One turn of a test, in which these answer in place of all servers and services; without them it is a turn like any other.
    package func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, mocks: ScriptMocks?,
        random: inout RandomSource
    ) -> TurnResult {
        let input = TurnInput(
            state: state, incoming: incoming, call: call, now: now, random: random, isTraced: isTraced)
        let machine = machine
        let (result, rest) = scripts.onSlotThread {
            scripts.mocks = mocks
            return machine.turn(input, scripts: scripts)
        }
        random = rest
        return apologised(result)
    }

    /// Runs `body` on the thread of the scripts: turns that it takes need no change of threads.
    package func onScriptThread<Result>(_ body: () -> Result) -> Result { scripts.onSlotThread(body) }

    /// Adds the bot's `messages.onError` after a failure of its scripts (dsl.md 7); silence when there is none.
    private func apologised(_ result: TurnResult) -> TurnResult {
        guard let words = errorAnswer,
            let position = result.happenings.lastIndex(where: Self.isOfScripts)
        else { return result }
        var result = result
        let reply = Reply(type: "text", text: words, state: result.state.contextPath, json: "{\"type\":\"text\"}")
        result.happenings.insert(.reply(reply), at: position + 1)
        return result
    }

    /// A pattern that was given up is told, but the talk goes on as if it did not match; a bot that has left too much is silent (dsl.md 4.6).
    private static let silentFailures: Set = ["match/given-up", "dialog/too-much-data"]

    /// A failure that a handler of the bot has heard of is the handler's to answer.
    private static func isOfScripts(_ happening: Happening) -> Bool {
        guard case .failure(let failure) = happening else { return false }
        return !silentFailures.contains(failure.code) && !failure.isHandled
    }

    /// Whether some rule of the bot may answer this text from this state, or a handler that is asked before all rules (`call` sends `/start`
    /// first only then).
    package func answers(_ text: String, in state: ConversationState) -> Bool {
        machine.answers(.text(text), in: StatePath(state.contextPath)) || handlesBeforeMatch(in: state)
    }

    /// Whether some rule of the bot may answer this event from this state, or a handler that is asked before all rules (dsl.md 6.1).
    package func answers(event: String, in state: ConversationState) -> Bool {
        machine.answers(.event(event), in: StatePath(state.contextPath)) || handlesBeforeMatch(in: state)
    }

    private func handlesBeforeMatch(in state: ConversationState) -> Bool {
        let context = StatePath(state.contextPath)
        return scripts.handlers(of: .preMatch).contains { context.isWithin($0.path) }
    }

    /// Explains which rules answer texts and why; made once for many of them.
    package func explainer() -> RuleExplainer { machine.explainer() }

    /// The rules for a text in a state, best first, with what their patterns captured; however long the text is.
    ///
    /// - Parameter moment: when and where the text is said, for the entities in it.
    package func search(_ text: String, in contextPath: String, at moment: EntityMoment? = nil) -> RuleSearch {
        machine.search(text, in: StatePath(contextPath), at: moment)
    }

    /// `$parseTree` as JSON, with the values of converters; `nil` when it cannot be made.
    package func convertedTree(_ tree: ParseNode) -> String? { scripts.onSlotThread { scripts.convertedTree(tree) } }

    /// By how much a text is longer than the bot takes.
    package func excess(of text: String) -> LengthExcess? { machine.excess(of: text) }
}
