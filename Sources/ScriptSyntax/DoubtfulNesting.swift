/// Tags whose columns do not say clearly what they belong to: why a new layout could be read in another way.
package enum DoubtfulNesting {
    /// Beside another tag, but in another column.
    case uneven(ScriptTag, beside: ScriptTag)
    /// Below a tag that takes no such tag, so that in its column it would be read in another way.
    case misplaced(ScriptTag, below: ScriptTag)

    package static func first(in tree: ScriptTree) -> DoubtfulNesting? { first(in: tree.items, below: nil) }

    /// The parser's limit of nesting keeps the recursion shallow.
    private static func first(in items: [ScriptItem], below owner: ScriptTag?) -> DoubtfulNesting? {
        var sibling: ScriptTag?
        for case .tag(let tag) in items {
            if let sibling, sibling.indent != tag.indent { return .uneven(tag, beside: sibling) }
            if let owner, TagCatalog.description(of: owner.name.text)?.mayHold(tag.name.text) == false {
                return .misplaced(tag, below: owner)
            }
            if let found = first(in: tag.items, below: tag) { return found }
            sibling = tag
        }
        return nil
    }
}
