import JavaScript
import Testing

/// Scripts that would take the machine with them; the list of the engine's own weak places is in the room's README.
@Suite("Hostile scripts are stopped and harm nobody", .serialized)
struct HostileTests {
    private static let limits = ScriptLimits(seconds: 0.1, memory: 32 << 20)

    @Test(arguments: [
        "for (;;) {}",
        "while (true) { try { throw 1 } catch (e) {} finally { continue } }",
        "function f() { try { f() } catch (e) { f() } } f()",
        "/(a+)+$/.test('a'.repeat(40) + 'b')",
        "/(x+x+)+y/.test('x'.repeat(60))",
        "function next() { Promise.resolve().then(next) } next()",
        "Array.prototype.indexOf.call({length: 1e9}, 1)",
        "Array.prototype.reverse.call({length: 2 ** 53 - 1})",
        "var a = [3, 1]; a.length = 4294967295; a.sort()",
        "var n = 3n; for (;;) n = n * n % (2n ** 20000n)",
        "return {get a() { for (;;) {} }}",
        "__host('echo', new Proxy({}, {ownKeys: function () { for (;;) {} }}))",
        "throw {toJSON: function () { for (;;) {} }}",
        "var e = new Error(); Object.defineProperty(e, 'message', {get: function () { for (;;) {} }}); throw e",
        "(async function () { for (;;) await null })()",
        "for (;;) new Date(2020, 1, 1)",
        "for (;;) __host('echo', 1)",
    ])
    func time(code: String) throws {
        try stopped(code, .time, limits: Self.limits)
    }

    @Test(arguments: [
        "var a = []; for (;;) a.push({})",
        "var s = 'ab'; for (;;) { try { s += s; s.split('') } catch (e) {} }",
        "new Array(1e9).fill(0)",
        "Array(1e9).join('xxxxxxxxxx')",
        "var m = new Map(); for (var i = 0; ; i++) m.set('key ' + i, [i])",
        "function next() { return Promise.resolve().then(next) } next()",
        "var a = []; for (;;) a.push('x'.repeat(1e6) + a.length)",
    ])
    func memory(code: String) throws {
        try stopped(code, .memory, limits: ScriptLimits(seconds: 3, memory: 32 << 20))
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
        let clock = ContinuousClock()
        let begun = clock.now
        let failure = try #require(slot.failure(of: "\n" + code, firstLine: 9))
        // Far more than it takes: other programs may want the machine.
        #expect(clock.now - begun < .seconds(20))
        #expect(failure.kind == kind, "\(failure)")
        #expect(failure.file == "bot/main.sc")
        #expect(failure.line == 9 || failure.line == 10)
        #expect(slot.failure(of: "1")?.kind == kind, "the turn stays cut")
        #expect(slot.isHealthy())
    }
}
