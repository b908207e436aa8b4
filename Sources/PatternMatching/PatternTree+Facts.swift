import Utterances

/// What checks ask about a pattern, without matching anything.
extension PatternTree {
    /// Whether it has optional parts, `[hello]`, and nothing that must be said. A bare `*` has none: it is a catch-all, meant so.
    ///
    /// - Parameters:
    ///   - matchesNothing: whether the named pattern matches an empty text.
    ///   - isOptional: whether this very thing holds for the named pattern.
    package func asksForNoWord(
        namedPatternMatchesNothing matchesNothing: (String) -> Bool, isOptional isOptionalName: (String) -> Bool
    ) -> Bool {
        let hasOptionalPart = nodes.contains { node in
            switch node.kind {
            case .optional: true
            case .reference(let reference), .repetition(let reference): isOptionalName(reference.name)
            default: false
            }
        }
        return hasOptionalPart && isOptional(namedPatternMatchesNothing: matchesNothing)
    }

    /// Whether it matches an empty text.
    package func isOptional(namedPatternMatchesNothing matchesNothing: (String) -> Bool) -> Bool {
        isOptional(root, matchesNothing)
    }

    /// The parser's limit of nesting keeps the recursion shallow.
    private func isOptional(_ index: Int, _ matchesNothing: (String) -> Bool) -> Bool {
        switch nodes[index].kind {
        case .nothing, .garbage, .optional, .weight: true
        case .never, .word, .part, .lemma, .grammar, .oneWord, .nonEmptyGarbage, .expression, .entity: false
        case .reference(let reference), .repetition(let reference): matchesNothing(reference.name)
        case .sequence(let members), .permutation(let members): members.allSatisfy { isOptional($0, matchesNothing) }
        case .choice(let members): members.contains { isOptional($0, matchesNothing) }
        case .valued(let member, _): isOptional(member, matchesNothing)
        }
    }

    /// Whether it matches whatever is said, beside its words: `[hello] *`. In `[hello *]` the star only goes on after the word.
    package func takesAnything(
        namedPatternMatchesNothing matchesNothing: (String) -> Bool, takesAnything namedOne: (String) -> Bool
    ) -> Bool {
        takesAnything(root, matchesNothing, namedOne)
    }

    private func takesAnything(
        _ index: Int, _ matchesNothing: (String) -> Bool, _ namedOne: (String) -> Bool
    ) -> Bool {
        switch nodes[index].kind {
        case .garbage: true
        case .reference(let reference), .repetition(let reference): namedOne(reference.name)
        case .optional(let member), .valued(let member, _): takesAnything(member, matchesNothing, namedOne)
        case .choice(let members): members.contains { takesAnything($0, matchesNothing, namedOne) }
        case .sequence(let members), .permutation(let members):
            members.contains { takesAnything($0, matchesNothing, namedOne) }
                && members.allSatisfy { isOptional($0, matchesNothing) }
        default: false
        }
    }

    /// Whether there is a text that it matches, given which named patterns have one: `$A = a $A` has none.
    package func matchesSomeText(givenNames matchSome: (String) -> Bool) -> Bool { matchesSomeText(root, matchSome) }

    private func matchesSomeText(_ index: Int, _ matchSome: (String) -> Bool) -> Bool {
        switch nodes[index].kind {
        case .reference(let reference), .repetition(let reference): matchSome(reference.name)
        case .sequence(let members), .permutation(let members): members.allSatisfy { matchesSomeText($0, matchSome) }
        case .choice(let members): members.contains { matchesSomeText($0, matchSome) }
        case .valued(let member, _): matchesSomeText(member, matchSome)
        default: true
        }
    }

