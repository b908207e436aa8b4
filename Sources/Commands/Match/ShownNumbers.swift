import Dialog
import PatternMatching

/// How numbers are printed: with two decimals, or as many as the numbers at hand need to be told apart and to add up.
struct ShownNumbers {
    let decimals: Int

    static let usual = ShownNumbers(decimals: 2)
    private static let most = 6

    private init(decimals: Int) { self.decimals = decimals }

    /// As many decimals as tell numbers apart that are not the same.
    init(telling numbers: [Double]) { self = Self.fewest { $0.tells(numbers) } }

    /// As many as an explanation needs: what is printed of the winner adds up, and no loser has the winner's rank unless it really has.
    init(_ winner: FoundRule, _ losers: ArraySlice<FoundRule>, globalPenalty: Double, stepPenalty: Double) {
        let match = winner.match()
        let candidate = winner.candidate
        let penalties = [
            candidate.isGlobal && candidate.steps > 0 ? globalPenalty : 0, stepPenalty * Double(candidate.steps),
        ]
        self = Self.fewest { numbers in
            numbers.addsUp([winner.score] + penalties.map { -$0 }, to: winner.rank)
                && (match.map(numbers.addsUp) ?? true)
                && losers.allSatisfy {
                    numbers.tells([winner.rank, $0.rank]) && numbers.tells([winner.score, $0.score])
                }
        }
    }

    private static func fewest(_ isEnough: (ShownNumbers) -> Bool) -> ShownNumbers {
        let possible = (usual.decimals...most).lazy.map { ShownNumbers(decimals: $0) }
        return possible.first(where: isEnough) ?? ShownNumbers(decimals: most)
    }

    // MARK: What is enough

    /// Numbers that differ by less are the same.
    private static let tolerance = 1e-9

    private func tells(_ numbers: [Double]) -> Bool {
        let sorted = numbers.sorted()
        return zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 <= Self.tolerance || text($0) != text($1) }
    }

    private func addsUp(_ numbers: [Double], to sum: Double) -> Bool {
        numbers.reduce(0) { $0 + scaled($1) } == scaled(sum)
    }

    /// Whether the printed counts give the printed sum, and that by the printed formula the printed score.
    private func addsUp(_ match: PatternMatch) -> Bool {
        let unit = Double(ScoreFormula.unit)
        let counts = match.alignment.map { Double($0.sum) / unit }
        let sum = Double(match.alignment.reduce(0) { $0 + $1.sum }) / unit
        guard !match.tree.words.isEmpty, addsUp(counts, to: sum) else { return match.tree.words.isEmpty }
        let printed = rounded(sum) / Double(match.tree.words.count) * match.factor + match.addend
        return scaled(printed) == scaled(match.score)
    }

    // MARK: Text

    /// Without a tail of zeros: `0.5`.
    func text(_ value: Double) -> String { Self.text(value, decimals: decimals) }

    /// What counts in units of `ScoreFormula.unit`.
    func text(_ sum: Int) -> String { text(Double(sum) / Double(ScoreFormula.unit)) }

    /// A number as the author of the bot wrote it.
    static func whole(_ value: Double) -> String { text(value, decimals: most) }

    private static func text(_ value: Double, decimals: Int) -> String {
        JSONValue.number(value, decimals: decimals).text
    }

    private var power: Double { (0..<decimals).reduce(1.0) { power, _ in power * 10 } }

    private func rounded(_ value: Double) -> Double { scaled(value) / power }

    private func scaled(_ value: Double) -> Double { (value * power).rounded() }
}
