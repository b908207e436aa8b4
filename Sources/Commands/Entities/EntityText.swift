import Entities

/// What was found in a phrase, for people.
struct EntityText {
    let lines: [String]

    /// - Parameter trees: for each entity the rules that have found it; empty when nobody asks.
    init(_ entities: [Entity], _ trees: [RuleTree?]) {
        guard !entities.isEmpty else {
            lines = ["nothing"]
            return
        }
        lines = entities.enumerated().flatMap { index, entity in
            [Self.line(of: entity)]
                + (index < trees.count ? trees[index].map { Self.lines(of: $0, indent: 1) } ?? [] : [])
        }
    }

    private static func line(of entity: Entity) -> String {
        let place = "\(entity.start)..\(entity.end)"
        let doubt = entity.isLatent ? " (uncertain)" : ""
        return "\(entity.dimension.rawValue) \(place) \"\(entity.body.shown)\"\(doubt): \(entity.value.summary)"
    }

    /// The tree of rules, a line for each.
    static func lines(of tree: RuleTree, indent: Int) -> [String] {
        let margin = String(repeating: "  ", count: indent)
        guard !tree.rule.isEmpty else { return ["\(margin)\(tree.text.shown)"] }
        return ["\(margin)$\(tree.rule) \"\(tree.text.shown)\"  \(tree.place)"]
            + tree.members.flatMap { lines(of: $0, indent: indent + 1) }
    }
}

/// The same as a record of `entities --json`.
struct EntityRecord {
    let json: JSONValue

    init(_ text: String, _ entities: [Entity], _ trees: [RuleTree?]) {
        let list = entities.enumerated().map { index, entity in
            JSONValue.object(
                [
                    ("body", .string(entity.body)), ("start", .integer(entity.start)), ("end", .integer(entity.end)),
                    ("dim", .string(entity.dimension.rawValue)), ("latent", .bool(entity.isLatent)),
                    ("value", .raw(entity.value.json)),
                ] + (index < trees.count ? [("rules", trees[index].map(Self.json) ?? .null)] : []))
        }
        json = .object([("text", .string(text)), ("entities", .array(list))])
    }

    /// `{rule, place, text, members}`; a word is its text.
    static func json(of tree: RuleTree) -> JSONValue {
        guard !tree.rule.isEmpty else { return .string(tree.text) }
        return .object([
            ("rule", .string(tree.rule)), ("place", .string(tree.place)), ("text", .string(tree.text)),
            ("members", .array(tree.members.map(json))),
        ])
    }
}
