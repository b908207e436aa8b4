import BotModel
import PatternMatching
import Utterances

/// What matching phrases with a bot's rules costs, against the plain index and against regular expressions one by one.
struct MatchBenchmark {
    let workload: RuleWorkload
    /// What this many rules should reach; the number that the bars of the issue speak of is 10,000.
    let hasBars: Bool
    private let patterns: PatternSet
    private let loading: (all: Double, patterns: Double)

    init(_ workload: RuleWorkload, forms: (any WordForms)? = nil, hasBars: Bool = false) {
        self.workload = workload
        self.hasBars = hasBars
        let script = Array(workload.script().utf8)
        var made: PatternSet?
        var (all, own): ([Double], [Double]) = ([], [])
        for _ in 0..<5 {
            var bot: MadeBot?
            let linking = processorSeconds { bot = MadeBot(script) }
            precondition(bot?.mistakes == 0, "the made-up bot has mistakes")
            let compiling = processorSeconds { made = bot?.patterns(forms: forms ?? workload.vocabulary) }
            all.append(linking + compiling)
            own.append(compiling)
        }
        guard let made else { preconditionFailure("there was no round") }
        patterns = made
        loading = (median(all), median(own))
    }

    /// - Returns: phrases a second, all rules that cover them found.
    @discardableResult
    func run() -> Double {
        print("\n\(workload.name), \(workload.phrases.count) phrases")
        print(
            "loaded from its script in \(rounded(loading.all * 1e3)) ms, of it compiling patterns \(rounded(loading.patterns * 1e3)) ms"
        )
        if hasBars { showBar("loaded in 0.3 s", loading.all <= 0.3) }
        checkSets()
        let speed = showSpeed()
        showTimes()
        showAllocations()
        return speed
    }

    // MARK: Right

    private func checkSets() {
        var hits: [PatternSet.Hit] = []
        let wrong = zip(workload.phrases, workload.expected).count { phrase, expected in
            patterns.find(in: Utterance(phrase), into: &hits)
            return hits.count != expected.count || Set(hits.map(\.pattern)) != expected
        }
        print("phrases with another set of rules than expected: \(wrong)")
        showBar("none", wrong == 0)
        if let prototype = IndexPrototype(workload.prefixForms) {
            let wrong = zip(workload.phrases, workload.expected).count { prototype.rules(covering: $0) != $1 }
            precondition(wrong == 0, "the prototype is wrong about \(wrong) phrases")
        }
    }

    // MARK: Fast

    /// The fastest of its rounds tells what the work costs, the others what else the machine did.
    private func showSpeed() -> Double {
        let prototype = IndexPrototype(workload.prefixForms)
        let expressions = ExpressionList(workload.rules.count > 10_000 ? [] : workload.expressions)
        let few = Array(workload.phrases.prefix(max(3, 100_000 / workload.rules.count)).prefix(500))
        let many = workload.phrases
        let passes = max(1, 20_000 / many.count)
        var samples: [String: [Double]] = [:]
        func measure(_ name: String, _ phrases: [String], passes: Int, _ body: (String) -> Void) {
            let spent = processorSeconds { for _ in 0..<passes { for phrase in phrases { body(phrase) } } }
            samples[name, default: []].append(spent / Double(phrases.count * passes))
        }
        var hits: [PatternSet.Hit] = []
        for _ in 0..<9 {
            measure("cut into words", many, passes: passes) { _ = Utterance($0) }
            measure("all rules that cover it", many, passes: passes) { patterns.find(in: Utterance($0), into: &hits) }
            measure("and the parse tree of the best", many, passes: passes) { tree($0, &hits) }
            if let prototype { measure("prototype", many, passes: passes) { _ = prototype.count($0) } }
            if !expressions.isEmpty {
                measure("PCRE2", few, passes: 1) { precondition(expressions.rules(covering: $0).count >= 0) }
            }
        }
        for (name, times) in samples.sorted(by: { median($0.value) < median($1.value) }) {
            show(name, times, samples)
        }
        let speed = 1 / median(samples["all rules that cover it"] ?? [1])
        if hasBars {
            showBar("100,000 phrases/s", speed >= 100_000)
            let ratio = ratios(samples["prototype"], samples["all rules that cover it"])
            if let ratio { showBar("0.25 of the prototype", ratio >= 0.25) }
        }
        return speed
    }

    private func show(_ name: String, _ times: [Double], _ samples: [String: [Double]]) {
        let others = ["prototype", "PCRE2"].filter { $0 != name }.compactMap { other in
            ratios(samples[other], times).map { "\(rounded($0)) × \(other)" }
        }
        print(
            "\(name): \(Int(1 / median(times))) phrases/s"
                + (others.isEmpty ? "" : ", " + others.joined(separator: ", ")))
    }

    /// How many times faster the second is, round by round.
    private func ratios(_ other: [Double]?, _ own: [Double]?) -> Double? {
        guard let other, let own else { return nil }
        return median(zip(other, own).map { $0 / $1 })
    }

    private func tree(_ phrase: String, _ hits: inout [PatternSet.Hit]) {
        let utterance = Utterance(phrase)
        patterns.find(in: utterance, into: &hits)
        if let best = hits.max(by: { $0.score < $1.score }) { _ = patterns.match(best.pattern, utterance) }
    }

    /// Of single phrases; each is timed five times, since a time may be another program's.
    private func showTimes() {
        var hits: [PatternSet.Hit] = []
        var rounds: [[Double]] = []
        for _ in 0..<5 {
            rounds.append(
                workload.phrases.map { phrase in seconds { patterns.find(in: Utterance(phrase), into: &hits) } })
        }
        let times = workload.phrases.indices.map { phrase in median(rounds.map { $0[phrase] }) * 1e6 }.sorted()
        let p99 = times[times.count * 99 / 100]
        print(
            "one phrase: p50 \(rounded(times[times.count / 2])) µs, p99 \(rounded(p99)) µs, longest \(rounded(times[times.count - 1])) µs"
        )
        if hasBars { showBar("p99 50 µs", p99 <= 50) }
    }

    private func showAllocations() {
        var hits: [PatternSet.Hit] = []
        let utterances = workload.phrases.map { Utterance($0) }
        let count = Double(workload.phrases.count)
        let words = allocations { for phrase in workload.phrases { _ = Utterance(phrase) } }
        let finding = allocations { for utterance in utterances { patterns.find(in: utterance, into: &hits) } }
        let trees = allocations { for phrase in workload.phrases { tree(phrase, &hits) } }
        print(
            "allocations a phrase: \(rounded(Double(words) / count)) to cut it into words, "
                + "\(rounded(Double(finding) / count)) to find all rules, "
                + "\(rounded(Double(trees) / count)) with both and the tree of the best")
    }
}

/// The made-up rules in growing number.
func benchMatch(sizes: [Int] = [100, 1_000, 10_000]) {
    let speeds = sizes.map { MatchBenchmark(RuleWorkload(rules: $0), hasBars: $0 == 10_000).run() }
    if let first = sizes.firstIndex(of: 100), let last = sizes.firstIndex(of: 10_000) {
        print("\nfrom 100 to 10,000 rules: \(rounded(speeds[first] / speeds[last])) times slower")
        showBar("at most 10 times", speeds[first] / speeds[last] <= 10)
    }
}
