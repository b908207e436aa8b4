import FoundationEssentials

/// Paths as people, terminals and build servers want them: from the folder in which they stand.
package struct ShownPath: Sendable {
    /// The bot's folder, as the user has named it.
    private let folder: String
    /// The folder in which the program runs.
    private let current: String

    package init(folder: String, current: String = FileManager.default.currentDirectoryPath) {
        self.folder = folder
        self.current = current
    }

    /// A file of the bot, given by its path in the bot's folder, as it opens from the current folder.
    ///
    /// Below the current folder that is a relative path; elsewhere what the user has written, up to the file.
    package func of(_ file: String) -> String {
        let absolute = absolute(file)
        let prefix = current == "/" ? "/" : current + "/"
        if absolute.hasPrefix(prefix) { return String(absolute.dropFirst(prefix.count)) }
        return folder.hasPrefix("/") ? absolute : Self.tidy(folder + "/" + file)
    }

    /// The same from the root of the file system.
    package func absolute(_ file: String) -> String {
        let path = folder.isEmpty ? file : folder + "/" + file
        return Self.tidy(path.hasPrefix("/") ? path : current + "/" + path)
    }

    /// Without `.`, `name/..` and doubled slashes.
    package static func tidy(_ path: String) -> String {
        var names: [Substring] = []
        for name in path.split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." {
                names.removeLast()
            } else if name != ".." || !path.hasPrefix("/") {
                names.append(name)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
    }
}
