import BotModel
import Conversations
import Dialog
import FoundationEssentials
import JavaScript
import Scripting
import Understanding
import Utterances

/// One bot for many conversations at once: several engine slots, each on threads of its own, and one fair queue.
///
///     let pool = try BotRuntimePool(bot: bot)
///     let result = try await pool.run(in: "call 17") { runtime in
///         let result = runtime.turn(state(of: "call 17"), .text("hello"), …)   // on a slot's thread
///         keep(result.state)                                                   // before the replies are handed out
///         return result
///     }
///     pool.close()
///
/// What is shared is immutable (the bot, its patterns); each slot has loaded the bot's scripts for itself. Whatever happens to a turn, a cut
/// or a script that spoils its world, is over with that turn and harms neither its slot nor another.
package final class BotRuntimePool: Sendable {
    package let bot: Bot
    /// What went wrong while the bot's scripts were loaded; every slot has the same.
    package let loadFailures: [TurnFailure]
    private let queue: TurnQueue
    private let threads: [PoolThread]

    /// Loads the bot into all slots, side by side.
    ///
    /// - Parameter teaching: makes what recognises intents; all slots share it.
    package init(
        bot: Bot, words: any WordForms = ExactForms(), entityRules: EntityRules = .none,
        teaching: @escaping IntentTeaching = { SentenceClassifier($0) }, limits: ScriptLimits = ScriptLimits(),
        services: ScriptServices = ScriptServices(), size: PoolSize = PoolSize()
    ) throws(TurnFailure) {
        self.bot = bot
        let queue = TurnQueue(size)
        let machine = MachineOnDemand(words: words) {
            DialogMachine(bot: bot, words: words, entityRules: entityRules, teaching: teaching)
        }
        let start = PoolStart()
        threads = (0..<max(size.slots, 1)).compactMap { _ in
            PoolThread {
                do throws(TurnFailure) {
                    let runtime = try BotRuntime(bot: bot, machine: machine, limits: limits, services: services)
                    start.report(.success(runtime.loadFailures))
                    runtime.onScriptThread { queue.serve(with: runtime) }
                } catch { start.report(.failure(error)) }
            }
        }
        self.queue = queue
        let reports = start.reports(of: threads.count)
        let failure = reports.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }.first
        loadFailures = (try? reports.first?.get()) ?? []
        if threads.isEmpty || failure != nil { close() }
        if let failure { throw failure }
        guard !threads.isEmpty else { throw .noThread }
        // The first caller should not wait for the patterns.
        _ = machine.machine
    }

    /// Without `close`, the threads end by themselves when what was taken is done.
    deinit {
        queue.close()
        for thread in threads { thread.leave() }
    }

    /// Runs a piece of work with a runtime of the pool: on a slot's thread, after all earlier works of this conversation, and as soon as it is
    /// this conversation's turn. What was taken is done, even when the task that waits for it is cancelled.
    ///
    /// The work may block, as for storing the new state: it then holds its slot.
    package func run<Value: Sendable>(
        in conversation: String, _ work: @escaping @Sendable (BotRuntime) -> Value
    ) async throws(PoolRefusal) -> Value {
        let result: Result<Value, PoolRefusal> = await withCheckedContinuation { continuation in
            do throws(PoolRefusal) {
                try submit(in: conversation) { runtime in continuation.resume(returning: .success(work(runtime))) }
            } catch { continuation.resume(returning: .failure(error)) }
        }
        return try result.get()
    }

    /// As `run`, for callers that wait for nothing: the work itself hands on what it has done.
    package func submit(
        in conversation: String, _ work: @escaping @Sendable (BotRuntime) -> Void
    ) throws(PoolRefusal) {
        try queue.add(work, of: conversation)
    }

    /// How many works wait for a slot.
    package var waiting: Int { queue.waitingCount }

    /// Takes no more work, does what it has taken, and ends all threads before it returns. It may be called more than once, but not by a work.
    package func close() {
        precondition(!queue.isServedHere, "a work of a pool cannot wait for the end of its own pool")
        queue.close()
        for thread in threads { thread.join() }
    }
}

/// How much a pool holds.
package struct PoolSize: Sendable, Hashable {
    /// Engine slots. More than cores, since a turn may wait for a server or a disk; 2 to 4 a core are good.
    package var slots: Int
    /// Works that may wait in all, and of one conversation.
    package var waiting: Int
    package var waitingOfOne: Int

    package init(slots: Int = 2 * PoolThread.cores, waiting: Int = 100_000, waitingOfOne: Int = 100) {
        self.slots = slots
        self.waiting = waiting
        self.waitingOfOne = waitingOfOne
    }
}

/// Why a pool takes a work not.
package enum PoolRefusal: Error, Hashable {
    /// As much waits as may wait.
    case full
    /// As much waits of this conversation as may wait of one.
    case conversationFull
    case closed
}

extension TurnFailure {
    static let noThread = TurnFailure(
        code: "script/engine", message: "The system gives no threads for the script engine.",
        hint: "See how many processes and threads this user may have (`ulimit -u`).")
}
