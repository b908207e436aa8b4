import Utterances

/// Makes phrases that a pattern should accept; whether it does is for the matcher to say.
///
/// It reads the pattern as a recipe: of alternatives it takes one, of optional parts some, for `*` mostly nothing. Named
/// patterns that mention themselves come to an end because from some depth on the shortest alternative is taken.
struct PatternSampler<Chance: RandomNumberGenerator> {
    let library: PatternLibrary
    private let lengths: ShortestLengths
    let forms: any WordForms
    let entities: any EntityFinding
    var chance: Chance
    var manner = SampledElement.Manner.varied
    var names = 0
    private var depth = 0
    private var work = 0
    private var mostWork = 0
    /// Everyday words that have a grammar, by what is asked.
    var wordsOfGrammar: [GrammarQuery: [String]] = [:]

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
    static var tooDeep: Int { 60 }
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
    struct Site {
        let element: SampledElement
        let lengths: [Int]

        var tree: PatternTree { element.tree }
    }

    func length(_ node: Int, _ site: Site) -> Int {
        site.element.definition < 0
            ? site.lengths[node] : lengths.length(of: Int32(node), in: site.element.definition)
    }

    mutating func pieces(of node: Int, in site: Site) -> [Piece]? {
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
        case .grammar(let query): return [word(with: query, near: site.tree.source).map(Piece.words) ?? .anyWord]
        case .lemma(let lemma): return [.words(form(of: lemma))]
        case .oneWord: return [.anyWord]
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

    // MARK: Chance

    /// Whether to take the shortest of what is possible.
    var isBrief: Bool { manner == .short || names > Self.deepest || work > mostWork / 2 }

    mutating func isGenerous() -> Bool { !isBrief && below(2) == 0 }

    mutating func below(_ bound: Int) -> Int { Int(chance.next() % UInt64(max(bound, 1))) }
}
