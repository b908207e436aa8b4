import Utterances

/// What the elements of a program were written as: names, values and texts, which matching itself does not need.
struct ProgramTrees: Sendable {
    let pattern: PatternTree
    let library: PatternLibrary
    /// The numbers in the library of the program's definitions.
    let definitions: [Int]
    let knower: WordKnower

    private func tree(_ origin: ProgramNode.Origin) -> PatternTree {
        origin.definition < 0 ? pattern : library.definitions[definitions[Int(origin.definition)]].tree
    }

    private func node(_ origin: ProgramNode.Origin) -> PatternNode { tree(origin).nodes[Int(origin.node)] }

    /// The named pattern that an element stands in; nil in the pattern itself.
    func owner(_ origin: ProgramNode.Origin) -> String? {
        origin.definition < 0 ? nil : library.definitions[definitions[Int(origin.definition)]].name
    }

    /// An element as it is written.
    func source(_ origin: ProgramNode.Origin) -> String {
        String(tree(origin).text(of: node(origin)))
    }

    func value(_ origin: ProgramNode.Origin) -> String? {
        guard case .valued(_, let value) = node(origin).kind else { return nil }
        return value
    }

    /// What a named pattern or an entity is called here, by itself, and what converts it.
    func name(_ origin: ProgramNode.Origin) -> (name: String, alias: String?, converter: String?) {
        switch node(origin).kind {
        case .reference(let reference), .repetition(let reference):
            let converter = library.number(of: reference.name).flatMap { library.definitions[$0].converter }
            return (reference.name, reference.alias, converter)
        case .entity(let entity, let alias): return (entity.name, alias, nil)
        default: return ("", nil, nil)
        }
    }

    /// The element that a word is covered by: of a group of alternatives the one that says most of it.
    func alternative(_ origin: ProgramNode.Origin, for word: String) -> ProgramNode.Origin {
        guard case .choice(let members) = node(origin).kind else { return origin }
        var best = (score: -1, origin: origin)
        for member in members {
            let plain = plainMember(member, tree(origin))
            let score = score(of: tree(origin).nodes[plain].kind, word)
            if score > best.score {
                best = (score, ProgramNode.Origin(definition: origin.definition, node: Int32(plain)))
            }
        }
        return best.origin
    }

    private func plainMember(_ index: Int, _ tree: PatternTree) -> Int {
        guard case .sequence(let members) = tree.nodes[index].kind, members.count == 1 else { return index }
        return plainMember(members[0], tree)
    }

    private func score(of kind: PatternNode.Kind, _ word: String) -> Int {
        switch kind {
        case .word(let wanted): word == wanted ? ScoreFormula.word : -1
        case .part(let part):
            part.matches(word) ? ScoreFormula.part(stem: part.stemLength, word: word.unicodeScalars.count) : -1
        case .grammar(let query): query.accepts(knower.forms.readings(of: word)) ? ScoreFormula.grammar : -1
        case .lemma(let lemma): knower.isForm(word, of: lemma) ? ScoreFormula.lemma : -1
        default: -1
        }
    }

    /// The star by which words stand in an element: in `{}`, whose stars are no members, the first one there.
    func star(_ origin: ProgramNode.Origin) -> ProgramNode.Origin {
        guard case .permutation(let members) = node(origin).kind else { return origin }
        let star = members.first { member in
            if case .garbage = tree(origin).nodes[member].kind { true } else { false }
        }
        return star.map { ProgramNode.Origin(definition: origin.definition, node: Int32($0)) } ?? origin
    }
}
