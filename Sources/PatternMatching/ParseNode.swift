/// A node of the parse tree that a match leaves (`$parseTree` of the scripts, dsl.md 4.1).
package struct ParseNode: Sendable, Hashable {
    /// The name under which it is stored: the alias if given, else the pattern's name; `root` on top.
    package var tag: String
    /// The declared name; `root` on top.
    package var pattern: String
    /// The words it covers as they were said, without the punctuation around them.
    package var text: String
    package var words: [String]
    /// What `word:value` gave to the nearest enclosing node.
    package var value: String?
    /// Whether it is an entity `@Name`, whose value may be written as JSON.
    package var isEntity = false
    /// The name of the converter (source text after `converter =`) to be run on this node.
    package var converter: String?
    /// Children in the order of the text.
    package var children: [ParseNode]

    package init(
        tag: String, pattern: String, text: String, words: [String], value: String? = nil, converter: String? = nil,
        children: [ParseNode] = []
    ) {
        self.tag = tag
        self.pattern = pattern
        self.text = text
        self.words = words
        self.value = value
        self.converter = converter
        self.children = children
    }
}
