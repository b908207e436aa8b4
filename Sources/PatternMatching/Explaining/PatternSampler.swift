import Utterances

/// An element of a pattern, or of a definition by its number in the library.
struct SampledElement {
    var tree: PatternTree
    var definition = -1
    var node: Int

    /// How much is said that need not be said.
    enum Manner {
        /// As little as possible.
        case short
        case varied
        /// As varied, but nothing for `*`.
        case plain
        /// A word for every `*`.
        case wordy
    }
}

/// Makes phrases that a pattern should accept; whether it does is for the matcher to say.
///
/// It reads the pattern as a recipe: of alternatives it takes one, of optional parts some, for `*` mostly nothing. Named
/// patterns that mention themselves come to an end because from some depth on the shortest alternative is taken.
struct PatternSampler<Chance: RandomNumberGenerator> {
    private let library: PatternLibrary
    private let lengths: ShortestLengths
    private let forms: any WordForms
    private let entities: any EntityFinding
    private(set) var chance: Chance
    private var manner = SampledElement.Manner.varied
    private var names = 0
    private var depth = 0
    private var work = 0
    private var mostWork = 0

    /// A piece of a phrase: words, or any word at all, to be chosen when the language is known.
    enum Piece {
        case words(String)
        case anyWord

        var isAnyWord: Bool { if case .anyWord = self { true } else { false } }
    }

    init(
        library: PatternLibrary, lengths: ShortestLengths, forms: any WordForms, entities: any EntityFinding,
        chance: Chance
    ) {
        self.library = library
        self.lengths = lengths
        self.forms = forms
        self.entities = entities
        self.chance = chance
    }

    /// Nested named patterns from which on the shortest alternatives are taken, and from which on there is no phrase.
    private static var deepest: Int { 6 }
    private static var tooDeep: Int { 60 }
    /// Elements within elements.
    private static var deepestElement: Int { 400 }

    /// The words of a phrase for an element; nil when none was found.
    mutating func words(for element: SampledElement, manner: SampledElement.Manner) -> [String]? {
        self.manner = manner
        work = 0
        // Enough for every element of a long pattern, and for short ones that are mentioned again and again.
        mostWork = max(5_000, element.tree.nodes.count * 2)
        let own = element.definition < 0 ? lengths.ofPattern(element.tree) : []
        guard let pieces = pieces(of: element.node, in: Site(element: element, lengths: own)) else { return nil }
        return chooseWords(for: pieces, near: element.tree.source)
    }

    // MARK: Elements

    /// The tree that is gone through, with the lengths of its elements if it is a pattern.
    private struct Site {
        let element: SampledElement
        let lengths: [Int]

        var tree: PatternTree { element.tree }
    }

    private func length(_ node: Int, _ site: Site) -> Int {
        site.element.definition < 0
            ? site.lengths[node] : lengths.length(of: Int32(node), in: site.element.definition)
    }

