import JavaScript
import Testing

@Suite("Nothing of a turn reaches the next")
struct TurnTests {
    @Test(arguments: [
        "leaked = 1", "globalThis.leaked = 1", "Array.prototype.join = null; Object.prototype.x = 1",
        "JSON.stringify = null; String.prototype.replace = null", "Object.freeze(globalThis); Date = null",
        "Object.defineProperty(Object.prototype, 'y', {get: function () { throw 1 }})",
        "Promise.prototype.then = null; kept.list.push(1)", "delete globalThis.JSON; Math.random = null",
        "setLater = []; Promise.resolve().then(function f() { setLater.push(1) })",
    ])
    func leaks(code: String) throws {
        let slot = try slot(prelude: "var kept = {list: []}")
        _ = try slot.run(try slot.compile(code, file: "a.sc", firstLine: 1, as: .block))
        #expect(slot.isHealthy())
        #expect(try slot.value("kept.list.length") == .number(0))
    }

    @Test func blocksOfTheSnapshotRunInEveryTurn() throws {
        let slot = try ScriptSlot(limits: ScriptLimits(seconds: 5, memory: 32 << 20), host: echo)
        try slot.load("var count = 0", file: "ringback:prelude", firstLine: 1)
        let block = try slot.compile(
            "let step = 1; count += step; return count", file: "a.sc", firstLine: 1, as: .block)
        slot.seal()
        for _ in 0..<20 {
            slot.begin()
            #expect(try slot.run(block) == .number(1))
            #expect(try slot.run(block) == .number(2))
            #expect(try slot.value("count") == .number(2))
        }
    }

    @Test func aBodyOnTheSlotsThreadMayUseTheSlot() throws {
        let slot = try slot()
        let values = slot.perform { (try? slot.value("1 + 1"), slot.perform { try? slot.value("2 + 2") }) }
        #expect(values.0 == .number(2))
        #expect(values.1 == .number(4))
    }

    @Test func tooLittleMemoryIsSaidAtOnce() {
        for memory in [0, 4096, 100 << 10] {
            #expect(throws: ScriptFailure.self) {
                try ScriptSlot(limits: ScriptLimits(seconds: 1, memory: memory), host: echo)
            }
        }
    }
}
