import Glibc
import Synchronization
import Utterances

/// The forms of words, from the files of the machine; they are looked at when the first word is asked for.
final class WordData: WordForms {
    private let folder: String?
    private let lexicon = Mutex<Lexicon?>(nil)

    init(folder: String? = DataFolder().words) { self.folder = folder }

    func forms(of lemma: String) -> [String] { loaded.forms(of: lemma) }

    private var loaded: Lexicon {
        lexicon.withLock { lexicon in
            if let lexicon { return lexicon }
            let read = Lexicon(russian: russian, english: english)
            lexicon = read
            return read
        }
    }

    private var russian: RussianWords? {
        guard let words = map("ru/words.dawg"), let paradigms = map("ru/paradigms.array"),
            let endings = map("ru/suffixes.json")
        else { return nil }
        return RussianWords(words: words, paradigms: paradigms, endings: endings)
    }

    private var english: EnglishWords? {
        guard let verbs = map("en/index.verb"), let adjectives = map("en/index.adj") else { return nil }
        let exceptions = ["noun", "verb", "adj"].compactMap { map("en/\($0).exc") }
        return EnglishWords(exceptions: exceptions, verbs: verbs, adjectives: adjectives)
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
