/// Finds the word parts (`put*`, `*put`, `*put*`) that a word has, by its beginnings and ends rather than one by one.
struct PartFinder: Sendable {
    private struct Entry: Sendable {
        let test: Int32
        let part: WordPart
    }

    /// By the text that stands at the beginning, and by the one at the end of parts that have none.
    private var beginnings = WordTable()
    private var endings = WordTable()
    private var byBeginning: [[Entry]] = []
    private var byEnding: [[Entry]] = []
    /// Those that name neither the beginning nor the end.
    private var others: [Entry] = []
    private var longestBeginning = 0
    private var longestEnding = 0

    var isEmpty: Bool { byBeginning.isEmpty && byEnding.isEmpty && others.isEmpty }

    init(_ collector: WordTestCollector) {
        for (number, test) in collector.tests.enumerated() {
            guard case .part(let part) = test, let first = part.pieces.first, let last = part.pieces.last else {
                continue
            }
            let entry = Entry(test: Int32(number), part: part)
            if !first.isEmpty {
                Self.add(entry, under: first, to: &byBeginning, &beginnings)
                longestBeginning = max(longestBeginning, first.utf8.count)
            } else if !last.isEmpty {
                Self.add(entry, under: last, to: &byEnding, &endings)
                longestEnding = max(longestEnding, last.utf8.count)
            } else {
                others.append(entry)
            }
        }
    }

    private static func add(_ entry: Entry, under text: String, to lists: inout [[Entry]], _ table: inout WordTable) {
        let number = table.number(of: text.utf8)
        if number == lists.count { lists.append([]) }
        lists[number].append(entry)
    }

    /// Adds the tests that a word passes by its parts.
    func find(_ word: UnsafeBufferPointer<UInt8>, into passed: inout [PassedTest]) {
        for length in stride(from: 1, through: min(longestBeginning, word.count), by: 1) {
            let number: Int = beginnings.find(UnsafeBufferPointer(rebasing: word[..<length]))
            if number >= 0 { add(byBeginning[number], word, to: &passed) }
        }
        for length in stride(from: 1, through: min(longestEnding, word.count), by: 1) {
            let number: Int = endings.find(UnsafeBufferPointer(rebasing: word[(word.count - length)...]))
            if number >= 0 { add(byEnding[number], word, to: &passed) }
        }
        add(others, word, to: &passed)
    }

    private func add(_ entries: [Entry], _ word: UnsafeBufferPointer<UInt8>, to passed: inout [PassedTest]) {
        for entry in entries where entry.part.matches(word) {
            let length = word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            let score = ScoreFormula.part(stem: entry.part.stemLength, word: length)
            passed.append(PassedTest(test: entry.test, score: Int32(score)))
        }
    }
}
