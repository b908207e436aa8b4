import SourceText
import Testing
import Utterances

@testable import PatternMatching

@Suite struct NearWordTests {
    private func score(_ pattern: String, _ phrase: String) -> Double? {
        PatternSet([PatternParser.parse(pattern).0], hearsNearWords: true).match(0, Utterance(phrase))?.score
    }

    @Test(arguments: [
        ("* hello *", "helo"), ("* hello *", "hellow"), ("* hello *", "hallo"), ("* hello *", "hlelo"),
        ("перезвоните", "перезванити"), ("* (позвони/завтра) *", "завтро"), ("расписание", "росписане"),
        ("tomorrow", "tommorow"), ("{call tomorrow}", "tomorow call"),
    ])
    func mistakesAreForgiven(pattern: String, phrase: String) throws {
        let score = try #require(self.score(pattern, phrase))
        #expect(score < 0.9)
        #expect(PatternSet([PatternParser.parse(pattern).0]).match(0, Utterance(phrase)) == nil)
    }

    @Test(arguments: [
        ("да", "на"), ("call", "ball"), ("hello", "hallow"), ("hello", "hell o"), ("hello", "xyz"), ("завтра", "вчера"),
        ("$regexp<hello>", "helo"), ("hello", ""),
    ])
    func otherWordsStayOtherWords(pattern: String, phrase: String) { #expect(score(pattern, phrase) == nil) }

    /// A word that some pattern knows is meant as it is.
    @Test func knownWordsAreNoMistakes() {
        let patterns = ["* звоните *", "* звонили *"].map { PatternParser.parse($0).0 }
        var hits: [PatternSet.Hit] = []
        PatternSet(patterns, hearsNearWords: true).find(in: Utterance("вы звонили"), into: &hits)
        #expect(hits.map(\.pattern) == [1])
    }

    /// Another number is no mistake, nor is another word of the dictionary.
    @Test(arguments: [
        ("код 12345", "код 12346"), ("код 123456789", "код 123456788"), ("abc123", "abd123"), ("15-30-45", "15-30-46"),
        ("включи свет", "выключи свет"), ("входящий", "исходящий"), ("двенадцать", "двадцать"), ("eight", "eighty"),
    ])
    func othersAreMeant(pattern: String, phrase: String) {
        let known = ListedForms(["выключить выключи", "исходящий", "двадцать", "eighty"])
        let set = PatternSet([PatternParser.parse(pattern).0], forms: known, hearsNearWords: true)
        #expect(set.match(0, Utterance(phrase)) == nil)
        #expect(set.match(0, Utterance(pattern)) != nil)
    }

    @Test(arguments: [("какой-нибудь", "какой-нибуть"), ("o'clock", "o'clok"), ("наушники", "наушнеки")])
    func wordsHaveHyphensAndApostrophes(pattern: String, phrase: String) { #expect(score(pattern, phrase) != nil) }

    @Test func exactWordsAreBetter() throws {
        let near = try #require(score("* hello *", "helo"))
        #expect(near == 0.6)
        #expect(score("* hello *", "hello") == 1)
        #expect(score("~hello", "helo")! < 0.6)
    }

    /// The filing by rests finds what comparing with every word finds.
    @Test func agreesWithComparing() {
        var seed: UInt64 = 3
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(bound))
        }
        func word() -> String { String((0..<(3 + random(9))).map { _ in Array("abcдё")[random(5)] }) }
        for _ in 0..<40 {
            var table = WordTable()
            let known = (0..<40).map { _ in word() }
            for word in known { _ = table.number(of: word.utf8) }
            let near = NearWords(table)
            for _ in 0..<20 {
                let heard = Array(word().unicodeScalars)
                let all = (0..<table.count).map { number -> (Int, Int, Int) in
                    let known = Array(String(decoding: table.word(number), as: UTF8.self).unicodeScalars)
                    return (
                        number, EditDistance.between(known[...], heard[...], atMost: .max) ?? .max,
                        NearWords.mistakes(in: known)
                    )
                }
                let close = all.filter { $0.1 <= $0.2 && $0.2 > 0 && heard.count >= 4 }
                let fewest = close.map(\.1).min()
                let found = near.nearest(to: String(String.UnicodeScalarView(heard)))
                #expect(found == close.filter { $0.1 == fewest }.map(\.0), "\(heard)")
            }
        }
    }
}
