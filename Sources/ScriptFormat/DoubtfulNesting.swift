import ScriptSyntax

/// Finds a tag of which one cannot be sure where it belongs: it stands in another column than the tags beside it, or below
/// a tag that takes no such tags.
///
/// Brought into the column of their depth, such tags may be read in another way: `a:` below an empty `state:`, for example.
enum DoubtfulNesting {
    case uneven(ScriptTag, beside: ScriptTag)
    case misplaced(ScriptTag, below: ScriptTag)

    static func first(in tree: ScriptTree) -> DoubtfulNesting? { first(in: tree.items, below: nil) }

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
