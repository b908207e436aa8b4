import BotModel

/// Finds the state that a misspelt path was probably meant to be.
struct StateSuggestions {
    private var paths: Suggestions
    private let pathByName: [String: String]

    init(_ bot: Bot) {
        let paths = bot.states.map(\.path.description)
        self.paths = Suggestions(paths)
        pathByName = Dictionary(
            bot.states.compactMap { state in state.path.names.last.map { ($0, state.path.description) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A state of the same name elsewhere, else the one with the most similar path.
    mutating func nearest(to written: String) -> String? {
        let path = StatePath(written)
        return path.names.last.flatMap { pathByName[$0] } ?? paths.nearest(to: path.description)
    }
}
