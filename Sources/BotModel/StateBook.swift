import SourceText

/// The paths of a bot's states, for finding those that a wrong one was probably meant to be.
struct StateBook {
    private let paths: NameBook
    private let pathsByName: [String: [String]]

    init(_ known: [StatePath]) {
        paths = NameBook(known.map(\.description))
        // Two states may have the same path; it is one suggestion.
        var seen: Set<StatePath> = []
        let named = known.filter { seen.insert($0).inserted }.compactMap { path in
            path.names.last.map { (name: $0, path: path.description) }
        }
        pathsByName = Dictionary(grouping: named, by: \.name).mapValues { $0.map(\.path) }
    }

    /// What was probably meant, best first; and whether it is sure, so that it may be written without asking.
    struct Guess {
        let paths: [String]
        let isSure: Bool

        static let none = Guess(paths: [], isSure: false)
    }

    /// States of the same name elsewhere, else those whose paths are nearest. One misspelt path from the root is sure.
    func guess(_ written: String, from current: StatePath) -> Guess {
        let steps = StatePath(written)
        if let namesakes = steps.names.last.flatMap({ pathsByName[$0] }) {
            return Guess(paths: Array(namesakes.prefix(3)), isSure: false)
        }
        guard !written.hasPrefix("/") else {
            let near = paths.near(steps.description)
            return Guess(paths: near, isSure: near.count == 1)
        }
        let bases = [current, current.parent, .root]
        let near = bases.lazy.map { paths.near(StatePath($0.names + steps.names).normalised.description) }
            .first { !$0.isEmpty }
        return Guess(paths: near ?? [], isSure: false)
    }
}
