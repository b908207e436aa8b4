import Foundation
import SourceText

/// One chunk of a fixture: `=== name`, the script, `---`, the script in the style.
struct FormatChunk: Sendable {
    var name: String
    var script: String
    var expected: String

    var text: String { "=== \(name)\n\(script)---\n\(expected)" }

    static func chunks(of file: SourceFile) -> [FormatChunk] {
        ("\n" + file.text).components(separatedBy: "\n=== ").dropFirst().map { chunk in
            let parts = (chunk.hasSuffix("\n") ? chunk : chunk + "\n").components(separatedBy: "\n---\n")
            let head = parts[0].components(separatedBy: "\n")
            return FormatChunk(
                name: head[0], script: head.dropFirst().joined(separator: "\n") + "\n",
                expected: parts.dropFirst().joined(separator: "\n---\n"))
        }
    }
}

/// The scripts of this room's fixtures, of the parser's, and of the sample bots.
enum FormatFixtures {
    static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    /// - Parameter topic: `layouts` or `messages`.
    static func own(_ topic: String) throws -> [SourceFile] {
        try files(below: folder.appending(path: "Fixtures/\(topic)"), ["txt"])
    }

    /// Every script that lies in the project, whatever it was written for.
    static func allScripts() throws -> [SourceFile] {
        let syntax = folder.deletingLastPathComponent().appending(path: "ScriptSyntaxTests/Fixtures")
        let bots = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "bots")
        let chunks =
            try own("layouts").flatMap(FormatChunk.chunks).flatMap { [$0.script, $0.expected] }
            + own("messages").flatMap(FormatChunk.chunks).map(\.script)
            + files(below: syntax, ["txt"]).flatMap { file in FormatChunk.chunks(of: file).map(\.script) }
        let inFiles = try files(below: syntax, ["sc"]) + files(below: bots, ["sc"])
        return chunks.map { SourceFile(path: "chunk.sc", text: $0) } + inFiles
    }

    static func write(_ text: String, to file: SourceFile) throws {
        try Data(text.utf8).write(to: URL(filePath: file.path))
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    private static func files(below root: URL, _ extensions: [String]) throws -> [SourceFile] {
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { extensions.contains(URL(filePath: $0).pathExtension) }.sorted().map { path in
            let file = root.appending(path: path)
            return try SourceFile.decode([UInt8](Data(contentsOf: file)), path: file.path).get()
        }
    }
}
