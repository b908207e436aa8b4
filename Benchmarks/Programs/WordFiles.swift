import Foundation
import Utterances

/// The words of both languages.
///
/// - Parameter folder: `.deps/words`.
func lexicon(of folder: String) throws -> Lexicon {
    func file(_ name: String) throws -> FileBytes {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
        data.copyBytes(to: bytes)
        return FileBytes(UnsafeRawBufferPointer(bytes))
    }
    let russian = RussianWords(
        words: try file("ru/words.dawg"), paradigms: try file("ru/paradigms.array"),
        endings: try file("ru/suffixes.json"), grammars: try file("ru/gramtab-opencorpora-int.json"),
        guesses: try (0...2).map { try file("ru/prediction-suffixes-\($0).dawg") })
    let english = EnglishWords(
        exceptions: try ["noun", "verb", "adj"].map { try file("en/\($0).exc") }, nouns: try file("en/index.noun"),
        verbs: try file("en/index.verb"), adjectives: try file("en/index.adj"), adverbs: try file("en/index.adv"))
    return Lexicon(russian: { russian }, english: { english })
}
