import BotModel
import Conversations
import Dialog
import JavaScript

/// Calls into the slot, and what they mean when they fail.
extension ScriptHost {
    func evaluate(_ code: CodeReference) throws(TurnFailure) -> ScriptValue {
        guard !isCut else { throw TurnFailure.afterCut }
        guard isTraced else { return try result(of: code) }
        let before = slot.usage
        let outcome = Result { () throws(TurnFailure) in try result(of: code) }
        trace(.script(ScriptRun(bot.code[code.index], outcome, took: slot.usage.since(before))))
        return try outcome.get()
    }

    private func result(of code: CodeReference) throws(TurnFailure) -> ScriptValue {
        try translated { () throws(ScriptFailure) in try slot.run(try blocks[code.index].get()) }
    }

    @discardableResult
    func call(_ door: String, _ arguments: [ScriptValue]) throws(TurnFailure) -> ScriptValue {
        guard !isCut else { throw TurnFailure.afterCut }
        return try translated { () throws(ScriptFailure) in try ask(door, arguments) }
    }

    /// Calls one of the doors of `World`.
    func ask(_ door: String, _ arguments: [ScriptValue]) throws(ScriptFailure) -> ScriptValue {
        guard let door = doors[door] else { preconditionFailure("no file of World has the door \(door)") }
        return try slot.call(door, arguments)
    }

    private func translated(_ body: () throws(ScriptFailure) -> ScriptValue) throws(TurnFailure) -> ScriptValue {
        do { return try body() } catch { throw turnFailure(error) }
    }

    func turnFailure(_ failure: ScriptFailure) -> TurnFailure {
        if failure.kind == .time || failure.kind == .memory { isCut = true }
        return TurnFailure(failure)
    }

    /// A step that only a cut, or a world that the script has broken, can make fail; the failure is noted.
    func attemptInTurn(_ step: () throws(TurnFailure) -> Void) {
        guard !isCut else { return }
        do { try step() } catch { note(error) }
    }
}
