import Entities
import Foundation
import TestClock
import Testing

/// No text is too long or too odd.
struct EntityBoundTests {
    private static let pieces = [
        "on monday at five and tomorrow after six ", "five hundred twenty one thousand three ", "5 5 5 - ", "1/2/3/",
        "a@b.", "((((", "...,,,", "'\"`", "http://a.", "🙂👨‍👩‍👧",
        "5:5:5:5:", "один два завтра ", "\u{202E}tomorrow\u{202C} ", "e\u{301}\u{302}\u{303}", "٣:٣٠ ",
        "\u{0}\u{1}\t\r\n", "to from until before after ", "the the the ", "half past ",
        "monday-tuesday-", "\u{FEFF}", "$1,000.00 and ", "in in in ", "-",
    ]

    @Test(arguments: pieces) func sixtyThousandCharacters(_ piece: String) {
        for (grammar, length) in [(Rules.english, 60_000), (Rules.russian, 6000)] {
            let text = String(repeating: piece, count: length / piece.unicodeScalars.count)
            let count = text.unicodeScalars.count
            for entity in grammar.entities(in: text, at: Rules.moment, latent: true) {
                #expect(entity.start >= 0 && entity.start < entity.end && entity.end <= count, "\(entity)")
            }
        }
    }

    @Test(arguments: pieces.prefix(10)) func timeGrowsWithTheText(_ piece: String) {
        func spent(_ count: Int) -> Duration {
            let text = String(repeating: piece, count: count / piece.unicodeScalars.count)
            return (0..<3).map { _ in
                processorTime { _ = Rules.english.entities(in: text, at: Rules.moment) }
            }.min() ?? .zero
        }
        let (short, long) = (spent(2000), spent(16_000))
        #expect(long < short * 16, "\(short) → \(long)")
    }

    @Test(arguments: [
        "999999999999 years and 1 second from 3 pm", "999999999999 years and 1 second from right now",
        "999999999999 weeks and 1 second before 3 pm", "999999999999 years and 1 day after christmas",
        String(repeating: "a year after ", count: 12) + "christmas",
        String(repeating: "the first monday after ", count: 10) + "christmas",
    ])
    func numbersAndDepthsThatNobodyMeans(_ text: String) {
        for entity in Rules.english.entities(in: text, at: Rules.moment) {
            if case .duration(let count, _, let seconds) = entity.value { #expect(count > 0 && seconds > 0) }
        }
        #expect(Rules.english.callback(in: text, at: Rules.moment)?.policy.start.map { $0 >= .distantPast } ?? true)
    }

    @Test func nothingLiesAcrossTheEdgeOfTwoPieces() {
        for filler in 340...372 {
            let text =
                "monday " + String(repeating: "pear ", count: filler)
                + "tomorrow at half past five in the afternoon " + String(repeating: "pear ", count: 100)
            let found = Rules.english.entities(in: text, at: Rules.moment, dimensions: [.time])
            #expect(found.map(\.body) == ["monday", "tomorrow at half past five in the afternoon"], "\(filler)")
        }
    }

    /// What stands where one piece of a long text ends and the next begins is found once and whole.
    @Test func entitiesOfLongTextsAreFoundOnce() {
        let phrase = "call me tomorrow at half past five in the afternoon and tell them "
        let text = String(repeating: phrase, count: 200)
        let found = Rules.english.entities(in: text, at: Rules.moment, dimensions: [.time])
        #expect(found.count == 200)
        #expect(Set(found.map(\.body)) == ["tomorrow at half past five in the afternoon"])
        #expect(found.map(\.start) == (0..<200).map { $0 * phrase.utf8.count + 8 })
    }

    @Test func spansCountScalars() {
        let found = Rules.english.entities(in: "🙂 é tomorrow — at 5 pm!", at: Rules.moment, dimensions: [.time])
        #expect(found.map(\.body) == ["tomorrow — at 5 pm"] || found.map(\.body) == ["tomorrow", "at 5 pm"])
        #expect(found.first?.start == 4)
    }
}
