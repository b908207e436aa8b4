import HostileScripts
import JavaScript
import TestClock
import Testing

/// Scripts that would take the machine with them; the list of the engine's own weak places is in the room's README.
@Suite("Hostile scripts are stopped and harm nobody", .serialized)
struct HostileTests {
    private static let limits = ScriptLimits(seconds: 0.1, memory: 32 << 20)

    @Test(arguments: HostileScript.all.indices) func everyOneIsStopped(number: Int) throws {
        let script = HostileScript.all[number]
        switch script.ending {
        case .time: try stopped(script.code, .time, limits: Self.limits)
        case .memory: try stopped(script.code, .memory, limits: ScriptLimits(seconds: 3, memory: 32 << 20))
        case .error: try refused(script.code)
        }
    }

    @Test(arguments: [
        "function f() { return f() + 1 } f()", "eval('('.repeat(100000))", "JSON.parse('['.repeat(200000))",
    ])
    func stack(code: String) throws {
        let slot = try slot(Self.limits)
        #expect(slot.failure(of: code)?.kind == .stack)
        #expect(slot.isHealthy())
    }

    @Test func largeTextsAreRefusedByTheEngine() throws {
        let slot = try slot(Self.limits)
        #expect(slot.failure(of: "'x'.repeat(2 ** 30)")?.message.hasPrefix("RangeError") == true)
        #expect(slot.isHealthy())
    }

    @Test func theWaitForAHostIsNoScriptTime() throws {
        let slot = try slot(ScriptLimits(seconds: 0.1, memory: 32 << 20)) { _, _ in
            let clock = ContinuousClock()
            let end = clock.now.advanced(by: .milliseconds(400))
            while clock.now < end {}
            return .value(.null)
        }
        #expect(try slot.value("[__host('slow'), 1]") == .array([.null, .number(1)]))
    }

    @Test func theLimitIsOfTheTurnNotOfTheBlock() throws {
        let slot = try slot(Self.limits)
        let block = try slot.compile("for (var i = 0; i < 100000; i++);", file: "a.sc", firstLine: 5, as: .block)
        let failure = #expect(throws: ScriptFailure.self) { for _ in 0..<10_000 { _ = try slot.run(block) } }
        #expect(failure?.kind == .time)
        #expect(failure?.file == "a.sc")
        #expect(failure?.line == 5)
    }

    @Test func aFileThatIsCutWhileLoadingLeavesTheSlotUsable() throws {
        let slot = try ScriptSlot(limits: Self.limits, host: echo)
        try slot.load("var good = 1", file: "good.js", firstLine: 1)
        let cut = #expect(throws: ScriptFailure.self) {
            try slot.load("\nfor (;;) Math.random()", file: "bad.js", firstLine: 1)
        }
        #expect(cut?.kind == .time)
        #expect(cut?.line == 2)
        slot.seal()
        slot.begin()
        #expect(try slot.value("good") == .number(1))
        #expect(slot.isHealthy())
    }

    private func stopped(_ code: String, _ kind: ScriptFailure.Kind, limits: ScriptLimits) throws {
        let slot = try slot(limits)
        var found: ScriptFailure?
        // Of the processor: other programs may want the machine.
        let taken = slot.perform { processorTime { found = slot.failure(of: "\n" + code, firstLine: 9) } }
        #expect(taken < .seconds(limits.seconds + 0.3))
        let failure = try #require(found)
        #expect(failure.kind == kind, "\(failure)")
        #expect(failure.file == "bot/main.sc")
        #expect(failure.line == 9 || failure.line == 10)
        #expect(slot.failure(of: "1")?.kind == kind, "the turn stays cut")
        #expect(slot.isHealthy())
    }

    private func refused(_ code: String) throws {
        let slot = try slot(Self.limits)
        var found: ScriptFailure?
        let taken = slot.perform { processorTime { found = slot.failure(of: code) } }
        #expect(taken < .seconds(Self.limits.seconds + 0.3))
        #expect(found?.kind == .exception || found?.kind == .stack, "\(String(describing: found))")
        #expect(slot.isHealthy())
    }
}
