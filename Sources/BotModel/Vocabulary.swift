/// What a bot may name beside its own states and patterns: known before the states are read.
package struct Vocabulary: Sendable {
    /// What NLU exports declare; empty when there is none.
    package internal(set) var intents = IntentCatalog()
    /// By the tag's name.
    package internal(set) var customTags: [String: CustomTag] = [:]
    /// CSV dictionaries in the order of reading.
    package internal(set) var dictionaries: [EntityDictionary] = [] {
        didSet { dictionaryNames = Set(dictionaries.map(\.name)) }
    }
    /// Without `$`.
    package private(set) var dictionaryNames: Set<String> = []
    /// What comes from libraries whose text is not read.
    package internal(set) var libraries = LibraryNames()
    /// Whether the bot requires `slotfilling/slotFilling.sc`, so that it asks for what intents lack.
    package internal(set) var fillsSlots = false
    /// Script variables that data files, dictionaries and ES6 modules give, as they are written.
    package internal(set) var dataVariables: Set<String> = []

    package init() {}
}
