import Foundation
import HostileScripts
import JavaScript
import Testing

/// Cuts at random moments, each followed by a look at the slot's health. `make torture` does 21,000 (`RINGBACK_CUTS`).
@Suite("Cuts at any moment leave a sound slot")
struct StressTests {
    private static let wanted = ProcessInfo.processInfo.environment["RINGBACK_CUTS"].flatMap { Int($0) } ?? 600

    @Test func severalSlotsAtOnceByEveryLayer() async {
        let tallies = await withTaskGroup(of: Tally.self) { group in
            for seed in 0..<4 { group.addTask { Self.tally(seed: UInt64(seed)) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let all = tallies.reduce(Tally()) { $0 + $1 }
        print(
            "cuts: interrupt \(all.interrupt), allocator \(all.allocator), signal \(all.signal); unhealthy \(all.unhealthy)"
        )
        #expect(all.unhealthy == 0)
        #expect(all.cuts >= Self.wanted)
        #expect(all.interrupt > 0 && all.allocator > 0 && all.signal > 0, "each layer has cut: \(all)")
    }

    private struct Tally {
        var unhealthy = 0
        var interrupt = 0, allocator = 0, signal = 0
        var cuts: Int { interrupt + allocator + signal }

        static func + (one: Tally, other: Tally) -> Tally {
            Tally(
                unhealthy: one.unhealthy + other.unhealthy, interrupt: one.interrupt + other.interrupt,
                allocator: one.allocator + other.allocator, signal: one.signal + other.signal)
        }
    }

    /// A slot of one thread after another, each with the grace that lets one layer come first.
    private static func tally(seed: UInt64) -> Tally {
        var generator = SeededGenerator(seed)
        var tally = Tally()
        while tally.cuts < wanted / 4 + 1, tally.unhealthy == 0 {
            var limits = ScriptLimits(seconds: 10, memory: 16 << 20)
            let layer = Int.random(in: 0..<3, using: &generator)
            limits.allocatorGrace = layer == 1 ? 0 : 0.5
            limits.signalGrace = layer == 2 ? 0 : 0.6
            guard let slot = try? slot(limits, prelude: "var kept = [1, {a: 'ж'}]") else { return Tally(unhealthy: 1) }
            // Only a signal cuts the last two.
            let scripts = layer == 2 ? HostileScript.endless[...] : HostileScript.endless.dropLast(2)
            for _ in 0..<50 { tally.unhealthy += cut(slot, scripts.randomElement(using: &generator) ?? "", &generator) }
            tally.interrupt += Int(slot.cuts.interrupt)
            tally.allocator += Int(slot.cuts.allocator)
            tally.signal += Int(slot.cuts.signal)
        }
        return tally
    }

    /// One cut; how much is wrong after it.
    private static func cut(_ slot: ScriptSlot, _ script: String, _ generator: inout SeededGenerator) -> Int {
        slot.begin()
        slot.limitTurn(to: .random(in: 0.000_05...0.002, using: &generator))
        let wasCut = slot.failure(of: script)?.kind == .time
        slot.begin()
        let isRestored = slot.isRestored
        return wasCut && isRestored && slot.isHealthy() ? 0 : 1
    }
}
