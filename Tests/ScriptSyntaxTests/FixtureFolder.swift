import Foundation
import SourceText

/// The files of a folder below `Fixtures/`; the folder is the list.
enum FixtureFolder {
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    static func files(in folder: String, extension fileExtension: String) throws -> [SourceFile] {
        let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(folder)")
        return try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == fileExtension }
            .sorted { $0.path < $1.path }
            .map { try read($0) }
    }

    static func write(_ text: String, to file: SourceFile) throws {
        try Data(text.utf8).write(to: URL(filePath: file.path))
    }

    private static func read(_ file: URL) throws -> SourceFile {
        try SourceFile.decode([UInt8](Data(contentsOf: file)), path: file.path).get()
    }
}

/// One chunk of a `tree/*.txt` fixture: `=== name`, the script, `---`, the expected expression.
struct TreeChunk {
    var name: String
    var script: String
    var expected: String

    var text: String { "=== \(name)\n\(script)---\n\(expected)" }

    static func chunks(of file: SourceFile) -> [TreeChunk] {
        ("\n" + file.text).components(separatedBy: "\n=== ").dropFirst().map { chunk in
            let parts = chunk.components(separatedBy: "\n---\n")
            let head = parts[0].components(separatedBy: "\n")
            return TreeChunk(
                name: head[0], script: head.dropFirst().joined(separator: "\n") + "\n",
                expected: parts.dropFirst().joined(separator: "\n---\n"))
        }
    }

    /// All chunks of all files, for properties that hold for any script.
    static func all() throws -> [TreeChunk] {
        try FixtureFolder.files(in: "tree", extension: "txt").flatMap(chunks)
    }

    /// Those without the scripts of `mended.txt`, which hold mistakes and are read as they were meant.
    static func right() throws -> [TreeChunk] {
        try FixtureFolder.files(in: "tree", extension: "txt").filter { !$0.path.hasSuffix("/mended.txt") }.flatMap(
            chunks)
    }

    /// Code and texts keep indents of their own, and tabs of eight columns are no others.
    var hasIndentsOfItsOwn: Bool { expected.contains(" line ") || expected.contains("\\n ") || script.contains("\t") }
}
