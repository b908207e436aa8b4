import PatternMatching
import Utterances

/// Phrases as rows of numbers, in order, so that those that go on alike stand together: a hundred thousand take a few megabytes.
struct PhraseIndex: Sendable {
    private var words = WordTable()
    /// The words of all phrases, one phrase after another, and where each begins.
    private var rows: ContiguousArray<Int32> = []
    private var firsts: ContiguousArray<Int32> = [0]
    /// For each phrase the number of its record.
    private var records: ContiguousArray<Int32> = []
    private var values: ContiguousArray<String?> = []

    private var count: Int { records.count }

    // MARK: Making

    /// Adds what people say for a record. Of two records of one phrase the first counts.
    mutating func add(_ phrases: some Sequence<String>, value: String?) {
        for phrase in phrases {
            let tokens = Utterance(phrase).tokens
            guard !tokens.isEmpty else { continue }
            for token in tokens { rows.append(Int32(words.number(of: token.word.utf8))) }
            firsts.append(Int32(rows.count))
            records.append(Int32(values.count))
        }
        values.append(value)
    }

    /// Puts the phrases in order when all are there.
    mutating func finish() {
        let order = rows.withUnsafeBufferPointer { rows in
            firsts.withUnsafeBufferPointer { Self.order(rows, $0) }
        }
        var ordered = PhraseIndex()
        ordered.rows.reserveCapacity(rows.count)
        for phrase in order where ordered.count == 0 || !ordered.row(ordered.count - 1).elementsEqual(row(phrase)) {
            ordered.rows += row(phrase)
            ordered.firsts.append(Int32(ordered.rows.count))
            ordered.records.append(records[phrase])
        }
        (rows, firsts, records) = (ordered.rows, ordered.firsts, ordered.records)
    }

    /// The phrases by their words; most are told apart by the first two, which make one number.
    private static func order(_ rows: UnsafeBufferPointer<Int32>, _ firsts: UnsafeBufferPointer<Int32>) -> [Int] {
        func row(_ phrase: Int) -> UnsafeBufferPointer<Int32> {
            UnsafeBufferPointer(rebasing: rows[Int(firsts[phrase])..<Int(firsts[phrase + 1])])
        }
        let keyed = (0..<firsts.count - 1).map { phrase -> (key: Int64, phrase: Int) in
            let row = row(phrase)
            return (Int64(row[0]) << 32 | (row.count > 1 ? Int64(row[1]) + 1 : 0), phrase)
        }
        let sorted = keyed.sorted { left, right in
            guard left.key == right.key else { return left.key < right.key }
            let (first, second) = (row(left.phrase).dropFirst(2), row(right.phrase).dropFirst(2))
            if first.lexicographicallyPrecedes(second) { return true }
            return left.phrase < right.phrase && first.elementsEqual(second)
        }
        return sorted.map(\.phrase)
    }

    private func row(_ phrase: Int) -> ArraySlice<Int32> {
        ArraySlice(rows[Int(firsts[phrase])..<Int(firsts[phrase + 1])])
    }

    // MARK: Finding

    /// The words of phrases that stand for a heard one: itself, and those of which it is a form. A word of a phrase that is a dictionary
    /// word is no form of another one: `left` is not said by "leave".
    struct Relatives: Sendable {
        /// Its own number, -1 where it is in no phrase.
        var itself: Int32
        var others: [Int32]
    }

    func relatives(of word: UnsafeBufferPointer<UInt8>, by forms: any WordForms) -> Relatives {
        let itself = Int32(words.find(word))
        var others: Set<Int32> = []
        let heard = String(decoding: word, as: UTF8.self)
        for var other in Self.likely(heard, forms) {
            let number = Int32(other.withUTF8 { words.find($0) })
            if number >= 0, number != itself, !others.contains(number), forms.forms(of: other).contains(heard) {
                others.insert(number)
            }
        }
        return Relatives(itself: itself, others: others.sorted())
    }

    /// Words of which a heard one may be a form.
    private static func likely(_ heard: String, _ forms: any WordForms) -> [String] {
        let lemmas = forms.lemmas(of: heard)
        // Of an unknown word there may be many, and others than these are hardly in a dictionary.
        return forms.knows(heard) ? lemmas.flatMap(forms.forms) : lemmas
    }

    /// Phrases that begin with the words heard so far.
    private struct Stretch {
        var phrases: Range<Int>
        /// How many of these words are said in another form.
        var inflected: Int
    }

    /// Every end once, the longest first, with the record that reaches it: the one with the most words in their very form, else
    /// the first.
    func covers(in tokens: ArraySlice<Token>, relatives: (String) -> Relatives) -> [EntityCover] {
        var open = [Stretch(phrases: 0..<count, inflected: 0)]
        var covers: [EntityCover] = []
        for (depth, token) in tokens.enumerated() where !open.isEmpty {
            let relatives = relatives(token.word)
            open = open.flatMap { stretches(from: $0, depth, relatives) }
            let ended = open.filter { row($0.phrases.lowerBound).count == depth + 1 }
            let best = ended.min { rank($0) < rank($1) }
            if let best {
                let value = values[Int(records[best.phrases.lowerBound])]
                covers.append(EntityCover(end: tokens.startIndex + depth + 1, value: value))
            }
        }
        return covers.reversed()
    }

    private func rank(_ stretch: Stretch) -> (Int, Int32) {
        (stretch.inflected, records[stretch.phrases.lowerBound])
    }

    private func stretches(from stretch: Stretch, _ depth: Int, _ relatives: Relatives) -> [Stretch] {
        var stretches: [Stretch] = []
        func add(_ word: Int32, inflected: Int) {
            let phrases = narrowed(stretch.phrases, depth, word)
            if !phrases.isEmpty {
                stretches.append(Stretch(phrases: phrases, inflected: stretch.inflected + inflected))
            }
        }
        if relatives.itself >= 0 { add(relatives.itself, inflected: 0) }
        for word in relatives.others { add(word, inflected: 1) }
        return stretches
    }

    /// Of phrases that begin alike those that go on with a word.
    private func narrowed(_ phrases: Range<Int>, _ depth: Int, _ word: Int32) -> Range<Int> {
        let start = firstPhrase(in: phrases, depth, from: word)
        return start..<firstPhrase(in: start..<phrases.upperBound, depth, from: word + 1)
    }

    /// A phrase that ends before stands before all that go on.
    private func firstPhrase(in phrases: Range<Int>, _ depth: Int, from word: Int32) -> Int {
        var (low, high) = (phrases.lowerBound, phrases.upperBound)
        while low < high {
            let middle = (low + high) / 2
            let place = Int(firsts[middle]) + depth
            let found = place < firsts[middle + 1] ? rows[place] : -1
            if found < word { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