    /// Where words, parts of words and `~words` stand, each place once.
    package var literals: [Range<Int>] {
        var places = nodes.compactMap { node -> Range<Int>? in
            switch node.kind {
            case .word, .part, .lemma: node.start..<node.end
            default: nil
            }
        }
        places.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return places.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] }.map { places[$0] }
    }

    /// The dictionary words that `~` stands before, with their places.
    package var dictionaryWords: [(word: String, place: Range<Int>)] {
        nodes.compactMap { node in
            if case .lemma(let word) = node.kind { (word, node.start..<node.end) } else { nil }
        }
    }

    /// What `$morph<…>` asks for.
    package var grammarQueries: [GrammarQuery] {
        nodes.compactMap { if case .grammar(let query) = $0.kind { query } else { nil } }
    }

    /// Whether it takes any text whatever: `*`, `$nonEmptyGarbage`.
    package var isCatchAll: Bool { isCatchAll(givenNames: { _ in false }) }

    /// The same, where some named patterns are known to take any text: `* $AnyText *`.
    package func isCatchAll(givenNames takesAnything: (String) -> Bool) -> Bool {
        func isGarbage(_ kind: PatternNode.Kind) -> Bool {
            switch kind {
            case .garbage, .nonEmptyGarbage: true
            case .reference(let reference): takesAnything(reference.name)
            default: false
            }
        }
        let kinds = nodes.map(\.kind)
        return kinds.contains(where: isGarbage)
            && kinds.allSatisfy { kind in
                if case .sequence = kind { true } else { isGarbage(kind) }
            }
    }

    /// Its words as they are written, without stars and `~`, with their places.
    package var literalWords: [(text: String, place: Range<Int>)] {
        let bytes = Array(source.utf8)
        let marks = Array(" *~".utf8)
        return literals.map { place in
            var place = place.clamped(to: bytes.indices)
            while let first = place.first, marks.contains(bytes[first]) { place = (first + 1)..<place.upperBound }
            while let last = place.last, marks.contains(bytes[last]) { place = place.lowerBound..<last }
            return (String(decoding: bytes[place], as: UTF8.self), place)
        }
    }

    /// Whether it is made of words and stars only, so that nothing in it can give a value.
    package var isPlain: Bool {
        nodes.allSatisfy { node in
            switch node.kind {
            case .reference, .repetition, .entity, .valued: false
            default: true
            }
        }
    }

    /// Alternatives of one group that are written alike, each with the place of the first of its kind.
    package var repeatedAlternatives: [(first: Range<Int>, again: Range<Int>)] {
        let bytes = Array(source.utf8)
        return nodes.flatMap { node -> [(first: Range<Int>, again: Range<Int>)] in
            guard case .choice(let members) = node.kind else { return [] }
            var seen: [String: Range<Int>] = [:]
            return members.compactMap { member in
                var place = nodes[member].start..<nodes[member].end
                while let first = place.first, bytes[first] == UInt8(ascii: " ") {
                    place = (first + 1)..<place.upperBound
                }
                let text = String(decoding: bytes[place], as: UTF8.self)
                guard let first = seen[text], !place.isEmpty else {
                    seen[text] = place
                    return nil
                }
                return (first, place)
            }
        }
    }
}

extension PatternTree {
    /// The names under which what it matches is kept: `$Name`, `$Name::Alias`, `@entity`.
    package var captureNames: [String] {
        nodes.flatMap { node -> [String] in
            switch node.kind {
            case .reference(let reference), .repetition(let reference):
                [reference.name, reference.alias].compactMap(\.self)
            case .entity(.recognized(let name), let alias), .entity(.dictionary(let name), let alias):
                [name, alias].compactMap(\.self)
            default: []
            }
        }
    }

    /// The patterns and entities that stand under another name: `$City::from`.
    package var renamedCaptures: [(name: String, alias: String)] {
        nodes.compactMap { node in
            switch node.kind {
            case .reference(let reference), .repetition(let reference): reference.alias.map { (reference.name, $0) }
            case .entity(.recognized(let name), let alias), .entity(.dictionary(let name), let alias):
                alias.map { (name, $0) }
            default: nil
            }
        }
    }

    /// The patterns and entities that are captured under their own names.
    package var plainCaptures: [String] {
        nodes.compactMap { node in
            switch node.kind {
            case .reference(let reference), .repetition(let reference): reference.alias == nil ? reference.name : nil
            case .entity(.recognized(let name), let alias), .entity(.dictionary(let name), let alias):
                alias == nil ? name : nil
            default: nil
            }
        }
    }
}
