import CampaignModel
import Foundation

/// How simulated callees behave: what a call comes to depends on the seed, the phone and how often it has rung, on nothing else.
package struct CallAnswers: Sendable, Hashable {
    /// How likely an outcome is, for each hour of the callee's day where that is given.
    package struct Weight: Sendable, Hashable {
        package var outcome: AttemptOutcome
        /// 24 of them, or 1 for all hours; not negative.
        package var byHour: [Double]

        package init(_ outcome: AttemptOutcome, _ byHour: [Double]) { (self.outcome, self.byHour) = (outcome, byHour) }

        func weight(atHour hour: Int) -> Double { byHour.count == 24 ? byHour[hour] : byHour.first ?? 0 }
    }

    package let seed: UInt64
    package let weights: [Weight]

    package init(seed: UInt64, weights: [Weight]) { (self.seed, self.weights) = (seed, weights) }

    /// What comes of a call.
    package struct Fate: Sendable, Hashable {
        package var outcome: AttemptOutcome
        /// 10 to 30 seconds.
        package var ringing: TimeInterval
        /// 20 to 60 seconds when somebody answers, else none.
        package var talking: TimeInterval
        /// Bits for whoever plays the callee.
        package var seed: UInt64
    }

    /// - Parameter rings: how many times the phone has rung before.
    package func fate(of phoneKey: String, rings: Int, hour: Int = 12) -> Fate {
        var bits = SplitMix(seed: seed)
        for byte in phoneKey.utf8 { bits.stir(UInt64(byte)) }
        bits.stir(UInt64(rings) &+ 0x1000)
        let outcome = draw(bits.unit(), atHour: hour)
        let ringing = (10 + 20 * bits.unit()).rounded()
        let talk = (20 + 40 * bits.unit()).rounded()
        return Fate(outcome: outcome, ringing: ringing, talking: outcome.isAnswered ? talk : 0, seed: bits.next())
    }

    private func draw(_ share: Double, atHour hour: Int) -> AttemptOutcome {
        let weights = weights.map { ($0.outcome, $0.weight(atHour: hour)) }
        var rest = share * weights.reduce(0) { $0 + $1.1 }
        for (outcome, weight) in weights {
            if rest < weight { return outcome }
            rest -= weight
        }
        return weights.last?.0 ?? .noAnswer
    }

    /// Reads `noAnswer=45,busy=10,answered=45`.
    ///
    /// - Returns: `nil` with the piece that is not understood.
    package static func weights(_ list: String) -> Result<[Weight], UnreadableAnswers> {
        var weights: [Weight] = []
        for piece in list.split(separator: ",") {
            let sides = piece.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard sides.count == 2, let outcome = AttemptOutcome(rawValue: sides[0]), let weight = Double(sides[1]),
                weight >= 0, weight.isFinite
            else { return .failure(UnreadableAnswers(piece: String(piece))) }
            weights.append(Weight(outcome, [weight]))
        }
        let total = weights.reduce(0) { $0 + ($1.byHour.first ?? 0) }
        return total > 0 ? .success(weights) : .failure(UnreadableAnswers(piece: list))
    }
}

/// A piece of `--answers` that names no outcome with a weight.
package struct UnreadableAnswers: Error, Sendable, Hashable {
    package let piece: String
}

/// Well mixed bits (SplitMix64), the same for the same seed.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// Makes all that follows depend on a value.
    package mutating func stir(_ value: UInt64) { state = next() ^ value &* 0x9E37_79B9_7F4A_7C15 }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    /// From 0 up to 1.
    package mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
