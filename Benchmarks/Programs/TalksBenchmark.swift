import BotModel
import BotRuntime
import CampaignModel
import CampaignStorage
import Conversations
import Dialing
import Foundation
import SQLiteStorage
import Synchronization

/// Many conversations with one bot in one process.
func benchTalks(slots: Int? = nil) throws {
    let empty = residentBytes()
    var size = PoolSize()
    if let slots { size.slots = slots }
    let pool = try BotRuntimePool(bot: ScriptedBot.bot(functions: 0), size: size)
    print("\(size.slots) slots on \(PoolThread.cores) cores")
    let talks = Talks(pool)
    try benchPace(talks)
    try benchHop(talks)
    try benchRate(talks)
    try benchCommit()
    try benchIdle(talks, above: empty)
    pool.close()
}

private func benchPace(_ talks: Talks) throws {
    // Each of 10,000 callers says something every two seconds, no two at the same moment.
    let pace = try talks.pace(conversations: 10_000, turns: 50_000, everySeconds: 1.0 / 5_000)
    print("10,000 talk, 5,000 turns/s, queue included: p50 of a turn is \(rounded(pace.p50 * 1e3)) ms")
    show("p99", pace.p99 * 1e3, "ms", pace.p99 / pace.p50, "p50")
    showBar("10,000 conversations talk in turn: p99 below 5 ms", pace.p99 < 5e-3)
    showBar("each has its own answers and states", talks.isRight(turns: 50_000))
}

private func benchHop(_ talks: Talks) throws {
    let times = (0..<3000).map { _ in talks.wait(for: "hop") }
    let alone = median(times.map(\.all)), inside = median(times.map(\.turn))
    show("a turn through the pool, one at a time", alone * 1e6, "µs", alone / inside, "the turn itself on its slot")
    print("  queue and hop add \(rounded((alone - inside) * 1e6)) µs when the slots sleep")
}

private func benchRate(_ talks: Talks) throws {
    let turns = 60_000
    var spent = 0.0
    let processor = try processorSeconds { spent = try talks.rush(conversations: 10_000, turns: turns) }
    show("turns a second, all slots busy", Double(turns) / spent, "turns/s", Double(turns) / spent / 20_000, "20,000")
    showBar("at least 20,000 turns/s", Double(turns) / spent >= 20_000)
    let each = processor / Double(turns)
    show("processor time of such a turn, queue and store included", each * 1e6, "µs", processor / spent, "one core")
}

/// What one transaction of SQLite adds when each turn is kept on the disk before its replies are handed out.
private func benchCommit() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ringback-talks-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteCampaignStore(path: folder.appendingPathComponent("talks.db").path, mode: .readWrite)
    let now = Date(timeIntervalSince1970: 1_795_424_400)
    let ledger = try CallLedger(
        store: store, campaign: "bench", number: "+16500000000", bot: "bench", zone: "UTC", at: now,
        identifiers: SystemRandomNumberGenerator())
    let commit = try median(
        (0..<300).map { number in
            try seconds {
                _ = try ledger.keep(
                    TurnToKeep(
                        conversation: "{\"n\":\(number)}", client: "{}"), at: now.addingTimeInterval(Double(number)))
            }
        })
    print("  keeping a turn in SQLite (one transaction on the disk) adds \(rounded(commit * 1e6)) µs")
}

private func benchIdle(_ talks: Talks, above empty: Int) throws {
    try talks.fill(conversations: 50_000)
    let all = Double(residentBytes()) / 1e6
    show("50,000 idle conversations, all of the process", all, "MB", all / (Double(empty) / 1e6), "the empty process")
    showBar("at most 200 MB", all <= 200)
}

/// Memory of this process that lies in RAM.
func residentBytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
}

/// Conversations that are kept in memory between their turns.
private final class Talks: Sendable {
    private let pool: BotRuntimePool
    private let kept = MemoryConversations()

    init(_ pool: BotRuntimePool) { self.pool = pool }

    /// One turn: the state from the store, the turn, the new state into the store. `done` hears how long the turn itself took.
    private func say(_ conversation: String, done: @escaping @Sendable (Double) -> Void) {
        let kept = kept
        let work: @Sendable (BotRuntime) -> Void = { runtime in
            let spent = seconds {
                var random = RandomSource.queue([])
                let state = kept.state(of: conversation) ?? ConversationState()
                let result = runtime.turn(
                    state, .text("my name is n\(conversation)"), in: CallFacts(number: conversation),
                    at: Date(timeIntervalSince1970: 1_795_424_400), random: &random)
                kept.keep(result.state, of: conversation)
            }
            done(spent)
        }
        do { try pool.submit(in: conversation, work) } catch { fatalError("the pool refuses: \(error)") }
    }

    /// Turns that begin one after another at a fixed pace, whether the ones before are done or not.
    func pace(conversations: Int, turns: Int, everySeconds pause: Double) throws -> (p50: Double, p99: Double) {
        let clock = ContinuousClock(), group = DispatchGroup()
        let times = Mutex([Double](repeating: 0, count: turns))
        let begun = clock.now
        for turn in 0..<turns {
            let moment = begun.advanced(by: .seconds(Double(turn) * pause))
            while clock.now < moment { usleep(50) }
            group.enter()
            // Counted from the moment when it was due, so that a late start is no gain.
            say("\(turn % conversations)") { _ in
                let spent = (clock.now - moment).inSeconds
                times.withLock { $0[turn] = spent }
                group.leave()
            }
        }
        group.wait()
        let sorted = times.withLock { $0.sorted() }
        return (sorted[turns / 2], sorted[turns * 99 / 100])
    }

    /// As many turns as the slots can do: a thousand conversations talk at once, and when one is answered the next one begins.
    func rush(conversations: Int, turns: Int) throws -> Double {
        let begun = Atomic(0), answered = DispatchGroup()
        @Sendable func next() {
            let turn = begun.add(1, ordering: .relaxed).oldValue
            guard turn < turns else { return answered.leave() }
            say("rush \(turn % conversations)") { _ in next() }
        }
        return seconds {
            for _ in 0..<min(1000, conversations) {
                answered.enter()
                next()
            }
            answered.wait()
        }
    }

    /// How long a caller waits who is alone, and how much of that is the turn itself on the thread of its slot.
    func wait(for conversation: String) -> (all: Double, turn: Double) {
        let done = DispatchSemaphore(value: 0), turn = Mutex(0.0)
        let all = seconds {
            say(conversation) { taken in
                turn.withLock { $0 = taken }
                done.signal()
            }
            done.wait()
        }
        return (all, turn.withLock { $0 })
    }

    func fill(conversations: Int) throws {
        _ = try rush(conversations: conversations, turns: conversations)
    }

    /// Every one of the 10,000 has counted its own turns and knows its own name.
    func isRight(turns: Int) -> Bool {
        (0..<10_000).allSatisfy { number in
            let state = kept.state(of: "\(number)")
            return state?.client == "{\"name\":\"N\(number)\"}"
                && state?.session.hasPrefix("{\"visits\":\(turns / 10_000),") == true
        }
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
