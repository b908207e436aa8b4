/// What was saved while `test --watch` looks on, and what of each bot is replayed for it.
struct SavedFiles {
    private let files: [String]
    private let parts: [(bot: String, part: WatchedPart)]

    /// - Parameter libraries: folders that every bot may require.
    init(_ files: Set<String>, bots: [String], libraries: [String]) {
        self.files = files.sorted()
        parts = bots.map { ($0, WatchedPart(of: $0, changed: files, libraries: libraries)) }
    }

    /// Each bot that is touched, with the test files to play; `nil` for all.
    var replayed: [(path: String, files: Set<String>?)] {
        parts.compactMap { bot, part in
            switch part {
            case .nothing: nil
            case .tests(let files): (bot, files)
            case .everything: (bot, nil)
            }
        }
    }

    /// `Saved: bot/test/a.talk. Playing a.talk of bot again.`
    var story: String {
        let plays = replayed.map { bot, files in
            "\(files.map { Self.listed($0.sorted()) } ?? "all tests") of \(bot)"
        }
        let ending = plays.isEmpty ? "No bot has to do with that." : "Playing \(plays.joined(separator: ", ")) again."
        return "Saved: \(Self.listed(files)). " + ending
    }

    private static let mostTold = 3

    private static func listed(_ names: [String]) -> String {
        let more = names.count - mostTold
        return names.prefix(mostTold).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}
