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
