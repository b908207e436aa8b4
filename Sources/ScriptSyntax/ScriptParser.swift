import SourceText

/// Reads `.sc` text. There is always a tree, and the parser never stops at the first mistake.
package enum ScriptParser {
    /// The deepest nesting that is kept; tags further in are taken as children of the deepest one.
    package static let deepestNesting = 500

    /// The tree of the file and what its author should know, in file order. Time and memory grow with the file's size.
    package static func parse(_ source: SourceFile) -> (ScriptTree, [Diagnostic]) {
        source.bytes.withUnsafeBufferPointer { bytes in
            var reader = ScriptReader(source: source, bytes: ScriptBytes(bytes))
            return reader.read()
        }
    }
}
