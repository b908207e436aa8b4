/// The dictionary of OpenCorpora as pymorphy stores it (public formats: a dawgdic graph of words, paradigms as numbers of
/// endings, the endings as JSON). Nothing is unpacked: a word is followed through the graph where it lies.
package final class RussianWords: Sendable {
    private let graph: WordGraph
    private let paradigms: FileBytes
    private let endings: JSONTexts
    /// Where the numbers of each paradigm begin in the file; found when first asked for.
    private let starts: [Int]

    /// - Returns: `nil` when the files are not of this form.
    package init?(words: FileBytes, paradigms: FileBytes, endings: FileBytes) {
        guard let graph = WordGraph(words), let endings = JSONTexts(endings) else { return nil }
        self.graph = graph
        self.paradigms = paradigms
        self.endings = endings
        var starts: [Int] = []
        var offset = 2
        for _ in 0..<paradigms.number(at: 0, as: UInt16.self) {
            starts.append(offset)
            offset += 2 + 2 * Int(paradigms.number(at: offset, as: UInt16.self))
        }
        guard offset <= paradigms.count, !starts.isEmpty else { return nil }
        self.starts = starts
    }

    /// All forms of the words whose dictionary form this is, with `е` beside every `ё`; none when there is no such word.
    func forms(of lemma: String) -> Set<String> {
        var forms: Set<String> = []
        for entry in graph.entries(of: lemma) where entry.form == 0 {
            for form in self.forms(of: entry.word, paradigm: entry.paradigm) {
                forms.insert(form)
                if form.contains("ё") { forms.insert(String(form.map { $0 == "ё" ? "е" : $0 })) }
            }
        }
        return forms
    }

    private static let prefixes = ["", "по", "наи"]

    private func forms(of lemma: String, paradigm: Int) -> [String] {
        guard starts.indices.contains(paradigm) else { return [] }
        let start = starts[paradigm]
        // A paradigm is three lists of the same length: endings, grammar, prefixes; its first form is the dictionary's.
        let count = Int(paradigms.number(at: start, as: UInt16.self)) / 3
        func number(_ list: Int, _ form: Int) -> Int {
            Int(paradigms.number(at: start + 2 + 2 * (list * count + form), as: UInt16.self))
        }
        func ending(_ form: Int) -> String { endings[number(0, form)] }
        func prefix(_ form: Int) -> String {
            Self.prefixes.indices.contains(number(2, form)) ? Self.prefixes[number(2, form)] : ""
        }
        guard count > 0, lemma.hasPrefix(prefix(0)), lemma.hasSuffix(ending(0)) else { return [] }
        let stem = lemma.dropFirst(prefix(0).count).dropLast(ending(0).count)
        return (0..<count).map { prefix($0) + stem + ending($0) }
    }
}

/// A graph of words in the form of dawgdic: numbers of four bytes, each a step by one byte.
struct WordGraph: Sendable {
    private let file: FileBytes

    /// A word, and which form of which paradigm it is.
    struct Entry {
        let word: String
        let paradigm: Int
        let form: Int
    }

    init?(_ file: FileBytes) {
        self.file = file
        let count = Int(file.number(at: 0, as: UInt32.self))
        guard count > 0, 4 + 4 * count <= file.count else { return nil }
    }

    /// The entries of a word; where it has `е`, those with `ё` in its place too.
    func entries(of word: String) -> [Entry] {
        var places: [(node: Int, word: [UInt8])] = [(0, [])]
        for scalar in word.unicodeScalars {
            let spellings = scalar == "е" ? ["е", "ё"] : [String(scalar)]
            places = places.flatMap { place in
                spellings.compactMap { spelling in
                    follow(Array(spelling.utf8), from: place.node).map { ($0, place.word + spelling.utf8) }
                }
            }
        }
        return places.flatMap { place in
            payloads(of: place.node).map { paradigm, form in
                Entry(word: String(decoding: place.word, as: UTF8.self), paradigm: paradigm, form: form)
            }
        }
    }

    private func follow(_ bytes: [UInt8], from node: Int) -> Int? {
        var node: Int? = node
        for byte in bytes { node = node.flatMap { step($0, byte) } }
        return node
    }

    private func unit(_ index: Int) -> UInt32 { file.number(at: 4 + 4 * index, as: UInt32.self) }

    private func step(_ index: Int, _ byte: UInt8) -> Int? {
        let unit = unit(index)
        let offset = (unit >> 10) << ((unit & (1 << 9)) >> 6)
        let next = Int(UInt32(truncatingIfNeeded: index) ^ offset ^ UInt32(byte))
        return self.unit(next) & (1 << 31 | 0xFF) == UInt32(byte) ? next : nil
    }

    /// Behind a word and the byte 1 stand its entries, four bytes each in base64: paradigm and form, the high byte first.
    private func payloads(of word: Int) -> [(paradigm: Int, form: Int)] {
        guard let start = step(word, 1) else { return [] }
        var places: [(node: Int, letters: [UInt8])] = [(start, [])]
        for _ in 0..<6 {
            places = places.flatMap { place in
                Self.letters.indices.compactMap { number in
                    step(place.node, Self.letters[number]).map { ($0, place.letters + [UInt8(number)]) }
                }
            }
        }
        return places.map { place in
            let bits = place.letters.reduce(0) { $0 << 6 | Int($1) } >> 4
            return (bits >> 16 & 0xFFFF, bits & 0xFFFF)
        }
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

/// The texts of a JSON list of texts, read one by one when asked for.
struct JSONTexts: Sendable {
    private let file: FileBytes
    private let starts: [Int]

    init?(_ file: FileBytes) {
        self.file = file
        var starts: [Int] = []
        var isInside = false
        var offset = 0
        while offset < file.count {
            switch file[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case UInt8(ascii: "\""):
                if !isInside { starts.append(offset + 1) }
                isInside.toggle()
            default: break
            }
            offset += 1
        }
        guard !starts.isEmpty, !isInside else { return nil }
        self.starts = starts
    }

    /// Empty behind the end. Escapes are left as they are: endings have none.
    subscript(index: Int) -> String {
        guard starts.indices.contains(index) else { return "" }
        var end = starts[index]
        while end < file.count, file[end] != UInt8(ascii: "\"") { end += 1 }
        return String(decoding: file.bytes[starts[index]..<end], as: UTF8.self)
    }
}
