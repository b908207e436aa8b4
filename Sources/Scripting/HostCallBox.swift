import BotModel
import CivilTime
import Conversations
import Dialog
import Foundation
import JavaScript

/// Lets the slot's thread and the turn's thread reach the same `HostCalls`; they never run at the same time, and the
/// lock makes that visible to both.
final class HostCallBox: @unchecked Sendable {
    private let lock = NSLock()
    private var calls: HostCalls

    init(_ calls: HostCalls) { self.calls = calls }

    func begin(_ input: TurnInput, in zone: Zone, mocks: ScriptMocks?) {
        lock.withLock { calls.begin(input, in: zone, mocks: mocks) }
    }

    func answer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer {
        let answer = lock.withLock { calls.answer(name, arguments) }
        // Only servers are waited for; what is worked out for a script counts as its own time.
        guard name != "http", case .value(let value) = answer else { return answer }
        return .computed(value)
    }

    func add(_ reply: SaidReply) -> Bool { lock.withLock { calls.add(reply) } }

    func add(_ happening: Happening) { lock.withLock { calls.add(happening) } }

    func nextOther(below bound: Int) -> Int { lock.withLock { calls.nextOther(below: bound) } }

    func nextSeed() -> UInt64 { lock.withLock { calls.nextSeed() } }

    /// What the author should know.
    func note(_ words: String) { lock.withLock { calls.write(words, as: Happening.note, at: nil) } }

    /// Whether a script has wished something since this was last asked.
    func takeWish() -> Bool {
        lock.withLock {
            defer { calls.hasWished = false }
            return calls.hasWished
        }
    }

    func offer(_ hypotheses: Hypotheses) { lock.withLock { calls.hypotheses = hypotheses } }

    func forgetEarlierTurns() {
        lock.withLock {
            calls.forgetEarlierTurns()
            calls.hypotheses = nil
        }
    }

    func forgetBoundHandlers() { lock.withLock { calls.boundHandlers = [] } }

    var boundHandlers: [PhaseHandler] { lock.withLock { calls.boundHandlers } }
    var heard: [SpokenLine] { lock.withLock { calls.heard } }
    var said: [SaidReply] { lock.withLock { calls.said } }
    /// What the turn's scripts have set for the phone.
    var phoneWishes: (noInputTimeout: Int?, voice: VoiceSettings?) {
        lock.withLock { (calls.phone.noInputTimeout, calls.phone.setVoice) }
    }
    var redialUsed: Bool { lock.withLock { calls.redialUsed } }
    var chance: (drawn: DrawnNumbers?, ofTurn: [Int]) { lock.withLock { (calls.drawn, calls.numbersOfTurn) } }
    var random: RandomSource { lock.withLock { calls.random } }

    /// Replies and everything else of the turn in one order; a `hangup` reply is the bot's hang-up.
    func merged(with replies: [Reply]) -> [Happening] {
        var placed = lock.withLock { calls.placed }[...]
        var result: [Happening] = []
        for (index, reply) in replies.enumerated() {
            while let next = placed.first, next.position <= index { result.append(placed.removeFirst().happening) }
            result.append(reply.type == "hangup" ? .hangUp(.bot) : .reply(reply))
        }
        return result + placed.map(\.happening)
    }
}
