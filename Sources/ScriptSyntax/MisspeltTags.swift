import SourceText

/// Tags with a slip of the pen: they are read like the ones that were meant, so that what stands below is understood.
///
/// `scirpt:` holds code as `script:` does. The linker says that there is no such tag; the name stays as it is written.
struct MisspeltTags {
    private var known: [String: TagDescription?] = [:]

    /// The tag that was meant; `nil` where one cannot be sure.
    mutating func description(of name: String) -> TagDescription? {
        if let description = known[name] { return description }
        let description = known.count < 1000 ? Self.meant(by: name) : nil
        known[name] = .some(description)
        return description
    }

    /// One letter wrong in a word of four or more, or only its case. Names with a capital may be a bot's own tags.
    private static func meant(by name: String) -> TagDescription? {
        guard (4...20).contains(name.utf8.count) else { return nil }
        let lower = name.lowercased()
        if ["state", "theme", "require", "patterns", "init", "script"].contains(lower) {
            return TagCatalog.description(of: lower)
        }
        guard !TagCatalog.isActionName(name) else { return nil }
        let meant = TagCatalog.names.filter { EditDistance.between(name, $0, atMost: 1) != nil }
        return meant.count == 1 ? TagCatalog.description(of: meant[0]) : nil
    }
}
