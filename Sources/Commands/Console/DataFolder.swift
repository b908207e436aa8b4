import FoundationEssentials

/// Finds the language data that comes with Ringback, `Grammars`, and the dictionaries of word forms, `words`.
///
/// In this order: `$RINGBACK_DATA`, `share/ringback` beside the folder of the executable, the checkout above the executable.
struct DataFolder {
    var environment = ProcessInfo.processInfo.environment
    var executable = Self.runningExecutable
    /// Where this file was built from: another program that has Ringback as a library may lie anywhere.
    var source = #filePath

    /// The folder `Grammars`, or `nil` when it is nowhere.
    var grammars: String? {
        candidates.lazy.flatMap { [$0 + "/Grammars", $0] }.first { Self.isFolder($0 + "/modules") }
    }

    /// The folder with the word forms of each language, or `nil` when it is nowhere.
    var words: String? {
        candidates.flatMap { [$0, $0 + "/.deps"] }.map { $0 + "/words" }.first { Self.isFolder($0) }
    }

    /// The folder with what `make deps` makes for the standard library, or `nil` when it is nowhere.
    var library: String? {
        candidates.flatMap { [$0, $0 + "/.deps"] }.map { $0 + "/library" }.first { Self.isFolder($0) }
    }

    /// The folders that may hold JavaScript libraries.
    var libraries: [String] { candidates.map { $0 + "/javascript" } }

    private var candidates: [String] {
        let beside = Self.parent(of: Self.parent(of: executable)) + "/share/ringback"
        return [environment["RINGBACK_DATA"], beside].compactMap { $0 } + checkouts
    }

    /// The folders above the executable that hold a package, and those above the sources.
    private var checkouts: [String] {
        let isOurs = executable.hasSuffix("/ringback")
        return Self.checkouts(above: executable) + (isOurs ? [] : Self.checkouts(above: source))
    }

    private static func checkouts(above path: String) -> [String] {
        var found: [String] = []
        var folder = parent(of: path)
        while !folder.isEmpty {
            if FileManager.default.fileExists(atPath: folder + "/Package.swift") { found.append(folder) }
            folder = parent(of: folder)
        }
        return found
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    private static var runningExecutable: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