    private mutating func pieces(of node: Int, in site: Site) -> [Piece]? {
        work += 1
        guard work < mostWork, depth < Self.deepestElement, length(node, site) != ShortestLengths.never else {
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        switch site.tree.nodes[node].kind {
        case .nothing, .weight: return []
        case .never: return nil
        case .word(let word): return [.words(word)]
        case .part(let part): return [.words(word(with: part))]
        case .lemma(let lemma): return [.words(form(of: lemma))]
        // Which words have a grammar nobody lists; one of the common words may.
        case .oneWord, .grammar: return [.anyWord]
        case .garbage: return anyWords(atLeast: 0)
        case .nonEmptyGarbage: return anyWords(atLeast: 1)
        case .expression(let expression): return text(for: expression).map { [.words($0)] }
        case .entity(let entity, _): return text(for: entity).map { [.words($0)] }
        case .sequence(let members): return all(members, in: site)
        case .choice(let members): return one(of: members, in: site)
        case .optional(let member): return isGenerous() ? pieces(of: member, in: site) ?? [] : []
        case .permutation(let members): return inAnyOrder(members, in: site)
        case .valued(let member, _): return pieces(of: member, in: site)
        case .reference(let reference): return named(reference, at: node, in: site)
        case .repetition(let reference): return repeated(reference, at: node, in: site)
        }
    }

    private mutating func all(_ members: [Int], in site: Site) -> [Piece]? {
        var all: [Piece] = []
        for member in members {
            guard let pieces = pieces(of: member, in: site) else { return nil }
            all += pieces
        }
        return all
    }

    /// Any alternative; deep inside, or in a hurry, one of the shortest. When it comes to nothing, the next.
    private mutating func one(of members: [Int], in site: Site) -> [Piece]? {
        let possible = members.filter { length($0, site) != ShortestLengths.never }
        let shortest = possible.map { length($0, site) }.min()
        let wanted = isBrief ? possible.filter { length($0, site) == shortest } : possible
        guard !wanted.isEmpty else { return nil }
        let first = manner == .short ? 0 : below(wanted.count)
        for turn in wanted.indices {
            if let pieces = pieces(of: wanted[(first + turn) % wanted.count], in: site) { return pieces }
        }
        return nil
    }

    /// Stars among the members say where other words may stand; they are members here like others, for the matcher checks.
    private mutating func inAnyOrder(_ members: [Int], in site: Site) -> [Piece]? {
        var order = members
        if manner != .short {
            for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
        }
        return all(order, in: site)
    }

    private mutating func named(_ reference: NamedReference, at node: Int, in site: Site) -> [Piece]? {
        let target =
            site.element.definition < 0
            ? library.number(of: reference.name) ?? -1
            : library.targets[library.definitions[site.element.definition].base + node]
        guard target >= 0, names < Self.tooDeep else { return nil }
        names += 1
        defer { names -= 1 }
        let tree = library.definitions[target].tree
        let inside = Site(element: SampledElement(tree: tree, definition: target, node: tree.root), lengths: [])
        return pieces(of: tree.root, in: inside)
    }

    private mutating func repeated(_ reference: NamedReference, at node: Int, in site: Site) -> [Piece]? {
        guard var all = named(reference, at: node, in: site) else { return nil }
        for _ in 0..<2 where isGenerous() && below(2) == 0 { all += named(reference, at: node, in: site) ?? [] }
        return all
    }

    // MARK: Words

    private mutating func anyWords(atLeast least: Int) -> [Piece] {
        let more: Int =
            switch manner {
            case .short, .plain: 0
            case .varied: isBrief || below(4) > 0 ? 0 : 1
            case .wordy: 1
            }
        return Array(repeating: .anyWord, count: max(least, more))
    }

    /// A form that the word part has, when the dictionary knows one; else the part itself.
    private mutating func word(with part: WordPart) -> String {
        let plain = part.pieces.joined()
        guard manner != .short, let stem = part.pieces.first, !stem.isEmpty else { return plain }
        let known = forms.forms(of: plain).filter { part.matches($0) && $0.utf8.count < plain.utf8.count + 8 }
        return known.isEmpty ? plain : known[below(known.count)]
    }

    private mutating func form(of lemma: String) -> String {
        guard manner != .short, below(2) == 0 else { return lemma }
        let known = forms.forms(of: lemma)
        return known.isEmpty ? lemma : known[below(known.count)]
    }

    /// The pieces as words, with one of the same language for every one that may be any.
    private mutating func chooseWords(for pieces: [Piece], near source: String) -> [String] {
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

    private mutating func text(for expression: RegularExpression) -> String? {
        ExpressionSampler.text(of: expression.source, isShort: manner == .short, using: &chance)
    }

    private mutating func text(for entity: EntityName) -> String? {
        let examples = entities.examples(of: entity)
        return examples.isEmpty ? nil : examples[manner == .short ? 0 : below(examples.count)]
    }

    // MARK: Chance

    /// Whether to take the shortest of what is possible.
    private var isBrief: Bool { manner == .short || names > Self.deepest || work > mostWork / 2 }

    private mutating func isGenerous() -> Bool { !isBrief && below(2) == 0 }

    private mutating func below(_ bound: Int) -> Int { Int(chance.next() % UInt64(max(bound, 1))) }
}
