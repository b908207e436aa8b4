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

/// What of a bot is to be replayed when files have changed.
enum WatchedPart: Hashable {
    case nothing
    /// Test files, by their paths from the bot's folder `test`.
    case tests(Set<String>)
    case everything

    /// - Parameters:
    ///   - bot: the bot's folder, or its `.sc` file.
    ///   - libraries: folders that every bot may require.
    init(of bot: String, changed: Set<String>, libraries: [String]) {
        let folder = Self.folder(of: bot)
        let near = changed.filter { path in ([folder] + libraries).contains { path == bot || path.hasPrefix($0 + "/") }
        }
        let tests = near.filter { $0.hasPrefix(folder + "/test/") && ($0.hasSuffix(".talk") || $0.hasSuffix(".xml")) }
        if near.isEmpty {
            self = .nothing
        } else if near.count == tests.count {
            self = .tests(Set(tests.map { String($0.dropFirst(folder.count + 6)) }))
        } else {
            self = .everything
        }
    }

    /// Where the files of a bot lie, and its folder `test`.
    static func folder(of bot: String) -> String {
        var folder = bot
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        guard folder.hasSuffix(".sc") else { return folder }
        return folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
    }
}
