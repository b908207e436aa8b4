import Foundation
import MatchTwin
import PatternMatching
import Testing
import Utterances

/// What a set of patterns finds is what each of its patterns finds alone, whatever else was matched before or beside it.
@Suite struct PatternSetTests {
    private typealias Found = [Int: PatternSet.Hit]

    private func find(_ set: PatternSet, _ phrase: Utterance, where isWanted: (Int) -> Bool = { _ in true }) -> Found {
        var hits: [PatternSet.Hit] = []
        let troubles = set.find(in: phrase, into: &hits, where: isWanted)
        #expect(troubles.isEmpty)
        #expect(Set(hits.map(\.pattern)).count == hits.count, "a pattern is found once")
        return Dictionary(hits.map { ($0.pattern, $0) }) { first, _ in first }
    }

    /// The index and the required words leave nothing out and let nothing in.
    @Test(arguments: [(1, 50), (2, 300)]) func findsWhatEachFindsAlone(seed: Int, count: Int) {
        let random = RandomSet(seed: UInt64(seed), patterns: count, phrases: 8)
        let all = random.all
        let found = random.phrases.map { find(all, $0) }
        #expect(found.contains { !$0.isEmpty })
        for number in random.patterns.indices {
            let alone = random.compiled([number])
            for (phrase, hits) in zip(random.phrases, found) {
                let own = find(alone, phrase)[0].map { [$0.score, Double($0.explicitWords)] } ?? []
                let together = hits[number].map { [$0.score, Double($0.explicitWords)] } ?? []
                #expect(own == together, "\(random.patterns[number].source) on \(phrase.text)")
                if let twin = random.expected(number, phrase) {
                    #expect(twin == together, "\(random.patterns[number].source) on \(phrase.text)")
                }
            }
        }
    }

    /// Memory is used again for one phrase after another, and for finding and telling by turns.
    @Test func oldPhrasesLeaveNoTrace() {
        let random = RandomSet(seed: 3, patterns: 80, phrases: 12)
        let used = random.all
        for phrase in random.phrases + random.phrases.reversed() {
            let fresh = random.all
            let found = find(used, phrase)
            #expect(found == find(fresh, phrase), "\(phrase.text)")
            for number in stride(from: 0, to: 80, by: 7) {
                let told = used.match(number, phrase)
                #expect(told == fresh.match(number, phrase), "\(random.patterns[number].source) on \(phrase.text)")
                #expect(told?.score == found[number]?.score)
            }
            #expect(find(used, phrase) == found)
        }
    }

    @Test func onlyWantedPatternsAreTried() {
        let random = RandomSet(seed: 4, patterns: 60, phrases: 6)
        let set = random.all
        for phrase in random.phrases {
            let found = find(set, phrase)
            #expect(find(set, phrase) { $0 % 3 == 0 } == found.filter { $0.key % 3 == 0 })
        }
    }

    /// One set serves several threads at once.
    @Test func threadsDoNotDisturbEachOther() {
        let random = RandomSet(seed: 5, patterns: 60, phrases: 10)
        let expected = random.phrases.map { find(random.all, $0) }
        let set = random.all
        DispatchQueue.concurrentPerform(iterations: 40) { turn in
            let number = (turn * 7) % random.phrases.count
            #expect(find(set, random.phrases[number]) == expected[number])
        }
    }

    /// An expression that was given up on one phrase is tried again on the next, also by a pattern that is nothing else.
    @Test(arguments: ["$regexp<(a+)+[bc]>", "x $regexp<(a+)+[bc]>"]) func cutExpressionsAreTriedAgain(pattern: String) {
        let set = PatternSet([PatternParser.parse(pattern).0])
        let start = pattern.hasPrefix("x") ? "x " : ""
        #expect(set.attempt(0, Utterance(start + String(repeating: "a", count: 40))).troubles.count == 1)
        #expect(set.match(0, Utterance(start + "aaab")) != nil)
    }

    /// What one pattern had to give up is tried to the end for another.
    @Test func givingUpIsNotInherited() {
        let bodies = ["R": "$regexp<[a-z]+( b)?>", "A": "$R [$A] [* $A] [$A]"]
        let library = PatternLibrary(definitions: bodies.mapValues { (PatternParser.parse($0).0, nil) })
        let set = PatternSet(["$A $A", "* $R"].map { PatternParser.parse($0).0 }, library: library)
        let phrase = Utterance(String(repeating: "a c ", count: 80) + "b")
        let givenUp = set.attempt(0, phrase).troubles.contains { if case .tooLong = $0 { true } else { false } }
        #expect(givenUp)
        #expect(set.match(1, phrase) != nil)
    }
}
