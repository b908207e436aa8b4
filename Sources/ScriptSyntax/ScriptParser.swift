import SourceText

/// Reads `.sc` text. There is always a tree, and the parser never stops at the first mistake.
package enum ScriptParser {
    /// The deepest nesting that is kept; tags further in are taken as children of the deepest one.
    package static let deepestNesting = 500

    /// The tree of the file and what its author should know, in file order. Time and memory grow with the file's size.
    ///
    /// - Parameter ownTags: tags that the bot declares itself, in which no misspelt tag of the language is seen.
    package static func parse(_ source: SourceFile, ownTags: Set<String> = []) -> (ScriptTree, [Diagnostic]) {
        source.bytes.withUnsafeBufferPointer { bytes in
            var reader = ScriptReader(source: source, bytes: ScriptBytes(bytes), ownTags: ownTags)
            return reader.read()
        }
    }
}
