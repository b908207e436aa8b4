import ScriptSyntax
import SourceText

/// What the bot's NLU exports declare: intents, entities, example groups (dsl.md 8.6).
///
/// A bot without an export has an empty one; then the names of intents and entities cannot be checked.
package struct IntentCatalog: Sendable {
    package let intents: [Intent]
    package let entities: [EntityDeclaration]
    /// Groups of `exampleGroups` files, for `eg:`; their paths are those of `classes`.
    package let exampleGroups: [Intent]
    /// `enabledSystemEntities`: `duckling.time`, `mystem.persn` …
    package let systemEntities: Set<String>
    /// An export is there and could not be read, or only in part: what it does not name may be in it.
    package let isBroken: Bool
    /// The same of the files of example groups.
    package let hasBrokenExamples: Bool

    private let intentNumbers: [String: Int]
    private let exampleGroupNumbers: [String: Int]
    private let groups: Set<String>
    private let entityNumbers: [String: Int]

    package init(
        intents: [Intent] = [], entities: [EntityDeclaration] = [], exampleGroups: [Intent] = [],
        systemEntities: Set<String> = [], isBroken: Bool = false, hasBrokenExamples: Bool = false
    ) {
        self.isBroken = isBroken
        self.hasBrokenExamples = hasBrokenExamples
        self.intents = intents
        self.entities = entities
        self.exampleGroups = exampleGroups
        self.systemEntities = systemEntities
        intentNumbers = Self.numbers(intents.map(\.path.text))
        exampleGroupNumbers = Self.numbers(exampleGroups.map(\.path.text))
        groups = Set(intents.flatMap { Self.prefixes(of: $0.path.text) })
        entityNumbers = Self.numbers(entities.map(\.name.text))
    }

    /// Whether no export was at hand: then any intent may exist.
    package var isEmpty: Bool { intents.isEmpty }

    /// Whether there is an export, though it may list no intents.
    var hasExport: Bool { !intents.isEmpty || !entities.isEmpty || !systemEntities.isEmpty }

    /// Whether any entity may exist: an export without entities is the empty one of a new project.
    package var allowsAnyEntity: Bool { entities.isEmpty || isBroken }

    /// The first intent of that path, with or without the first `/`.
    package func intent(at path: String) -> Intent? { intentNumbers[Self.normalised(path)].map { intents[$0] } }

    /// Whether an intent lies below that path, or is it.
    package func hasGroup(_ prefix: String) -> Bool {
        let prefix = Self.normalised(prefix)
        return prefix == "/" ? !isEmpty : groups.contains(prefix) || intentNumbers[prefix] != nil
    }

    /// The example group that `eg: A.B` names.
    package func exampleGroup(named name: String) -> Intent? {
        let path = Self.normalised(String(name.map { $0 == "." ? "/" : $0 }))
        return exampleGroupNumbers[path].map { exampleGroups[$0] }
    }

    /// The first entity of that name, written with or without `@`.
    package func entity(named name: String) -> EntityDeclaration? {
        entityNumbers[Self.withoutSign(name)].map { entities[$0] }
    }

    /// Whether `@name` can be found: one of the export, or of the sets that every platform has.
    package func knowsEntity(_ name: String) -> Bool {
        let name = Self.withoutSign(name)
        return entityNumbers[name] != nil || systemEntities.contains(name)
            || Self.systemSets.contains { name.hasPrefix($0) }
    }

    /// Entities and intents of these sets are the platform's own (dsl.md 8.5).
    private static let systemSets = ["duckling.", "pymorphy.", "mystem.", "zb.", "caila."]

    /// Whether the platform brings this intent: `/sys/en/…`.
    package static func isSystemIntent(_ path: String) -> Bool { normalised(path).hasPrefix("/sys/") }

    /// A path with one first `/` and none at its end.
    package static func normalised(_ path: String) -> String {
        "/" + path.split(separator: "/").map(\.trimmed).joined(separator: "/")
    }

    private static func withoutSign(_ name: String) -> String { name.hasPrefix("@") ? String(name.dropFirst()) : name }

    private static func prefixes(of path: String) -> [String] {
        var result: [String] = []
        var rest = path[...]
        while let slash = rest.lastIndex(of: "/"), slash > path.startIndex {
            rest = rest[..<slash]
            result.append(String(rest))
        }
        return result
    }

    private static func numbers(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// An intent, or an example group: what people say and what it means.
package struct Intent: Sendable {
    /// Normalised: `/Order/Pizza`; the span is that of the written text.
    package let path: PlacedText
    /// The file that declares it, one of `Bot.files`.
    package let file: String
    package let isEnabled: Bool
    package let phrases: [PlacedText]
    package let patterns: [PlacedText]
    /// `classificationRules`: which entities what is said must hold, or must not; all of them count.
    package let rules: [EntityRule]
    package let slots: [Slot]
    package let answer: String?
    /// JSON text.
    package let customData: String?
    package let priority: Int

    package init(
        path: PlacedText, file: String, isEnabled: Bool = true, phrases: [PlacedText] = [],
        patterns: [PlacedText] = [], rules: [EntityRule] = [], slots: [Slot] = [], answer: String? = nil,
        customData: String? = nil,
        priority: Int = 0
    ) {
        self.path = path
        self.file = file
        self.isEnabled = isEnabled
        self.phrases = phrases
        self.patterns = patterns
        self.rules = rules
        self.slots = slots
        self.answer = answer
        self.customData = customData
        self.priority = priority
    }

    /// `{"entityName": "City", "predicate": "CONTAINS_NOT"}`
    package struct EntityRule: Sendable, Hashable {
        /// The entity's name without `@`.
        package let entity: String
        /// Whether it must be in what is said; otherwise it must not.
        package let isWanted: Bool

        package init(entity: String, isWanted: Bool) {
            self.entity = entity
            self.isWanted = isWanted
        }
    }

    /// A value that the intent needs: `{"name": "when", "entity": "duckling.time", "required": true}`.
    package struct Slot: Sendable, Hashable {
        package let name: PlacedText
        /// The entity's name without `@`.
        package let entity: PlacedText
        package let isRequired: Bool
        package let isArray: Bool
        package let prompts: [String]
    }
}

/// An entity of an export, with its records.
package struct EntityDeclaration: Sendable {
    package let name: PlacedText
    /// The file that declares it, one of `Bot.files`.
    package let file: String
    package let isEnabled: Bool
    /// `noMorph`: words must stand literally.
    package let isLiteral: Bool
    /// `client`: scripts give it records of the caller that they talk to.
    package let isOfClients: Bool
    /// `fuzzySearch`: words may be missing or too many.
    package let isFuzzy: Bool
    package let records: [Record]

    /// The records that list what people say.
    package var words: [Record] { records.filter { $0.kind == .synonyms && !$0.rules.isEmpty } }

    /// The records that are patterns.
    package var patterns: [Record] { records.filter { $0.kind == .pattern && !$0.rules.isEmpty } }

    package struct Record: Sendable {
        package enum Kind: String, Sendable { case synonyms, pattern }

        package let kind: Kind
        package let rules: [PlacedText]
        /// Text, often JSON; `nil` when the matched words are the value.
        package let value: String?
    }
}
