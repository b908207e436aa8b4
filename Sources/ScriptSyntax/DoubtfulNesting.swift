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

/// A tag in a column of its own, which may as well have been meant to stand beside the tag that it is read as part of.
///
/// ```
/// state: Order
///         q!: * order *
///     state: Size           # below Order, or beside it?
/// ```
struct UnevenIndent {
    let tag: ScriptTag
    let owner: ScriptTag
    /// The tag before it below the same owner, further in; `nil` where the tag is the first and hardly indented.
    let sibling: ScriptTag?

    /// Those of a file, in its order. Where a tag cannot stand beside its owner there is no doubt, and none where a script
    /// is indented by single blanks throughout.
    static func all(in items: [ScriptItem]) -> [UnevenIndent] {
        var survey = Survey()
        survey.read(items, owner: nil, around: nil)
        return survey.found.filter { $0.sibling != nil || survey.singleSteps * 4 <= survey.steps }
    }

    private struct Survey {
        var found: [UnevenIndent] = []
        /// How many tags stand further in than the tag they belong to, and how many of these by one column.
        var steps = 0
        var singleSteps = 0

        /// The parser's limit of nesting keeps the recursion shallow.
        mutating func read(_ items: [ScriptItem], owner: ScriptTag?, around: ScriptTag?) {
            var sibling: ScriptTag?
            for case .tag(let tag) in items {
                if let owner { compare(tag, with: sibling, below: owner, around: around) }
                if !tag.tags.isEmpty { read(tag.items, owner: tag, around: owner) }
                sibling = tag
            }
        }

        private mutating func compare(
            _ tag: ScriptTag, with sibling: ScriptTag?, below owner: ScriptTag, around: ScriptTag?
        ) {
            let step = tag.indent - owner.indent
            guard step > 0 else { return }
            steps += 1
            if step == 1 { singleSteps += 1 }
            // An `if:` without anything below would be none, so its first tag is not in doubt.
            guard sibling.map({ $0.indent > tag.indent }) ?? (step == 1 && owner.name.text == "state") else { return }
            guard mayStand(tag, below: around) else { return }
            found.append(UnevenIndent(tag: tag, owner: owner, sibling: sibling))
        }

        private func mayStand(_ tag: ScriptTag, below around: ScriptTag?) -> Bool {
            guard let around else { return TagCatalog.mayStandAtTop(tag.name.text) }
            return TagCatalog.description(of: around.name.text)?.mayHold(tag.name.text) ?? false
        }
    }
}
