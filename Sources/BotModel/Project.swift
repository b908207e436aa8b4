import SourceText

/// Where a bot's files lie and how to read them.
///
/// Paths are relative to `folder`. Files of a library that lies elsewhere have paths that begin with `@NAME/`.
package struct Project {
    /// What reading a file gave.
    package enum Content {
        case text(SourceFile)
        /// There is no such file.
        case missing
        /// It lies outside the project's folder, maybe through a link.
        case outside
        /// There is one, and this is wrong with it.
        case unreadable(Diagnostic)
    }

    package let name: String
    package let folder: String
    /// The folder from which absolute requires count, relative to `folder`: `src`, or empty.
    package let sourceFolder: String
    package let entryPoints: [String]
    package let configuration: BotConfiguration
    /// Whether it is a folder of a bot's own, though without `chatbot.yaml`: what lies beside the script belongs to it.
    var isFolder = false
    /// Reads a file by its path.
    package let read: (String) -> Content
    /// All files below a folder, for `require: parts/*.sc` and "did you mean".
    package let list: (String) -> [String]
    /// The declared list of a system module: `sys.zb-common`.
    package let systemModule: (String) -> SystemModule

    /// What is known of a system module.
    package enum SystemModule {
        case declared(SourceFile)
        /// There is none of that name, but these.
        case unknown(known: [String])
        /// The folder of language data was not found.
        case noData
    }

    package init(
        name: String, folder: String, sourceFolder: String, entryPoints: [String],
        configuration: BotConfiguration = .init(),
        read: @escaping (String) -> Content, list: @escaping (String) -> [String] = { _ in [] },
        systemModule: @escaping (String) -> SystemModule = { _ in .noData }
    ) {
        self.name = name
        self.folder = folder
        self.sourceFolder = sourceFolder
        self.entryPoints = entryPoints
        self.configuration = configuration
        self.read = read
        self.list = list
        self.systemModule = systemModule
    }

    /// Whether a folder is there, in the project or in a library of it.
    func hasFolder(_ path: String) -> Bool { !list(path).isEmpty }
}

/// Paths inside a project, as text with `/`.
enum ProjectPath {
    /// `folder/path` without `.` and `..`; steps above the top stay at its front.
    static func joined(_ folder: String, _ path: String) -> String {
        var names: [Substring] = []
        for name in (folder + "/" + path).split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
        }
        return names.joined(separator: "/")
    }

    static func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// The part after the last dot of the file's name, in lower case.
    static func type(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.contains(".") ? name.split(separator: ".").last?.lowercased() ?? "" : ""
    }

    static func isWithin(_ path: String, _ folder: String) -> Bool {
        !path.split(separator: "/").prefix(1).elementsEqual([".."]) && (folder.isEmpty || path.hasPrefix(folder + "/"))
    }

    /// Whether a path fits one with stars: `*` stands for a part of a name, `**` for any folders.
    static func matches(_ path: String, _ pattern: String) -> Bool {
        fits(path.split(separator: "/"), pattern.split(separator: "/"), isStar: { $0 == "**" }) { name, part in
            fits(Array(name.utf8), Array(part.utf8), isStar: { $0 == UInt8(ascii: "*") }, ==)
        }
    }

    /// Whether the elements of `pattern` are those of `name`, where a star stands for any number of them. A mismatch goes
    /// back to the last star only, so the time is bounded by the product of both lengths.
    private static func fits<Element>(
        _ name: [Element], _ pattern: [Element], isStar: (Element) -> Bool, _ isSame: (Element, Element) -> Bool
    ) -> Bool {
        var (position, wanted) = (0, 0)
        var lastStar: (wanted: Int, position: Int)?
        while position < name.count {
            if wanted < pattern.count, isStar(pattern[wanted]) {
                wanted += 1
                lastStar = (wanted, position)
            } else if wanted < pattern.count, isSame(name[position], pattern[wanted]) {
                position += 1
                wanted += 1
            } else if let star = lastStar {
                lastStar = (star.wanted, star.position + 1)
                (wanted, position) = (star.wanted, star.position + 1)
            } else {
                return false
            }
        }
        return pattern[wanted...].allSatisfy(isStar)
    }
}
