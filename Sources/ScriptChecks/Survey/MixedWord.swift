import SourceText

/// A word with letters of two alphabets that look alike: `cкидка` with a Latin `c`.
struct MixedWord {
    /// Its bytes in the text that it was found in.
    let place: Range<Int>
    let text: String
    /// The letters of the alphabet that has fewer in it, each once.
    let strangers: String
    let strangersAreLatin: Bool
    /// Whether there are several different ones.
    var areMany: Bool { strangers.contains(",") }
    /// The same in one alphabet; `nil` when both are as likely.
    let meant: String?

    /// The mixed words in a part of a text. Words that only one reading makes sense of (`PR-щик`, `pinкод`) are none.
    static func all(in text: [UInt8], _ part: Range<Int>) -> [MixedWord] {
        words(in: text, part).compactMap { MixedWord($0.text, at: $0.place) }
    }

    /// The runs of letters in a part of a text.
    static func words(in text: [UInt8], _ part: Range<Int>) -> [(text: String, place: Range<Int>)] {
        text[part].indices.split { !isPartOfWord(text[$0]) }.map { run in
            (String(decoding: text[run], as: UTF8.self), run.startIndex..<run.endIndex)
        }
    }

    /// Latin letters, and all bytes of letters beyond them.
    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private init?(_ text: String, at place: Range<Int>) {
        let scalars = Array(text.unicodeScalars)
        let latin = scalars.filter { $0.value < 0x80 }
        let cyrillic = scalars.filter { (0x400...0x4FF).contains($0.value) }
        guard !latin.isEmpty, !cyrillic.isEmpty, latin.count + cyrillic.count == scalars.count else { return nil }
        let mayBeCyrillic = latin.allSatisfy { Self.cyrillic[$0] != nil }
        let mayBeLatin = cyrillic.allSatisfy { Self.latin[$0] != nil }
        guard mayBeCyrillic || mayBeLatin else { return nil }
        let isCyrillic = mayBeCyrillic && (!mayBeLatin || cyrillic.count >= latin.count)
        let isUncertain = mayBeCyrillic && mayBeLatin && cyrillic.count == latin.count
        self.place = place
        self.text = text
        strangersAreLatin = isCyrillic
        strangers = Self.each(isCyrillic ? latin : cyrillic)
        meant = isUncertain ? nil : Self.written(scalars, in: isCyrillic ? Self.cyrillic : Self.latin)
    }

    private static func each(_ letters: [Unicode.Scalar]) -> String {
        var seen: Set<Unicode.Scalar> = []
        return letters.filter { seen.insert($0).inserted }.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func written(_ scalars: [Unicode.Scalar], in alphabet: [Unicode.Scalar: Unicode.Scalar]) -> String {
        String(String.UnicodeScalarView(scalars.map { alphabet[$0] ?? $0 }))
    }

    /// Letters that look the same in print, in pairs: Latin, Cyrillic.
    private static let pairs = Array(
        zip("aceopxykABCEHKMOPTXY".unicodeScalars, "асеорхукАВСЕНКМОРТХУ".unicodeScalars))
    private static let cyrillic = Dictionary(uniqueKeysWithValues: pairs)
    private static let latin = Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })
}
