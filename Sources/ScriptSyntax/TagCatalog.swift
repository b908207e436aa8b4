import SourceText

/// The tags that the language knows, and what is right for each of them.
///
/// The parser asks how to read a value; the linker asks the rest. A name that is not here stays in the tree.
package enum TagCatalog {
    /// The description of a built-in tag, or `nil` for a name that the language does not have.
    package static func description(of name: String) -> TagDescription? { known[name] }

    /// All names, the ones that scripts use most first.
    package static let names = all.map(\.name)

    /// The parameter of this tag nearest to a misspelt one.
    package static func suggestion(forParameter parameter: String, of name: String) -> String? {
        Spelling.nearest(to: parameter, among: description(of: name)?.parameters ?? [])
    }

    /// Whether a tag may stand at the margin of a file, below nothing.
    package static func mayStandAtTop(_ name: String) -> Bool {
        ["require", "patterns", "init", "theme"].contains(name)
    }

    /// Names begun with a capital are action tags: the built-in ones and those of the bot.
    package static func isActionName(_ name: String) -> Bool {
        name.utf8.first.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? false
    }

    private static let all = declarations + triggers + reactions + actions

    private static let known = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

}
