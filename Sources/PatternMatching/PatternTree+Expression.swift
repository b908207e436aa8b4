extension PatternTree {
    /// The tree as an S-expression: `(sequence (garbage) (word call) (optional (word me)))`.
    package var expression: String { expression(of: root) }

    private func expression(of index: Int) -> String {
        switch nodes[index].kind {
        case .nothing: "(nothing)"
        case .never: "(never)"
        case .word(let word): "(word \(word))"
        case .part(let part): "(part \(part.pieces.joined(separator: "*")))"
        case .lemma(let lemma): "(lemma \(lemma))"
        case .grammar(let query): list("morph", query.tags.map(\.name))
        case .oneWord: "(oneWord)"
        case .garbage: "(garbage)"
        case .nonEmptyGarbage: "(nonEmptyGarbage)"
        case .expression(let expression):
            "(\(expression.ignoresCase ? "regexp_i" : "regexp") \(quoted(expression.source)))"
        case .reference(let reference): "(named \(name(reference)))"
        case .repetition(let reference): "(repeat \(name(reference)))"
        case .entity(let entity, let alias): "(\(kind(entity)) \(entity.name)\(alias.map { " as \($0)" } ?? ""))"
        case .weight(let weight): "(weight \(weight.factor) \(weight.addend))"
        case .sequence(let members): list("sequence", members.map(expression(of:)))
        case .choice(let members): list("choice", members.map(expression(of:)))
        case .optional(let member): list("optional", [expression(of: member)])
        case .permutation(let members): list("permutation", members.map(expression(of:)))
        case .valued(let member, let value): "(value \(quoted(value)) \(expression(of: member)))"
        }
    }

    private func list(_ name: String, _ members: [String]) -> String {
        "(" + ([name] + members).joined(separator: " ") + ")"
    }

    private func name(_ reference: NamedReference) -> String {
        reference.alias.map { "\(reference.name) as \($0)" } ?? reference.name
    }

    private func kind(_ entity: EntityName) -> String {
        switch entity {
        case .recognized: "entity"
        case .dictionary: "dictionary"
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    }
}
