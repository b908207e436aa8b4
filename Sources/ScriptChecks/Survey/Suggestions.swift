import SourceText

/// "Did you mean" within a budget: comparing every wrong name with every right one would grow with the square of the bot.
///
/// In a bot of usual size every finding gets its suggestion; in a huge one with very many mistakes the first do.
struct Suggestions {
    private let names: NameBook
    /// How many names one look-up may be compared with.
    private let cost: Int
    private var comparisonsLeft = 20_000
    private var found: [String: String?] = [:]

    init(_ names: [String]) {
        self.names = NameBook(names)
        cost = names.count
    }

    /// The known name nearest to a misspelt one.
    mutating func nearest(to name: String) -> String? {
        if let known = found[name] { return known }
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= cost
        let nearest = names.near(name, most: 1).first
        found[name] = .some(nearest)
        return nearest
    }
}
