import Foundation
import Testing
import Utterances

/// Word forms from the data that `make deps` brings. Where it is not at hand there is nothing to test.
@Suite struct LexiconTests {
    private static let words =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/.deps/words"

    private static func file(_ name: String) -> FileBytes? {
        guard let data = FileManager.default.contents(atPath: "\(words)/\(name)") else { return nil }
        // Kept for good, as a mapped file is.
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 8)
        data.copyBytes(to: bytes)
        return FileBytes(UnsafeRawBufferPointer(bytes))
    }

    private static let lexicon: Lexicon? = {
        guard let words = file("ru/words.dawg"), let paradigms = file("ru/paradigms.array"),
            let endings = file("ru/suffixes.json"), let verbs = file("en/index.verb"),
            let adjectives = file("en/index.adj")
        else { return nil }
        let exceptions = ["noun", "verb", "adj"].compactMap { file("en/\($0).exc") }
        return Lexicon(
            russian: RussianWords(words: words, paradigms: paradigms, endings: endings),
            english: EnglishWords(exceptions: exceptions, verbs: verbs, adjectives: adjectives))
    }()

    @Test(arguments: [
        ("человек", "людей людям человека человеку"), ("идти", "шёл шел идёт идет иду идите"),
        ("хороший", "хорошая лучше лучший хорошего"), ("перезвонить", "перезвоните перезвоню перезвони"),
        ("звонить", "звоните звоню звонил звоня"), ("ёж", "ежа ежи ёж"), ("еж", "ежа ежом"),
        ("смартфон", "смартфонами смартфоны"), ("новый", "новая новее поновее новейший"), ("год", "года лет годы"),
        ("go", "goes went gone going"), ("child", "children child"), ("call", "calls called calling"),
        ("be", "is was were been being are"), ("stop", "stopped stopping stops"), ("try", "tries tried trying"),
        ("make", "made making makes"), ("big", "bigger biggest"), ("happy", "happier happiest"), ("die", "dying died"),
        ("box", "boxes"), ("visit", "visited visiting"), ("good", "best"), ("city", "cities"), ("see", "saw seeing"),
    ])
    func forms(lemma: String, some: String) throws {
        guard let lexicon = Self.lexicon else { return }
        let forms = Set(lexicon.forms(of: lemma))
        #expect(forms.contains(lemma))
        for form in some.split(separator: " ") { #expect(forms.contains(String(form)), "\(lemma): \(form)") }
    }

    @Test(arguments: [
        ("звонить", "перезвоните"), ("call", "caller"), ("дом", "домик"), ("human", "humane"), ("car", "care"),
    ])
    func otherWords(lemma: String, other: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(!lexicon.forms(of: lemma).contains(other))
    }

    @Test(arguments: ["зюзюблик", "людей", "", "123", "xqzt", "a", "e\u{301}", "的"])
    func unknownWordsHaveThemselves(word: String) {
        guard let lexicon = Self.lexicon else { return }
        #expect(lexicon.forms(of: word).contains(word))
        #expect(Lexicon().forms(of: word) == [word])
    }

    /// Data of another form is refused, and nothing is read beyond its end.
    @Test func brokenData() {
        var seed: UInt64 = 5
        for _ in 0..<300 {
            let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(seed >> 57), alignment: 8)
            for index in bytes.indices {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[index] = index < 2 ? UInt8(seed >> 62) : UInt8(seed >> 56)
            }
            seed = seed &* 6_364_136_223_846_793_005 &+ 99
            let file = FileBytes(UnsafeRawBufferPointer(bytes))
            let words = RussianWords(words: file, paradigms: file, endings: file)
            _ = Lexicon(russian: words, english: EnglishWords(exceptions: [file], verbs: file, adjectives: file))
                .forms(of: seed & 1 == 0 ? "слово" : "word")
        }
    }
}
