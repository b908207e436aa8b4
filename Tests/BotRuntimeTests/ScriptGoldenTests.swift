import BotModel
import BotRuntime
import Foundation
import SourceText
import Testing

/// Scripts with mistakes, and all that is said about them: `Fixtures/scripts/*.txt`.
///
/// A chunk is a `=== name` line, a file `main.sc`, a `---` line, and one line for each finding.
@Suite struct ScriptGoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/scripts")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

    static var files: [String] {
        let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (all ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test(arguments: files) func findingsAreAsRecorded(name: String) throws {
        let url = Self.folder.appending(path: name)
        let text = try String(contentsOf: url, encoding: .utf8)
        var found = ""
        for chunk in text.split(separator: "=== ", omittingEmptySubsequences: true) {
            let (title, script) = Self.cut(chunk)
            found += "=== \(title)\n\(script)---\n\(try Self.findings(in: script).joined(separator: "\n"))\n\n"
        }
        if Self.isRecording, found != text { try found.write(to: url, atomically: true, encoding: .utf8) }
        #expect(found == text, "RECORD=1 rewrites \(name)")
    }

    private static func cut(_ chunk: Substring) -> (title: Substring, script: Substring) {
        let body = chunk.firstIndex(of: "\n").map { chunk.index(after: $0) } ?? chunk.endIndex
        let end = chunk.firstRange(of: "---\n")?.lowerBound ?? chunk.endIndex
        return (chunk[..<body].dropLast(), chunk[body..<end])
    }

    private static func findings(in script: Substring) throws -> [String] {
        let file = SourceFile(path: "main.sc", text: String(script))
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            read: { $0 == file.path ? .text(file) : .missing })
        return try BotRuntime(checking: Linker.link(project).0).loadDiagnostics.map { finding in
            let place = "\(finding.start.line):\(finding.start.column) ‹\(file.text(in: finding.span))›"
            let fixes = finding.fixIts.map { " [\($0.title)]" }.joined()
            return "\(place) \(finding.severity) \(finding.code): \(finding.message)"
                + (finding.hint.map { " / \($0)" } ?? "") + fixes
        }
    }
}
