import JavaScript
import Testing

/// Cuts at random moments, by whichever layer comes first, each followed by a look at the slot's health.
@Suite("Cuts at any moment leave a sound slot")
struct StressTests {
    private static let scripts = [
        "for (;;) Math.random()", "var a = []; for (;;) a.push({x: a.length})", "for (;;) 'a,b,c'.split(',').join('')",
        "for (;;) JSON.parse(JSON.stringify({a: [1, 2, {b: 'ж'}]}))", "for (;;) new Date(2020, 1, 1).toString()",
        "for (;;) /(a+)+$/.test('aaaaaaaaaaaaab')", "for (;;) [5, 3, 1].sort().map(String)",
        "for (;;) __host('echo', {a: [1, new Date()]})", "Array.prototype.reverse.call({length: 2 ** 50})",
        "var a = [1]; a.length = 4294967295; a.sort()", "(async function () { for (;;) await null })()",
        "for (;;) { try { null.x } catch (e) { e.stack } }",
    ]

    @Test func twoSlotsTwoThreads() async {
        let tallies = await withTaskGroup(of: Tally.self) { group in
            for seed in 0..<2 { group.addTask { Self.tally(seed: UInt64(seed), slots: 10) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for tally in tallies {
            #expect(tally.unhealthy == 0)
            #expect(tally.signals > 0, "some cuts come in the middle of a built-in")
        }
    }

    private struct Tally {
        var unhealthy = 0
        var signals: UInt64 = 0
    }

    /// No layer has any grace, so each of them may come first.
    private static func tally(seed: UInt64, slots: Int) -> Tally {
        var generator = SeededGenerator(seed)
        var tally = Tally()
        for _ in 0..<slots {
            var limits = ScriptLimits(seconds: .random(in: 0.003...0.012, using: &generator), memory: 16 << 20)
            limits.allocatorGrace = 0
            limits.signalGrace = 0
            guard let slot = try? ScriptSlot(limits: limits, host: echo) else { return Tally(unhealthy: slots) }
            slot.seal()
            for _ in 0..<10 {
                slot.begin()
                let script = scripts.randomElement(using: &generator) ?? ""
                if slot.failure(of: script)?.kind != .time { tally.unhealthy += 1 }
                if !slot.recovers() { tally.unhealthy += 1 }
            }
            tally.signals += slot.cuts.signal
        }
        return tally
    }
}

extension ScriptSlot {
    /// Healthy within a few turns: with so little time a busy machine may cut the look at it too.
    fileprivate func recovers() -> Bool { (0..<20).contains { _ in isHealthy() } }
}
