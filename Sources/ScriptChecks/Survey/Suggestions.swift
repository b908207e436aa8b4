import SourceText

/// "Did you mean" within a budget: comparing every wrong name with every right one would grow with the square of the bot.
///
/// In a bot of usual size every finding gets its suggestion; in a huge one with very many mistakes the first do.
struct Suggestions {
    private let names: [String]
    private var comparisonsLeft = 20_000
    private var found: [String: String?] = [:]

    init(_ names: [String]) { self.names = names }

    /// The known name nearest to a misspelt one.
    mutating func nearest(to name: String) -> String? {
        if let known = found[name] { return known }
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= names.count
        let nearest = Spelling.nearest(to: name, among: names)
        found[name] = .some(nearest)
        return nearest
    }
}
