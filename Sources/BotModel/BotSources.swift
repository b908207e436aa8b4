import PatternMatching
import ScriptSyntax
import SourceText

/// The text of a bot as the linker read it, with places: what `ScriptChecks` looks at beside the `Bot`.
///
/// A running bot does not keep it.
package struct BotSources: Sendable {
    /// Every script, in the order of reading.
    package let trees: [ScriptTree]
    /// One entry a `state:` tag, in the order of `Bot.states`.
    package let states: [DeclaredState]
    /// Every `$Name = body`, also those that a later one of the same name replaces.
    package let patterns: [DeclaredPattern]

    /// Every CSV dictionary, in the order of reading.
    package let dictionaries: [EntityDictionary]

    package init(
        trees: [ScriptTree], states: [DeclaredState], patterns: [DeclaredPattern],
        dictionaries: [EntityDictionary] = []
    ) {
        self.trees = trees
        self.states = states
        self.patterns = patterns
        self.dictionaries = dictionaries
    }
}

/// A `state:` tag with the path that its place gives it.
package struct DeclaredState: Sendable {
    package let path: StatePath
    package let tag: ScriptTag
    package let file: SourceFile
    /// The state from which paths written in it count: itself, or the one whose action tag made it.
    package let home: StatePath
    /// Whether nobody wrote it: an action tag (`InputText:` …) made it, and its places are those of that tag.
    package let isMade: Bool

    init(path: StatePath, tag: ScriptTag, file: SourceFile) {
        self.path = path
        self.tag = tag
        self.file = file
        home = path
        isMade = false
    }

    /// A state that an action tag of `home` makes.
    init(made path: StatePath, tag: ScriptTag, file: SourceFile, home: StatePath) {
        self.path = path
        self.tag = tag
        self.file = file
        self.home = home
        isMade = true
    }

    /// The state's name, or its tag when it has none.
    package var place: SourceSpan { tag.value?.span ?? tag.name.span }
}

/// A `$Name = body` line.
package struct DeclaredPattern: Sendable {
    package let definition: PatternDefinition
    package let tree: PatternTree
    package let file: SourceFile

    package var name: String { definition.name.text }
}
