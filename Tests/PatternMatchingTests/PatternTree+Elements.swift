@testable import PatternMatching

extension PatternTree {
    /// What it is made of itself, without its named patterns.
    var elements: Set<PatternElement> {
        var found = Set(nodes.flatMap(elements))
        if source.split(separator: " ").contains(where: { $0.allSatisfy(\.isPunctuation) && $0 != "*" }) {
            found.insert(.punctuation)
        }
        return found
    }

    private func elements(of node: PatternNode) -> [PatternElement] {
        switch node.kind {
        case .nothing, .never, .sequence: []
        case .word(let word): Self.elements(ofWord: word)
        case .part(let part): [Self.element(of: part)]
        case .lemma: [.lemma]
        case .grammar: [.grammar]
        case .oneWord: [.oneWord]
        case .garbage: [.star]
        case .nonEmptyGarbage: [.nonEmptyGarbage]
        case .expression(let expression): [expression.ignoresCase ? .caselessExpression : .expression]
        case .reference(let reference): [reference.alias == nil ? .reference : .renamedReference]
        case .repetition(let reference): [reference.alias == nil ? .repetition : .renamedRepetition]
        case .entity(.dictionary, let alias): [alias == nil ? .dictionary : .renamedDictionary]
        case .entity(.recognized, let alias): [alias == nil ? .entity : .renamedEntity]
        case .weight(let weight): [Self.element(of: weight)]
        case .choice(let members): elements(ofChoice: members, written: text(of: node))
        case .optional(let member): [isChoice(member) ? .optionalChoice : .optional]
        case .permutation(let members): elements(ofPermutation: members)
        case .valued(let member, _): [isChoice(member) ? .valuedGroup : .valuedWord]
        }
    }

    private func isChoice(_ node: Int) -> Bool { if case .choice = nodes[node].kind { true } else { false } }

    private static func elements(ofWord word: String) -> [PatternElement] {
        let scalars = word.unicodeScalars
        guard scalars.contains(where: \.properties.isAlphabetic) else {
            let isNumber = scalars.contains { $0.properties.numericType != nil }
            return [isNumber ? .number : scalars.contains(where: \.properties.isEmojiPresentation) ? .emoji : .sign]
        }
        let isMixed = word.contains { ("a"..."z").contains($0) } && word.contains { ("а"..."я").contains($0) }
        let special: [(PatternElement, Bool)] = [
            (.contraction, word.contains("'")), (.hyphenated, word.contains("-")),
            (.mixed, isMixed),
        ]
        return [.word] + special.filter(\.1).map(\.0)
    }

    private static func element(of part: WordPart) -> PatternElement {
        switch (part.pieces.first == "", part.pieces.last == "") {
        case (false, true): .beginning
        case (true, false): .ending
        case (true, true): .middle
        case (false, false): .edges
        }
    }

    private static func element(of weight: PatternWeight) -> PatternElement {
        if weight.factor != 1 { return weight.addend == 0 ? .factor : .factorWithAddition }
        return weight.addend < 0 ? .subtraction : .addition
    }

    private func elements(ofChoice members: [Int], written text: Substring) -> [PatternElement] {
        var found: [PatternElement] = []
        if text.contains("|") { found.append(.strokes) }
        if text.contains("/") { found.append(.slashes) }
        if members.contains(where: { if case .sequence = nodes[$0].kind { true } else { false } }) {
            found.append(.phrases)
        }
        return found
    }

    private func elements(ofPermutation members: [Int]) -> [PatternElement] {
        let stars = members.filter { if case .garbage = nodes[$0].kind { true } else { false } }.count
        let optional = members.contains { if case .optional = nodes[$0].kind { true } else { false } }
        let bySize: [Int: PatternElement] = [
            2: .permutation2, 3: .permutation3, 4: .permutation4, 5: .permutation5, 6: .permutation6,
        ]
        return [
            bySize[members.count - stars], stars > 0 ? .permutationWithStar : nil,
            optional ? .permutationWithOptional : nil,
        ]
        .compactMap(\.self)
    }
}
