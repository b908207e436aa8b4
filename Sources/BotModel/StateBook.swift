import SourceText

extension Bot {
    /// The states that a wrong path was probably meant to be, best first; for what a running bot says. A bot of very many states is not searched.
    package func states(near written: String, from current: StatePath) -> [String] {
        guard states.count <= 10_000 else { return [] }
        return StateBook(states.map(\.path) + themes.sorted { $0.description < $1.description })
            .guess(written, from: current).paths
    }
}

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

    /// States of the same name elsewhere, else those whose paths are nearest. One misspelt path from the root is sure, and one from elsewhere
    /// whose letters differ in case only.
    func guess(_ written: String, from current: StatePath) -> Guess {
        let steps = StatePath(written)
        if let namesakes = steps.names.last.flatMap({ pathsByName[$0] }) {
            return Guess(paths: Array(namesakes.prefix(3)), isSure: false)
        }
        guard !written.hasPrefix("/") else {
            let near = paths.near(steps.description)
            return Guess(paths: near, isSure: near.count == 1)
        }
        for base in [current, current.parent, .root] {
            let path = StatePath(base.names + steps.names).normalised.description
            let near = paths.near(path)
            guard let first = near.first else { continue }
            return Guess(paths: near, isSure: near.count == 1 && first.lowercased() == path.lowercased())
        }
        return .none
    }
}
