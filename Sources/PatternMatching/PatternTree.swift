import Utterances

/// A pattern as a tree: its elements in one array, each pointing to its members by number.
package struct PatternTree: Sendable {
    /// The text it was read from; the places of elements are UTF-8 bytes of it.
    package let source: String
    package let nodes: [PatternNode]
    /// The number of the outermost element.
    package let root: Int

    /// The named patterns that it mentions, in order, with the place of `$Name`.
    package var namedReferences: [(name: String, start: Int, end: Int)] {
        nodes.compactMap { node in
            switch node.kind {
            case .reference(let reference), .repetition(let reference): (reference.name, reference.start, reference.end)
            default: nil
            }
        }
        .sorted { $0.start < $1.start }
    }

    /// The entities that it mentions, in order, with their places.
    package var entityReferences: [(entity: EntityName, start: Int, end: Int)] {
        nodes.compactMap { node in
            guard case .entity(let entity, _) = node.kind else { return nil }
            return (entity, node.start, node.end)
        }
        .sorted { $0.start < $1.start }
    }

    /// The same pattern, in which `$Name` means the dictionary of that name, as `$entity<Name>` does.
    package func naming(dictionaries: Set<String>) -> PatternTree {
        guard !dictionaries.isEmpty else { return self }
        let nodes = nodes.map { node -> PatternNode in
            guard case .reference(let reference) = node.kind, dictionaries.contains(reference.name) else { return node }
            return PatternNode(
                kind: .entity(.dictionary(reference.name), alias: reference.alias), start: node.start, end: node.end)
        }
        return PatternTree(source: source, nodes: nodes, root: root)
    }
}

/// An element of a pattern; members of others are numbers of `PatternTree.nodes`.
package struct PatternNode: Sendable {
    package var kind: Kind
    /// UTF-8 bytes of the pattern's text.
    package var start: Int
    package var end: Int

    package enum Kind: Sendable {
        /// Matches where there is nothing to match.
        case nothing
        /// Never matches: what could not be read, or is not supported.
        case never
        case word(String)
        case part(WordPart)
        case lemma(String)
        /// `$morph<С им ед>`
        case grammar(GrammarQuery)
        case oneWord
        case garbage
        case nonEmptyGarbage
        case expression(RegularExpression)
        case reference(NamedReference)
        case repetition(NamedReference)
        case entity(EntityName, alias: String?)
        case weight(PatternWeight)
        case sequence([Int])
        case choice([Int])
        case optional(Int)
        case permutation([Int])
        case valued(Int, String)
    }
}

extension PatternTree {
    /// An element as it is written.
    func text(of node: PatternNode) -> Substring {
        let first = source.utf8.index(source.utf8.startIndex, offsetBy: node.start)
        return source[first..<source.utf8.index(first, offsetBy: node.end - node.start)]
    }
}

/// `$Name` or `$Name::Alias`, with the place of `$Name`.
package struct NamedReference: Sendable {
    package var name: String
    package var alias: String?
    var start: Int
    var end: Int
}

/// `$weight<1.05>`, `$weight<-0.3>` or both at once, `$weight<100.3+100>`.
package struct PatternWeight: Sendable, Hashable {
    var factor = 1.0
    var addend = 0.0
}

/// `put*`, `*put`, `*put*` or `p*t`: the pieces of a word in order, with anything between them.
package struct WordPart: Sendable, Hashable {
    /// At least two; the first and the last are empty where the star stands outside.
    package let pieces: [String]
    /// Characters that the pieces name.
    let stemLength: Int

    init(pieces: [String]) {
        self.pieces = pieces
        stemLength = pieces.reduce(0) { $0 + $1.unicodeScalars.count }
    }

    func matches(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { matches($0) }
    }

    func matches(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = pieces.first, let last = pieces.last, word.starts(with: first.utf8) else { return false }
        var rest = word[first.utf8.count...]
        for piece in pieces.dropFirst().dropLast() {
            guard let found = Self.find(piece, in: rest) else { return false }
            rest = rest[(found + piece.utf8.count)...]
        }
        return rest.count >= last.utf8.count && rest.suffix(last.utf8.count).elementsEqual(last.utf8)
    }

    private static func find(_ piece: String, in text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard text.count >= piece.utf8.count else { return nil }
        return (text.startIndex...(text.endIndex - piece.utf8.count)).first { text[$0...].starts(with: piece.utf8) }
    }
}
