import FoundationEssentials

/// The files of some folders, with what changes when they are saved.
struct FolderStamp: Hashable {
    /// By path, as the folder was named.
    private(set) var files: [String: FileStamp] = [:]

    struct FileStamp: Hashable {
        let modified: Date
        let size: Int
    }

    init(files: [String: FileStamp] = [:]) { self.files = files }

    /// Everything below the folders, or the files themselves; hidden ones are left out.
    init(of roots: [String]) {
        for root in roots {
            add(root)
            for name in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
            where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
                add(root + "/" + name)
            }
        }
    }

    private mutating func add(_ path: String) {
        guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
            facts[.type] as? FileAttributeType != .typeDirectory, let modified = facts[.modificationDate] as? Date
        else { return }
        files[path] = FileStamp(modified: modified, size: (facts[.size] as? Int) ?? 0)
    }

    /// The files that are new, gone, or other than they were.
    func changes(since old: FolderStamp) -> Set<String> {
        Set(files.filter { old.files[$0.key] != $0.value }.keys).union(old.files.keys.filter { files[$0] == nil })
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

/// Waits for files that are saved.
struct TestWatch {
    private var last: FolderStamp
    private let look: () -> FolderStamp
    private let wait: () -> Void

    init(_ look: @escaping () -> FolderStamp, wait: @escaping () -> Void) {
        self.look = look
        self.wait = wait
        last = look()
    }

    /// The files of the next save. Editors write several in a row, so it ends when nothing more has changed.
    mutating func next() -> Set<String> {
        var changed: Set<String> = []
        while true {
            wait()
            let now = look()
            let news = now.changes(since: last)
            last = now
            if news.isEmpty, !changed.isEmpty { return changed }
            changed.formUnion(news)
        }
    }
}
