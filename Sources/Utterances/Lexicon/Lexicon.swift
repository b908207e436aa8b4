/// The forms of Russian and English words, from data that is found on the machine and stays in its files.
///
/// A word of Latin letters is English, one of Cyrillic letters Russian. Where the data of a language is absent, its words have
/// only the form in which they are written.
package struct Lexicon: WordForms {
    private let russian: RussianWords?
    private let english: EnglishWords?

    package init(russian: RussianWords? = nil, english: EnglishWords? = nil) {
        self.russian = russian
        self.english = english
    }

    package func forms(of lemma: String) -> [String] {
        let others = Self.isRussian(lemma) ? russian?.forms(of: lemma) : english?.forms(of: lemma)
        return Array(Set(others ?? []).union([lemma])).sorted()
    }

    /// Whether the forms of such a word are known at all; a word itself may be unknown nevertheless.
    package func knowsLanguage(of lemma: String) -> Bool {
        Self.isRussian(lemma) ? russian != nil : english != nil
    }

    private static func isRussian(_ word: String) -> Bool { word.unicodeScalars.contains { $0.isCyrillic } }
}

/// Bytes of a file that stay where they are as long as the program runs, mostly because the file is mapped into memory.
package struct FileBytes: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    /// - Parameter bytes: never changed and never freed.
    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var count: Int { bytes.count }

    /// The byte there; 0 behind the end.
    subscript(offset: Int) -> UInt8 { bytes.indices.contains(offset) ? bytes[offset] : 0 }

    /// A little-endian number; 0 behind the end.
    func number<Number: FixedWidthInteger>(at offset: Int, as _: Number.Type) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { return 0 }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}
