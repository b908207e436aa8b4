/// What the words of the dictionary have in common: which endings and which grammar their forms have.
struct Paradigms: Sendable {
    private let file: FileBytes
    private let endings: JSONTexts
    /// Where the numbers of each paradigm begin in the file.
    private let starts: [Int]

    init?(_ file: FileBytes, endings: JSONTexts) {
        self.file = file
        self.endings = endings
        var starts: [Int] = []
        var offset = 2
        for _ in 0..<file.number(at: 0, as: UInt16.self) {
            starts.append(offset)
            offset += 2 + 2 * Int(file.number(at: offset, as: UInt16.self))
        }
        guard offset <= file.count, !starts.isEmpty else { return nil }
        self.starts = starts
    }

    /// A paradigm is three lists of the same length.
    private enum List: Int { case endings, grammars, prefixes }

    private func count(_ paradigm: Int) -> Int {
        starts.indices.contains(paradigm) ? Int(file.number(at: starts[paradigm], as: UInt16.self)) / 3 : 0
    }

    private func number(_ list: List, _ paradigm: Int, _ form: Int) -> Int {
        let index = list.rawValue * count(paradigm) + form
        return Int(file.number(at: starts[paradigm] + 2 + 2 * index, as: UInt16.self))
    }

    private func ending(_ paradigm: Int, _ form: Int) -> Slice<UnsafeRawBufferPointer> {
        endings[number(.endings, paradigm, form)]
    }

    private static let prefixes = ["", "по", "наи"].map { Array($0.utf8) }

    private func prefix(_ paradigm: Int, _ form: Int) -> [UInt8] {
        let number = number(.prefixes, paradigm, form)
        return Self.prefixes.indices.contains(number) ? Self.prefixes[number] : []
    }

    private func stem(of entry: RussianWords.Entry) -> ArraySlice<UInt8>? {
        guard entry.form < count(entry.paradigm) else { return nil }
        let (prefix, ending) = (prefix(entry.paradigm, entry.form), ending(entry.paradigm, entry.form))
        guard entry.spelling.starts(with: prefix), entry.spelling.count >= prefix.count + ending.count,
            entry.spelling.suffix(ending.count).elementsEqual(ending)
        else { return nil }
        return entry.spelling.dropFirst(prefix.count).dropLast(ending.count)
    }

    private func word(_ stem: ArraySlice<UInt8>, _ paradigm: Int, _ form: Int) -> [UInt8] {
        let ending = ending(paradigm, form)
        var word = prefix(paradigm, form)
        word.reserveCapacity(word.count + stem.count + ending.count)
        word += stem
        word += ending
        return word
    }

    /// The first form is the dictionary's.
    func lemma(of entry: RussianWords.Entry) -> String? {
        stem(of: entry).map { String(decoding: word($0, entry.paradigm, 0), as: UTF8.self) }
    }

    func forms(of entry: RussianWords.Entry) -> [[UInt8]] {
        guard let stem = stem(of: entry) else { return [] }
        return (0..<count(entry.paradigm)).map { word(stem, entry.paradigm, $0) }
    }

    /// The number of what it is grammatically.
    func grammar(of entry: RussianWords.Entry) -> Int? {
        entry.form < count(entry.paradigm) ? number(.grammars, entry.paradigm, entry.form) : nil
    }
}
