import Utterances

/// Finds entities in an utterance, for `@name` and `$entity<Dictionary>`.
package protocol EntityFinding: Sendable {
    /// The entities of this name that begin at a word; an entity covers at least one word.
    func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover]

    /// The same for whoever asks of one utterance again and again.
    ///
    /// - Parameter found: what a finder has found all over this utterance; it begins empty, and belongs to no other utterance.
    func covers(
        of entity: EntityName, in utterance: Utterance, from start: Int, keeping found: inout FoundCovers
    ) -> [EntityCover]

    /// A few phrases that are this entity, the first ones it knows; empty when it knows none by itself.
    func examples(of entity: EntityName) -> [String]
}

extension EntityFinding {
    package func examples(of entity: EntityName) -> [String] { [] }

    package func covers(
        of entity: EntityName, in utterance: Utterance, from start: Int, keeping found: inout FoundCovers
    ) -> [EntityCover] { covers(of: entity, in: utterance, from: start) }
}

/// What was looked for all over an utterance at once: by entity, then by the word where it begins.
package struct FoundCovers: Sendable {
    package var byEntity: [String: [Int: [EntityCover]]] = [:]

    package init() {}
}

/// Whose entity is asked for: a recogniser's (`@duckling.number`) or a dictionary's (`$entity<Cities>`).
package enum EntityName: Sendable, Hashable {
    case recognized(String)
    case dictionary(String)

    package var name: String {
        switch self {
        case .recognized(let name), .dictionary(let name): name
        }
    }
}

/// An entity that was found: the word after its last one, and its value.
package struct EntityCover: Sendable, Hashable {
    package var end: Int
    package var value: String?

    package init(end: Int, value: String?) {
        self.end = end
        self.value = value
    }
}

/// No recogniser at hand: nothing is found.
package struct NoEntities: EntityFinding {
    package init() {}

    package func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] { [] }
}
