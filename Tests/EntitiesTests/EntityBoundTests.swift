import Entities
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
