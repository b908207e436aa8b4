import BotModel
import SourceText

/// Finds the state that a misspelt path was probably meant to be.
struct StateSuggestions {
    private let paths: [String]
    private let pathByName: [String: String]

    init(_ bot: Bot) {
        paths = bot.states.map(\.path.description)
        pathByName = Dictionary(
            zip(bot.states.compactMap(\.path.names.last), paths), uniquingKeysWith: { first, _ in first })
    }

    /// A state of the same name elsewhere, else the one with the most similar path.
    func nearest(to written: String) -> String? {
        let path = StatePath(written)
        return path.names.last.flatMap { pathByName[$0] } ?? Spelling.nearest(to: path.description, among: paths)
    }
}
