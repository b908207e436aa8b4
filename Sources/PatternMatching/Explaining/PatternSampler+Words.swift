import Utterances

/// The words that elements stand for.
extension PatternSampler {
    mutating func anyWords(atLeast least: Int) -> [Piece] {
        let more: Int =
            switch manner {
            case .short, .plain: 0
            case .varied: isBrief || below(4) > 0 ? 0 : 1 + below(3)
            case .wordy: 1
            }
        return Array(repeating: .anyWord, count: max(least, more))
    }

    /// An everyday word or a form that has the part, when there is one; else the part with something in place of its stars.
    mutating func word(with part: WordPart) -> String {
        let plain = part.pieces.joined()
        guard manner != .short else { return plain }
        let everyday = EverydayWords(near: plain)
        let known = (forms.forms(of: plain).filter(isInUse) + everyday.all).filter {
            part.matches($0) && $0.utf8.count < plain.utf8.count + 8
        }
        if !known.isEmpty, below(3) > 0 { return known[below(known.count)] }
        // A beginning is a word already more often than one with an ending made up.
        if part.pieces.count == 2, part.pieces[1].isEmpty { return plain }
        guard !plain.isEmpty else { return everyday.all[below(everyday.all.count)] }
        let last = part.pieces.count - 1
        return part.pieces.enumerated().reduce(into: "") { word, piece in
            if piece.offset == last, piece.element.isEmpty {
                word += everyday.endings[below(everyday.endings.count)]
            } else if piece.offset == 1, word.isEmpty {
                word += everyday.beginnings[below(everyday.beginnings.count)] + piece.element
            } else if piece.offset > 0 {
                word += everyday.middles[below(everyday.middles.count)] + piece.element
            } else {
                word += piece.element
            }
        }
    }

    /// An everyday word of which a reading has a grammar; nil when none has, or the dictionary is not at hand.
    mutating func word(with query: GrammarQuery, near source: String) -> String? {
        let known = wordsOfGrammar[query] ?? words(with: query, near: source)
        wordsOfGrammar[query] = known
        return known.isEmpty ? nil : known[manner == .short ? 0 : below(known.count)]
    }

    private func words(with query: GrammarQuery, near source: String) -> [String] {
        let first = EverydayWords(near: source)
        for everyday in [first, first.otherLanguage] {
            let said = everyday.all.flatMap { [$0] + forms.forms(of: $0) }
            let known = said.filter { query.accepts(forms.readings(of: $0)) }
            if !known.isEmpty { return known.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
        }
        return []
    }

    /// Adjectives have forms that nobody uses (`minuter`).
    private func isInUse(_ form: String) -> Bool {
        forms.knows(form) && Self.kinds.contains { $0.accepts(forms.readings(of: form)) }
    }

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
        let isSpoken = said.contains(where: \.properties.isAlphabetic)
        let list = EverydayWords(near: isSpoken ? String(String.UnicodeScalarView(said)) : source).fillers
        var turn = 0
        return pieces.map { piece in
            guard case .words(let words) = piece else {
                turn += 1
                return list[manner == .short ? turn % list.count : below(list.count)]
            }
            return words
        }
    }

    mutating func text(for expression: RegularExpression) -> String? {
        ExpressionSampler.text(of: expression.source, isShort: manner == .short, using: &chance)
    }

    mutating func text(for entity: EntityName) -> String? {
        let examples = entities.examples(of: entity)
        return examples.isEmpty ? nil : examples[manner == .short ? 0 : below(examples.count)]
    }
}
