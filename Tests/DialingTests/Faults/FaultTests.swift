import Dialing
import Foundation
import Testing

/// Dialers are killed, frozen and lied to; what counts is what the network saw (campaigns.md 14.4).
@Suite struct FaultTests {
    /// More by `make torture`.
    private static let runs = number("RINGBACK_FAULT_RUNS") ?? 12
    private static let firstSeed = UInt64(number("RINGBACK_SEED") ?? 1) * 1_000_003
    /// One seed of a failure, alone.
    private static let onlySeed = number("RINGBACK_FAULT_SEED").map(UInt64.init)

    /// Stories that ended badly before their fault was mended.
    private static let onceFailed: [UInt64] = [
        1_000_007, 1_000_075, 1_000_091, 1_000_120, 2_000_039, 2_000_173, 11_000_282,
    ]

    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap(Int.init) }

    @Test("whatever goes wrong, no phone rings that must not, and no number is lost", arguments: [false, true])
    func random(sqlite: Bool) throws {
        let runs = UInt64(sqlite ? Self.runs / 5 : Self.runs)
        var count = FaultCount()
        for seed in Self.onlySeed.map({ [$0] }) ?? Self.onceFailed + (Self.firstSeed..<Self.firstSeed + runs) {
            var bits = SplitMix(seed: seed)
            let plan = FaultPlan.random(bits.pick([0.002, 0.01, 0.03, 0.1]))
            try check(seed, FaultSetting(seed: seed, isSQLite: sqlite), plan, &count)
            if count.failures > 5 { break }
        }
        print("faults: \(count) (\(sqlite ? "SQLite" : "memory"))")
    }

    @Test("a dialer may be killed, or stand still, at every single step", arguments: [false, true])
    func everyStep(sqlite: Bool) throws {
        var count = FaultCount()
        var setting = FaultSetting()
        (setting.isSQLite, setting.numbers, setting.maxAttempts) = (sqlite, 3, 2)
        let steps = Self.runs > 12 ? 1..<600 : sqlite ? 40..<42 : 24..<34
        for step in steps {
            for freeze in [0, 11, 300.5] {
                try check(7, setting, .one(step: step, freeze: freeze), &count)
            }
            if count.failures > 5 { break }
        }
        print("faults: \(count) (every step, \(sqlite ? "SQLite" : "memory"))")
    }

    private func check(_ seed: UInt64, _ setting: FaultSetting, _ plan: FaultPlan, _ count: inout FaultCount) throws {
        let world = try FaultWorld(seed: seed, setting: setting, plan: plan)
        world.run(until: setting.start.addingTimeInterval(1800))
        let isOver = world.drain()
        let evidence = try FaultEvidence(world)
        let found = (isOver ? [] : ["it never comes to an end"]) + evidence.violations
        count.add(evidence, failed: !found.isEmpty)
        let story = found.isEmpty ? "" : world.story.suffix(60).joined(separator: "\n")
        #expect(found.isEmpty, "seed \(seed), \(plan), \(setting.summary)\n\(found.joined(separator: "\n"))\n\(story)")
    }
}

/// How much was tried.
struct FaultCount: CustomStringConvertible {
    private(set) var runs = 0
    private(set) var failures = 0
    private var rings = 0
    private var faults = 0

    mutating func add(_ evidence: FaultEvidence, failed: Bool) {
        (runs, failures) = (runs + 1, failures + (failed ? 1 : 0))
        (rings, faults) = (rings + evidence.rings.count, faults + evidence.world.faults)
    }

    var description: String { "\(runs) runs, \(faults) faults, \(rings) calls, \(failures) failures" }
}
