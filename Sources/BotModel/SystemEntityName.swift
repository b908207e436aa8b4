import Entities
import PatternMatching
import SourceText

/// One of the platform's own entities: `duckling.time`.
package struct SystemEntityName: Sendable, Hashable {
    package let text: String
    let dimension: Dimension
    private let shape: Shape

    private enum Shape { case duckling, clockOnly, plainMoment }

    /// - Returns: `nil` for a name that no rules find.
    package init?(_ name: String) {
        text = name
        switch name {
        case "duckling.date": (dimension, shape) = (.time, .duckling)
        case "duckling.time-of-day": (dimension, shape) = (.time, .clockOnly)
        case "zb.number": (dimension, shape) = (.number, .duckling)
        case "zb.datetime": (dimension, shape) = (.time, .plainMoment)
        default:
            guard name.hasPrefix("duckling."), let dimension = Dimension(rawValue: String(name.dropFirst(9))) else {
                return nil
            }
            (self.dimension, shape) = (dimension, .duckling)
        }
    }

    /// All that rules find, by the names of Duckling.
    static let ducklings = (Dimension.allCases.map(\.rawValue) + ["date", "time-of-day"]).compactMap {
        SystemEntityName("duckling." + $0)
    }

    /// The value as JSON in the shape that scripts see; `nil` when the entity is none of this name.
    func value(of entity: Entity) -> String? {
        guard case .time(let time) = entity.value else { return entity.value.scriptJSON }
        switch shape {
        case .duckling: return entity.value.scriptJSON
        case .clockOnly: return time.best.isClock ? entity.value.scriptJSON : nil
        case .plainMoment:
            guard case .moment(let moment) = time.best else { return nil }
            return "{\"value\":\(JSONText.quoted(moment.local.description))}"
        }
    }
}

extension Bot {
    /// The platform's entities that the bot names anywhere; all of them when only its scripts do.
    var systemEntityNames: [SystemEntityName] {
        var found = Set(namedEntities.compactMap { SystemEntityName($0) })
        if mentions("duckling.") { found.formUnion(SystemEntityName.ducklings) }
        return found.sorted { $0.text < $1.text }
    }

    /// The entities that its export switches on and that patterns, intents and records ask for; without `@`.
    var namedEntities: Set<String> {
        var names = intents.systemEntities.union(patterns.trees.flatMap { Self.names(in: $0) })
        for rule in rules {
            switch rule.trigger {
            case .pattern(let tree): names.formUnion(Self.names(in: tree))
            case .example(_, let tree?): names.formUnion(Self.names(in: tree))
            default: break
            }
        }
        for intent in intents.intents where intent.isEnabled {
            names.formUnion(intent.slots.map(\.entity.text))
            for text in intent.patterns + intent.phrases { names.formUnion(Self.names(in: text.text)) }
        }
        for rule in intents.entities.flatMap(\.patterns).flatMap(\.rules) { names.formUnion(Self.names(in: rule.text)) }
        return Set(names.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 })
    }

    private static func names(in tree: PatternTree) -> [String] { tree.entityReferences.map(\.entity.name) }

    /// The names behind `@` in a text.
    private static func names(in text: String) -> [String] {
        text.split(separator: "@").dropFirst().map { part in
            String(part.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" })
        }
    }
}
