import Foundation
import SourceText

/// A bot's folder on the disk, with the folders of libraries given by hand. Nothing outside of them is read.
struct BotFolder {
    let path: String
    private let libraries: Libraries
    /// The folder without links, with a `/` at its end; that of each library by its name.
    private let realRoot: String
    private let realLibraries: [String: String]

    init(_ path: String, _ libraries: Libraries) {
        let libraries = libraries.withSystemModules()
        self.path = path
        self.libraries = libraries
        realRoot = Self.real(path) + "/"
        realLibraries = libraries.folders.mapValues { Self.real($0) + "/" }
    }

    private static func real(_ path: String) -> String {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        return real == "/" ? "" : real
    }

    func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: absolute(file)) }

    /// Where a path of the project lies; `@NAME/…` is in a library given by hand.
    private func absolute(_ file: String) -> String {
        guard let (name, rest) = library(of: file), let folder = libraries.folders[name] else {
            return path + "/" + file
        }
        let own = folder + "/" + rest
        guard let made = made(name), !FileManager.default.fileExists(atPath: own) else { return own }
        let other = made + "/" + rest
        return FileManager.default.fileExists(atPath: other) ? other : own
    }

    /// Where the files of a system module lie that are made on this machine.
    private func made(_ name: String) -> String? {
        name.hasPrefix("sys.") ? libraries.madeFolder.map { $0 + "/" + name } : nil
    }

    private func library(of file: String) -> (name: String, rest: String)? {
        guard file.hasPrefix("@") else { return nil }
        let parts = file.dropFirst().split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        return libraries.folders[name] == nil ? nil : (name, parts.count > 1 ? String(parts[1]) : "")
    }

    /// Whether a file really lies in the folder that its path names, whatever links lead there.
    private func isInside(_ file: String) -> Bool {
        let real = Self.real(absolute(file)) + "/"
        guard let (name, _) = library(of: file), let root = realLibraries[name] else { return real.hasPrefix(realRoot) }
        return real.hasPrefix(root) || made(name).map { real.hasPrefix(Self.real($0) + "/") } ?? false
    }

    /// The file a bot begins with; there is nothing to run without it.
    @discardableResult
    func requireReadable(_ file: String, as shown: String) throws(BotUnreadable) -> SourceFile {
        switch read(file) {
        case .text(let source): return source
        case .missing: throw BotUnreadable(message: "`\(shown)` cannot be read.", hint: "Check its permissions.")
        case .outside:
            throw BotUnreadable(
                message: "`\(shown)` is a link to a file outside its folder.", hint: "Copy the file into the bot.")
        case .unreadable(let diagnostic):
            throw BotUnreadable(
                message: "`\(shown)` cannot be read: \(diagnostic.message)", hint: diagnostic.hint,
                fault: (path, diagnostic))
        }
    }

    func read(_ file: String) -> Project.Content {
        guard file != "..", !file.hasPrefix("../") else { return .outside }
        guard has(file) else { return .missing }
        guard isInside(file) else { return .outside }
        guard Self.isFile(absolute(file)), let bytes = FileManager.default.contents(atPath: absolute(file)) else {
            let empty = SourceFile(path: file, text: "")
            return .unreadable(
                Diagnostic(
                    .error, "project/unreadable", "`\(file)` is there, but it is no file that can be opened.",
                    hint: "Check whether it is a file, and its permissions.", in: empty, at: SourceSpan(0, 0)))
        }
        switch SourceFile.decode(Array(bytes), path: file) {
        case .success(let source): return .text(source)
        case .failure(let fault): return .unreadable(fault.diagnostic)
        }
    }

    /// Devices and pipes may never end.
    static func isFile(_ path: String) -> Bool {
        let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = (try? FileManager.default.attributesOfItem(atPath: real))?[.type]
        return type as? FileAttributeType == .typeRegular
    }

    /// The most files that are looked at for stars and "did you mean".
    private static let mostFiles = 50_000

    /// The files below a folder, without hidden ones and installed packages.
    func list(_ folder: String) -> [String] {
        guard let walk = FileManager.default.enumerator(atPath: absolute(folder)) else { return [] }
        let prefix = folder.isEmpty ? "" : folder + "/"
        var found: [String] = []
        for case let name as String in walk.lazy.prefix(Self.mostFiles) {
            let last = name.split(separator: "/").last ?? ""
            if last.hasPrefix(".") || last == "node_modules" {
                walk.skipDescendants()
            } else {
                found.append(prefix + name)
            }
        }
        return found.sorted()
    }

    /// The names of a system module, from the language data.
    private func systemModule(_ name: String) -> Project.SystemModule {
        guard let folder = libraries.dataFolder.map({ $0 + "/modules" }),
            let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return .noData }
        let known = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
        guard known.contains(name), let bytes = FileManager.default.contents(atPath: "\(folder)/\(name).json"),
            case .success(let file) = SourceFile.decode(Array(bytes), path: name)
        else { return .unknown(known: known) }
        return .declared(file)
    }

    func project(
        name: String, sourceFolder: String, entryPoints: [String], configuration: BotConfiguration = .init()
    ) -> Project {
        Project(
            name: name, folder: path, sourceFolder: sourceFolder, entryPoints: entryPoints,
            configuration: configuration, read: read, list: list, systemModule: systemModule)
    }
}
