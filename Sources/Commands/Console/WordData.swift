import BotModel
import Glibc
import Utterances

/// Reads the words of a language from the files of the machine, when its first word is asked for.
package struct WordData {
    private let folder: String?

    init(folder: String? = DataFolder().words) { self.folder = folder }

    /// One for the whole program: what it reads stays mapped for good.
    package static let lexicon = WordData().lexicon

    var lexicon: Lexicon { Lexicon(russian: { russian }, english: { english }) }

    /// That forms of words are asked for and not known; `nil` when all is well.
    package static func warning(_ needs: WordNeeds, lexicon: Lexicon = lexicon) -> (message: String, hint: String)? {
        let missing = Lexicon.Language.allCases.filter { needs.examples[$0] != nil && !lexicon.knows($0) }
        let examples = missing.compactMap { needs.examples[$0] }
        guard !missing.isEmpty else { return nil }
        let languages = missing.map(\.rawValue).joined(separator: " and ")
        let matches =
            examples.allSatisfy { $0.hasPrefix("$") }
            ? "matches nothing" : "and the like match only the word as it is written; `$morph<…>` matches nothing"
        return (
            "The forms of \(languages) words are not at hand: \(examples.map { "`\($0)`" }.joined(separator: ", ")) \(matches).",
            "Run `make deps` in the folder of Ringback's sources, or set RINGBACK_DATA to a folder that has the word data in `words`."
        )
    }

    private var russian: RussianWords? {
        guard let words = map("ru/words.dawg"), let paradigms = map("ru/paradigms.array"),
            let endings = map("ru/suffixes.json")
        else { return nil }
        return RussianWords(
            words: words, paradigms: paradigms, endings: endings, grammars: map("ru/gramtab-opencorpora-int.json"),
            guesses: (0...2).compactMap { map("ru/prediction-suffixes-\($0).dawg") })
    }

    private var english: EnglishWords? {
        guard let nouns = map("en/index.noun"), let verbs = map("en/index.verb"),
            let adjectives = map("en/index.adj"), let adverbs = map("en/index.adv")
        else { return nil }
        let exceptions = ["noun", "verb", "adj"].compactMap { map("en/\($0).exc") }
        guard exceptions.count == 3 else { return nil }
        return EnglishWords(
            exceptions: exceptions, nouns: nouns, verbs: verbs, adjectives: adjectives, adverbs: adverbs)
    }

    /// A file mapped into memory for good; `nil` when it cannot be read.
    private func map(_ name: String) -> FileBytes? {
        guard let folder else { return nil }
        let descriptor = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
        let count = Int(status.st_size)
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            return nil
        }
        return FileBytes(UnsafeRawBufferPointer(start: start, count: count))
    }
}
