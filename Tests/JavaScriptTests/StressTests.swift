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
        let unhealthy = await withTaskGroup(of: Int.self) { group in
            for seed in 0..<2 { group.addTask { Self.unhealthy(seed: UInt64(seed), rounds: 100) } }
            return await group.reduce(0, +)
        }
        #expect(unhealthy == 0)
    }

    /// The engine's own questions come late here (no grace for the others), so that signals do most of the cuts.
    private static func unhealthy(seed: UInt64, rounds: Int) -> Int {
        var generator = SeededGenerator(seed)
        var unhealthy = 0
        for _ in 0..<rounds / 10 {
            var limits = ScriptLimits(seconds: .random(in: 0.003...0.012, using: &generator), memory: 16 << 20)
            limits.allocatorGrace = 0
            limits.signalGrace = 0
            guard let slot = try? ScriptSlot(limits: limits, host: echo) else { return rounds }
            slot.seal()
            for _ in 0..<10 {
                slot.begin()
                let script = Self.scripts.randomElement(using: &generator) ?? ""
                if slot.failure(of: script)?.kind != .time { unhealthy += 1 }
                if !slot.recovers() { unhealthy += 1 }
            }
        }
        return unhealthy
    }
}

extension ScriptSlot {
    /// Healthy within a few turns: with so little time a busy machine may cut the look at it too.
    fileprivate func recovers() -> Bool { (0..<20).contains { _ in isHealthy() } }
}
