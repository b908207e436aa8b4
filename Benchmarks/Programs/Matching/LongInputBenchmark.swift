import PatternMatching
import Utterances

/// Input that nobody says on the phone, and that must not hold up those who do: ten thousand words against ten thousand rules.
func benchLongInput() {
    let workload = RuleWorkload(rules: 10_000, phrases: 1)
    let patterns = MadeBot(Array(workload.script().utf8)).patterns(forms: workload.vocabulary)
    var chance = Chance(seed: RuleWorkload.seed)
    let content = ZipfPicker(workload.vocabulary.words.dropFirst(60), exponent: 0.6, shift: 20)
    // No made-up word has an x in it.
    var few = (0..<10_000).map { "x\($0 % 977)" }
    for _ in 0..<200 { few[chance.number(0...9_999)] = content.pick(using: &chance) }
    let all = (0..<10_000).map { _ in content.pick(using: &chance) }
    print("\nlong input against 10,000 rules")
    benchLongInput("10,000 words, 200 of them words of rules", few, patterns, bar: 0.05)
    benchLongInput("10,000 words, all of them words of rules", all, patterns, bar: 2)
}

private func benchLongInput(_ name: String, _ words: [String], _ patterns: PatternSet, bar: Double) {
    let phrase = words.joined(separator: " ")
    var hits: [PatternSet.Hit] = []
    var troubles = 0
    let cutting = median((0..<5).map { _ in processorSeconds { _ = Utterance(phrase) } })
    let finding = median(
        (0..<5).map { _ in
            processorSeconds { troubles = patterns.find(in: Utterance(phrase), into: &hits).count }
        })
    let pieces = words.count / 10
    let short = median(
        (0..<5).map { _ in
            processorSeconds {
                for piece in 0..<pieces {
                    let part = words[piece * 10..<piece * 10 + 10].joined(separator: " ")
                    patterns.find(in: Utterance(part), into: &hits)
                }
            }
        })
    patterns.find(in: Utterance(phrase), into: &hits)
    show(name, finding * 1e3, "ms", finding / short, "the same words in phrases of ten")
    print(
        "  \(hits.count) rules cover it, \(troubles) were given up; \(rounded(cutting * 1e3)) ms to cut it into words")
    showBar("\(Int(bar * 1e3)) ms", finding <= bar)
}
