import SourceText

/// Tags with a slip of the pen: they are read like the ones that were meant, so that what stands below is understood.
///
/// `scirpt:` holds code as `script:` does, `answer:` says something as `a:` does. Where two tags may be meant, none is taken:
/// the linker says that there is no such tag, and what probably was wanted.
struct MisspeltTags {
    /// Tags that the bot declares itself; they are never slips.
    private let ownTags: Set<String>
    private var known: [String: TagDescription?] = [:]

    init(ownTags: Set<String>) { self.ownTags = ownTags }

    /// The tag that was meant by a name that the language does not have; `nil` where one cannot be sure.
    mutating func description(of name: String) -> TagDescription? {
        if let description = known[name] { return description }
        let description = known.count < 1000 && !ownTags.contains(name) ? TagCatalog.meant(by: name) : nil
        known[name] = .some(description)
        return description
    }

    /// Whether the bot may have such a tag: one that it declares, or one with a capital, as its own tags are written.
    func mayBeOwn(_ name: String) -> Bool { ownTags.contains(name) || TagCatalog.isActionName(name) }
}
