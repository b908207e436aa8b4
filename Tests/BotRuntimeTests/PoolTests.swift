import BotModel
import Conversations
import Foundation
import JavaScript
import Scripting
import SourceText
import Synchronization
import Testing
import WebRequests

@testable import BotRuntime

@Suite("Many conversations share a pool of slots")
struct PoolTests {
    @Test func everyConversationHasItsOwnAnswers() async throws {
        let pool = try Self.pool(slots: 3)
        let kept = States()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask { await Self.talk(number, in: pool, kept) }
            }
        }
        #expect(kept.count == 60)
        for number in 0..<60 {
            #expect(kept.state(of: "\(number)")?.session == #"{"n":6}"#)
            #expect(kept.state(of: "\(number)")?.client == #"{"name":"caller \#(number)"}"#)
        }
        pool.close()
    }

    /// Five turns, of which one is cut and one throws.
    private static func talk(_ number: Int, in pool: BotRuntimePool, _ kept: States) async {
        for text in ["say", number % 20 == 7 ? "loop" : "say", "say", "fail", "say", "say"] {
            let result = try? await pool.run(in: "\(number)") { runtime in
                var random = RandomSource.seeded(UInt64(number))
                let state = kept.state(of: "\(number)") ?? ConversationState()
                let result = runtime.turn(
                    state, .text(text), in: CallFacts(number: "caller \(number)"), at: Self.moment, random: &random)
                kept.keep(result.state, of: "\(number)")
                return result
            }
            guard text == "say", let result else { continue }
            #expect(result.replies == ["caller \(number): \(result.state.session)"])
        }
        // The turn that was cut did not count; the one of the others did.
        if number % 20 == 7 {
            _ = try? await pool.run(in: "\(number)") { runtime in
                var random = RandomSource.seeded(0)
                let result = runtime.turn(
                    kept.state(of: "\(number)") ?? ConversationState(), .text("say"),
                    in: CallFacts(number: "caller \(number)"), at: Self.moment, random: &random)
                kept.keep(result.state, of: "\(number)")
            }
        }
    }

    @Test func theWorksOfAConversationAreDoneInTheirOrder() async throws {
        let pool = try Self.pool(slots: 4)
        let order = Order()
        for number in 0..<80 { try pool.submit(in: "a") { _ in order.note("\(number)") } }
        try await pool.run(in: "a") { _ in }
        #expect(order.all == (0..<80).map { "\($0)" })
        pool.close()
    }

    @Test func aBusyConversationDelaysAnotherByOneWorkOnly() async throws {
        let pool = try Self.pool(slots: 1)
        let order = Order(), gate = DispatchSemaphore(value: 0)
        try pool.submit(in: "gate") { _ in gate.wait() }
        for _ in 0..<20 { try pool.submit(in: "a") { _ in order.note("a") } }
        try pool.submit(in: "b") { _ in order.note("b") }
        gate.signal()
        pool.close()
        #expect(order.all.prefix(3) == ["a", "b", "a"])
        #expect(order.all.count == 21, "what was taken is done, though the pool was closed")
    }

    @Test func whatIsTooMuchIsRefused() throws {
        let pool = try Self.pool(slots: 1, waiting: 4, waitingOfOne: 2)
        let gate = DispatchSemaphore(value: 0), begun = DispatchSemaphore(value: 0)
        try pool.submit(in: "gate") { _ in
            begun.signal()
            gate.wait()
        }
        begun.wait()
        for _ in 0..<2 { try pool.submit(in: "a") { _ in } }
        #expect(throws: PoolRefusal.conversationFull) { try pool.submit(in: "a") { _ in } }
        for _ in 0..<2 { try pool.submit(in: "b") { _ in } }
        #expect(throws: PoolRefusal.full) { try pool.submit(in: "c") { _ in } }
        #expect(pool.waiting == 4)
        gate.signal()
        pool.close()
        #expect(pool.waiting == 0)
        #expect(throws: PoolRefusal.closed) { try pool.submit(in: "a") { _ in } }
    }

    /// Every slot keeps the web; when nobody does any more, the slots are gone, and a slot goes with its thread.
    @Test func nothingIsLeft() async throws {
        weak var left: NoWeb?
        do {
            let web = NoWeb()
            left = web
            var services = ScriptServices()
            services.web = web
            let pool = try BotRuntimePool(bot: Self.bot(), services: services, size: PoolSize(slots: 3))
            try await pool.run(in: "a") { _ in }
            pool.close()
        }
        #expect(left == nil)
    }

    @Test func aPoolThatIsForgottenDoesWhatItHasTaken() throws {
        let done = DispatchSemaphore(value: 0)
        for _ in 0..<5 { try Self.pool(slots: 2).submit(in: "a") { _ in done.signal() } }
        for _ in 0..<5 { #expect(done.wait(timeout: .now() + 60) == .success) }
    }

    @Test func whatFailsWhileLoadingIsTold() throws {
        let bot = try Self.bot(script: "init:\n    nowhere();\n" + Self.script)
        let pool = try BotRuntimePool(bot: bot, size: PoolSize(slots: 2))
        #expect(pool.loadFailures.map(\.code) == ["script/exception"])
        pool.close()
        #expect(throws: TurnFailure.self) {
            try BotRuntimePool(bot: bot, limits: ScriptLimits(seconds: 1, memory: 4096), size: PoolSize(slots: 2))
        }
    }

    /// What one caller has names for is found in that caller's phrases only, though all slots share one finder.
    @Test func theRecordsOfOneCallerAreNobodyElses() async throws {
        let pool = try BotRuntimePool(bot: Self.bot(script: Self.nameScript), size: PoolSize(slots: 3))
        let kept = States()
        let phrases = ["bring the usual", "bring the grey cat", "bring tea"]
        let heard = await withTaskGroup(of: (Int, [String]).self) { group in
            for number in 0..<30 {
                group.addTask {
                    var heard: [String] = []
                    for text in (number == 7 ? ["call it"] : []) + phrases + phrases {
                        let result = try? await pool.run(in: "\(number)") { runtime in
                            var random = RandomSource.seeded(1)
                            let result = runtime.turn(
                                kept.state(of: "\(number)") ?? ConversationState(), .text(text),
                                in: CallFacts(number: "\(number)"), at: Self.moment, random: &random)
                            kept.keep(result.state, of: "\(number)")
                            return result
                        }
                        heard += result?.replies ?? []
                    }
                    return (number, heard)
                }
            }
            return await group.reduce(into: [Int: [String]]()) { $0[$1.0] = $1.1 }
        }
        pool.close()
        for number in 0..<30 {
            let answers = number == 7 ? ["found coffee 1", "found cat 1", "what?"] : ["what?", "what?", "what?"]
            #expect(heard[number] == (number == 7 ? ["good"] : []) + answers + answers)
        }
    }

    private static let nameScript = """
        theme: /
            state: Learn
                q!: call it
                script:
                    $caila.addClientEntityRecords("Dish", [{ rule: ["the usual"], value: "coffee" },
                        { type: "pattern", rule: ["the * cat"], value: "cat" }]);
                a: good
            state: Order
                q!: bring @Dish
                a: found {{$parseTree._Dish}} {{$entities.length || $caila.entitiesLookup($request.query).entities.length}}
            state: Else
                event!: noMatch
                a: what?
        """

    /// A thread of the system that comes later may have the number of one that is gone: it may close a pool as any other.
    @Test func aThreadThatServesNoMoreIsNoServer() throws {
        let queue = TurnQueue(PoolSize(slots: 1))
        queue.close()
        queue.serve(with: try BotRuntime(bot: Self.bot()))
        #expect(!queue.isServedHere)
    }

    private static let moment = Date(timeIntervalSince1970: 1_795_424_400)

    // MARK: A bot

    private static let script = """
        theme: /
            state: Say
                q!: say
                script:
                    $client.name = $dialer.getCaller();
                    $session.n = ($session.n || 0) + 1;
                    if (typeof leaked !== "undefined") throw "leaked";
                a: {{$client.name}}: {{JSON.stringify($session)}}
            state: Loop
                q!: loop
                script:
                    leaked = $client.name;
                    for (;;) Array.prototype.push = null;
            state: Fail
                q!: fail
                script:
                    $session.n = ($session.n || 0) + 1;
                    leaked = 1; Object.prototype.n = 5; JSON.stringify = null;
                    throw "x";
        """

    private static func bot(script: String = Self.script) throws -> Bot {
        let project = Project(name: "pool", folder: "", sourceFolder: "", entryPoints: ["main.sc"]) { path in
            path == "main.sc" ? .text(SourceFile(path: path, text: script)) : .missing
        }
        return Linker.link(project).0
    }

    private static func pool(
        slots: Int, waiting: Int = 1000, waitingOfOne: Int = 100
    ) throws -> BotRuntimePool {
        try BotRuntimePool(
            bot: bot(), limits: ScriptLimits(seconds: 0.1),
            size: PoolSize(slots: slots, waiting: waiting, waitingOfOne: waitingOfOne))
    }

    private final class NoWeb: WebRequesting {
        func answer(_ request: WebRequest) throws(WebFailure) -> WebAnswer { throw .notAllowed("") }
    }

    /// The states of conversations between their turns.
    private final class States: Sendable {
        private let states = Mutex<[String: ConversationState]>([:])
        var count: Int { states.withLock { $0.count } }
        func state(of conversation: String) -> ConversationState? { states.withLock { $0[conversation] } }
        func keep(_ state: ConversationState, of conversation: String) { states.withLock { $0[conversation] = state } }
    }

    private final class Order: Sendable {
        private let notes = Mutex<[String]>([])
        var all: [String] { notes.withLock { $0 } }
        func note(_ text: String) { notes.withLock { $0.append(text) } }
    }
}

extension TurnResult {
    fileprivate var replies: [String] {
        happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } }
    }
}
