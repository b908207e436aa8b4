import Utterances

extension PatternTree {
    /// A phrase as people say it, in which `@name` stands for an entity: `call me @duckling.time`. `nil` for a phrase that names none.
    ///
    /// All else in it is words: brackets and stars mean nothing.
    package init?(phrase: String) {
        var phrase = phrase
        phrase.makeContiguousUTF8()
        let places = Self.entityPlaces(in: phrase)
        guard !places.isEmpty else { return nil }
        var nodes: [PatternNode] = []
        var start = 0
        func addWords(upTo end: Int) {
            let piece = Utterance(Utterance(text: phrase, tokens: []).text(from: start, to: end))
            for token in piece.tokens {
                nodes.append(PatternNode(kind: .word(token.word), start: start + token.start, end: start + token.end))
            }
        }
        for place in places {
            addWords(upTo: place.start)
            nodes.append(
                PatternNode(kind: .entity(.recognized(place.name), alias: nil), start: place.start, end: place.end))
            start = place.end
        }
        addWords(upTo: phrase.utf8.count)
        let members = Array(nodes.indices)
        nodes.append(PatternNode(kind: .sequence(members), start: 0, end: phrase.utf8.count))
        self.init(source: phrase, nodes: nodes, root: members.count)
    }

    /// Where `@name` stands in a text, in bytes of it; the `@` of an address such as `ann@example.com` is none.
    private static func entityPlaces(in phrase: String) -> [(name: String, start: Int, end: Int)] {
        var places: [(name: String, start: Int, end: Int)] = []
        var index = phrase.startIndex
        var before: Character = " "
        while index < phrase.endIndex {
            defer {
                before = phrase[index]
                index = phrase.index(after: index)
            }
            guard phrase[index] == "@", !before.isNamePart else { continue }
            var name = phrase[phrase.index(after: index)...].prefix { $0.isNamePart || $0 == "." || $0 == "-" }
            while let last = name.last, !last.isNamePart { name.removeLast() }
            guard !name.isEmpty else { continue }
            let start = phrase.utf8.distance(from: phrase.startIndex, to: index)
            places.append((String(name), start, start + 1 + name.utf8.count))
        }
        return places
    }
}

extension ParseNode {
    /// The root for an utterance that was understood without a pattern.
    package init(rootOf utterance: Utterance) {
        self.init(
            tag: "root", pattern: "root", text: UtteranceText(utterance).spoken, words: utterance.tokens.map(\.word))
    }
}

extension Character {
    fileprivate var isNamePart: Bool { isLetter || isNumber || self == "_" }
}
