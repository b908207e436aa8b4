import BotModel
import CivilTime
import Conversations
import Dialog
import FoundationEssentials
import JavaScript
import PatternMatching

/// Runs a bot's scripts for the dialog: one engine slot with the files of `World`, the bot's own code and all its blocks loaded.
///
/// Between two turns nothing of a conversation stays in the slot; one turn at a time may use it.
package final class ScriptHost: ScriptEvaluating {
    /// What went wrong while the bot's own files and `init:` blocks ran, and every block that has a syntax error.
    package internal(set) var loadFailures: [TurnFailure] = []

    let slot: ScriptSlot
    let bot: Bot
    /// The names of all start scripts and reactions, found when they are first asked for.
    lazy var namesOfCode = names(in: bot.startScripts.map { ($0.file, names(in: $0)) } + names(of: bot.code))
    /// Libraries that the bot uses and that were not found.
    package internal(set) var missingLibraries: [ScriptLibrary] = []
    let calls: HostCallBox
    /// What the bot's files and `init:` blocks have given to `bind`.
    var loadedHandlers: [TurnPhase: [PhaseHandler]] = [:]
    /// Whether scripts of the bot ask what was said before.
    let keepsHistory: Bool
    /// Whether scripts of the bot may set `$temp.transition`, which nobody hears of unless he asks.
    private let setsTransitions: Bool
    /// The state that runs.
    var state: StatePath?
    var doors: [String: ScriptFunction] = [:]
    var blocks: [Result<ScriptBlock, ScriptFailure>] = []
    var input: TurnInput
    /// The zone of the last turn's call.
    private var zone = Zone.utc
    /// Set once the limits have cut the turn: the slot is empty and no more code of this turn can run.
    var isCut = false
    /// What a session that has begun in this turn began with; a cut goes back to it.
    var openedSession: OpenedSession?
    var begunSessions: [BegunSession] = []
    /// Whether this turn's scripts have been given a second time limit, for the handlers of a cut.
    var hasRecovered = false

    /// What this is, for scripts that ask.
    package static let version = "0.1.0"

    /// What answers in place of all servers and services, for the turns of a test; `nil` for the world.
    package var mocks: ScriptMocks?

    package init(
        bot: Bot, limits: ScriptLimits = ScriptLimits(), services: ScriptServices = ScriptServices(),
        machine: MachineOnDemand
    ) throws(ScriptFailure) {
        self.bot = bot
        keepsHistory = bot.mentions("chatHistory")
        setsTransitions = bot.mentions("temp.transition")
        let calls = HostCallBox(
            HostCalls(services, LanguageServices(bot: bot, words: services.words, machine: machine)))
        self.calls = calls
        slot = try ScriptSlot(limits: limits) { name, arguments in calls.answer(name, arguments) }
        input = TurnInput(
            state: ConversationState(), incoming: .text(""), call: CallFacts(number: ""),
            now: Date(timeIntervalSince1970: 0),
            random: .queue([]))
        for file in World.files { try slot.load(file.text, file: World.filePrefix + file.name, firstLine: 1) }
        try findDoors()
        loadBot(with: services.libraries)
        findHandlers()
        let language = bot.configuration.language.map(ScriptValue.string)
        _ = try ask("prepare", [.string(bot.name), language ?? .undefined])
        slot.seal()
    }

    /// What `World` has made for Swift to call; found once, since each turn calls several.
    private func findDoors() throws(ScriptFailure) {
        let names = try slot.run(
            slot.compile("Object.keys(__ringback)", file: World.filePrefix + "doors", firstLine: 1, as: .expression))
        guard case .array(let list) = names else { return }
        for name in list.compactMap(\.string) { doors[name] = try slot.function("__ringback." + name) }
    }

    /// What each turn begins with, in bytes.
    package var sealedBytes: Int { slot.sealedBytes }

    /// What of it turns write, and so is copied back before each.
    package var copiedBytes: Int { slot.copiedBytes }

    // MARK: A turn

    /// Runs a whole turn on the slot's own thread, which saves a change of threads for each of its steps.
    package func onSlotThread<Result>(_ turn: () -> Result) -> Result { slot.perform(turn) }

    package func begin(_ input: TurnInput) {
        self.input = input
        isCut = false
        hasRecovered = false
        openedSession = nil
        begunSessions = []
        state = nil
        if zone.name != input.call.zone { zone = (try? Zone.named(input.call.zone)) ?? .utc }
        calls.begin(input, in: zone, mocks: mocks)
        beginInSlot()
    }

    /// The slot as it is after loading, with what the turn began with.
    func beginInSlot() {
        let (input, zone) = (input, zone)
        let milliseconds = (input.now.timeIntervalSince1970 * 1000).rounded(.down)
        slot.beginTurn(now: milliseconds, seed: calls.nextSeed()) { second in
            Int32(clamping: zone.offset(at: Date(epochSecond: Int(second))))
        }
        do { try call("begin", beginning(of: input)) } catch {
            // A turn that has no $session must not keep that.
            isCut = true
            note(error)
        }
    }

    /// The arguments of the door `begin`.
    private func beginning(of input: TurnInput) -> [ScriptValue] {
        let (state, call) = (input.state, input.call)
        let (kind, what, data): (String, String, String?) =
            switch input.incoming {
            case .text(let text): ("query", text, nil)
            case .event(let event, let data): ("event", event, data)
            case .goTo(let state): ("targetState", state, nil)
            }
        return [
            .string(openedSession?.session ?? state.session), .string(openedSession?.client ?? state.client),
            .string(openedSession == nil ? state.contextPath : "/"), .string(call.number),
            .boolean(call.isTest), .string(kind), .string(what), data.map(ScriptValue.string) ?? .undefined,
            .boolean(kind == "query" && what == "/start" && !call.isTest),
            state.contextHistory.map { .array($0.map(\.scriptValue)) } ?? .undefined,
            // Only a test has any; the facts of a call are not looked into in vain.
            call.isTest && openedSession == nil
                ? call.phone.requestData.map(ScriptValue.string) ?? .undefined : .undefined,
        ]
    }

    /// `$parseTree` of a match as JSON, made outside of any call; `nil` when it cannot be kept as JSON.
    package func convertedTree(_ tree: ParseNode) -> String? {
        begin(
            TurnInput(
                state: ConversationState(), incoming: .text(tree.text), call: CallFacts(number: ""), now: input.now,
                random: .queue([])))
        try? take(tree)
        return try? call("tree", []).string
    }

    package func recognise(_ intent: RecognisedIntent) {
        let slots = ScriptValue.array(intent.slots.map(\.scriptValue))
        attemptInTurn { () throws(TurnFailure) in
            try call("recognise", [intent.scriptValue, slots, .string(intent.utterance.text)])
        }
    }

    package func setArguments(_ arguments: ReplyField) throws(TurnFailure) {
        try call("setArguments", [arguments.scriptValue])
    }

    package func enter(_ state: StatePath, context: StatePath) {
        self.state = state
        attemptInTurn { () throws(TurnFailure) in
            try call("enter", [.string(state.description), .string(context.description)])
        }
    }

    package func run(_ block: CodeReference) throws(TurnFailure) -> ScriptWish {
        var failure: TurnFailure?
        do { _ = try evaluate(block) } catch { failure = error }
        let wish = try wishes()
        // Some wishes leave the block by an exception of their own.
        if let failure, !wish.leavesScript { throw failure }
        return wish
    }

    package func wishOfTag() throws(TurnFailure) -> ScriptWish? {
        calls.takeWish() || setsTransitions ? try askedWish() : nil
    }

    /// What the script that has just run wishes; in the usual case nothing, and nobody is asked.
    func wishes() throws(TurnFailure) -> ScriptWish { try wishOfTag() ?? ScriptWish() }

    private func askedWish() throws(TurnFailure) -> ScriptWish? {
        guard !isCut else { return nil }
        let wish = ScriptWish(try call("wish", []))
        if wish.startsSession { openedSession = OpenedSession(after: openedSession) }
        return wish
    }

    package func holds(_ condition: CodeReference) throws(TurnFailure) -> Bool { try evaluate(condition).flag }

    package func text(of expression: CodeReference) throws(TurnFailure) -> String {
        try evaluate(expression).string ?? ""
    }

    package func reply(type: String, fields: [(name: String, value: ReplyField)]) throws(TurnFailure) {
        let members = fields.map { ScriptValue.Member($0.name, $0.value.scriptValue) }
        let reply = ScriptValue.object([.init("type", .string(type))] + members)
        guard !isCut else { throw .afterCut }
        guard calls.add(.tag(reply, state: (state ?? .root).description)) else { throw .tooManyReplies }
        try call("reply", [reply])
    }

    package func note(_ failure: TurnFailure) { calls.add(.failure(placed(failure))) }

    package func remark(_ text: String) { calls.note(text) }

    package func trace(_ step: TraceStep) { if input.isTraced { calls.add(.step(step)) } }

    /// The failure with the line that it points at, and what was going on.
    func placed(_ failure: TurnFailure) -> TurnFailure {
        var failure = failure
        failure.state = failure.state ?? state?.description
        if case .text(let text) = input.incoming { failure.phrase = text }
        return withSource(failure)
    }

    package func random(below bound: Int) -> Int { calls.nextOther(below: bound) }

    var isTraced: Bool { input.isTraced }
}
