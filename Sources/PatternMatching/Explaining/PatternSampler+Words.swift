import Utterances

/// The words that elements stand for.
extension PatternSampler {
    mutating func anyWords(atLeast least: Int) -> [Piece] {
        let more: Int =
            switch manner {
            case .short, .plain: 0
            case .varied: isBrief || below(4) > 0 ? 0 : 1
            case .wordy: 1
            }
        return Array(repeating: .anyWord, count: max(least, more))
    }

    /// The part itself, or a noun's or verb's form that has it.
    mutating func word(with part: WordPart) -> String {
        let plain = part.pieces.joined()
        guard manner != .short, let stem = part.pieces.first, !stem.isEmpty else { return plain }
        let known = forms.forms(of: plain).filter { form in
            part.matches(form) && form.utf8.count < plain.utf8.count + 8 && forms.knows(form)
                && Self.kinds.contains { $0.accepts(forms.readings(of: form)) }
        }
        return known.isEmpty ? plain : known[below(known.count)]
    }

    /// Adjectives have forms that nobody uses (`minuter`).
    private static var kinds: [GrammarQuery] {
        ["NOUN", "VERB"].map { GrammarQuery(tags: [GrammarTag(named: $0)].compactMap(\.self)) }
    }

    mutating func form(of lemma: String) -> String {
        guard manner != .short, below(2) == 0 else { return lemma }
        let known = forms.forms(of: lemma)
        return known.isEmpty ? lemma : known[below(known.count)]
    }

    /// The pieces as words, with one of the same language for every one that may be any.
    mutating func chooseWords(for pieces: [Piece], near source: String) -> [String] {
        guard pieces.contains(where: \.isAnyWord) else {
            return pieces.map { piece in if case .words(let words) = piece { words } else { "" } }
        }
        let said = pieces.flatMap { piece -> [Unicode.Scalar] in
            if case .words(let words) = piece { Array(words.unicodeScalars) } else { [] }
        }
        let letters = said.contains(where: \.properties.isAlphabetic) ? said : Array(source.unicodeScalars)
        let isRussian = letters.contains { (0x400...0x52F).contains($0.value) }
        let list = isRussian ? Self.russian : Self.english
        var turn = manner == .short ? 0 : below(list.count)
        return pieces.map { piece in
            guard case .words(let words) = piece else {
                turn += 1
                return list[turn % list.count]
            }
            return words
        }
    }

    private static var english: [String] { ["please", "well", "now", "today", "hello", "maybe"] }
    private static var russian: [String] { ["пожалуйста", "ну", "сейчас", "сегодня", "алло", "может"] }

    mutating func text(for expression: RegularExpression) -> String? {
        ExpressionSampler.text(of: expression.source, isShort: manner == .short, using: &chance)
    }

    mutating func text(for entity: EntityName) -> String? {
        let examples = entities.examples(of: entity)
        return examples.isEmpty ? nil : examples[manner == .short ? 0 : below(examples.count)]
    }
}
