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
