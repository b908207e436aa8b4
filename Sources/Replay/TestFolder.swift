import FoundationEssentials
import SourceText

/// Where a bot's tests lie: a folder, or anything that lists files and hands out their bytes.
package struct TestFolder: Sendable {
    /// The folder as the user knows it: `bots/callback/test`.
    package let path: String
    private let listFiles: @Sendable () -> [String]
    private let readFile: @Sendable (String) -> [UInt8]?

    /// A folder made of two functions: all files below it by their path from it, and the bytes of one of them.
    package init(
        path: String, list: @escaping @Sendable () -> [String], read: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.path = path
        listFiles = list
        readFile = read
    }

    /// `test/` of a bot's folder, or beside a bot that is a single `.sc` file.
    package static func ofBot(at bot: String) -> TestFolder {
        var folder = Substring(bot)
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if folder.hasSuffix(".sc") { folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? "." }
        return TestFolder(onDisk: folder == "/" ? "/test" : folder == "." ? "test" : "\(folder)/test")
    }

    package init(onDisk path: String) {
        self.init(
            path: path,
            list: { (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] },
            read: { FileManager.default.contents(atPath: path + "/" + $0).map { [UInt8]($0) } })
    }

    /// The test files, sorted; hidden ones and those of other kinds are left out.
    package var testFiles: [String] {
        listFiles().filter { name in
            (name.hasSuffix(".talk") || name.hasSuffix(".xml"))
                && !name.split(separator: "/").contains { $0.hasPrefix(".") }
        }.sorted()
    }

    /// A test file as every reader of tests sees it, whatever its encoding; `nil` when it cannot be opened.
    ///
    /// - Parameters:
    ///   - name: its path from the folder.
    ///   - path: as people should read it.
    package func file(_ name: String, as path: String) -> Result<SourceFile, UndecodableText>? {
        readFile(name).map { SourceFile.decode(TestEncoding.utf8($0, of: name), path: path) }
    }
}
