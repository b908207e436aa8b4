import PatternMatching
import Utterances

/// What phrases share with each other: words, neighbours, and places where an entity stands.
enum PhraseTerm: Sendable, Hashable {
    case word(String)
    /// Two dictionary words side by side.
    case pair(String, String)
    /// `@name`
    case place(String)

    /// The terms of a phrase as its author wrote it, each once.
    static func terms(of phrase: String, by words: inout KnownWords) -> [PhraseTerm] {
        let parts = parts(of: phrase)
        let pairs = zip(parts, parts.dropFirst()).compactMap { pair($0, $1, by: &words) }
        var seen: Set<PhraseTerm> = []
        return (parts + pairs).filter { seen.insert($0).inserted }
    }

    /// Words and places in order.
    private static func parts(of phrase: String) -> [PhraseTerm] {
        guard let pattern = PatternTree(phrase: phrase) else { return Utterance(phrase).tokens.map { .word($0.word) } }
        return pattern.nodes.compactMap { node in
            switch node.kind {
            case .word(let word): .word(word)
            case .entity(let entity, _): .place(entity.name)
            default: nil
            }
        }
    }

    /// Pairs with a place in them would hardly ever be heard.
    private static func pair(_ left: PhraseTerm, _ right: PhraseTerm, by words: inout KnownWords) -> PhraseTerm? {
        guard case .word(let left) = left, case .word(let right) = right else { return nil }
        return .pair(words.base(of: left), words.base(of: right))
    }
}
