import BotModel
import Commands
import Foundation
import SourceText
import Testing
import Utterances

/// Every sentence that `check` can say, one golden file a family of codes: `Fixtures/messages/<family>.txt`.
///
/// A chunk is `=== code` (or `=== code: why there is a second one`), a small project, `---`, and what people read. The project begins with
/// `main.sc`; a line `+++ path` begins another file, `+++ path as latin1` one in that encoding, `+++ path as folder` a folder of that
/// name, `+++ part%.sc as 9 files` nine files with a number in the name and `%next` for the next one's in the text. `@repeat 3 text` stands for three such lines, `@deeper 3 text` for three lines each a blank deeper, `@row 3 text` goes
/// three times on the end of the line before it. `␀` and `␍` stand for the bytes 0 and CR. `@without-data` stands for an installation without `Grammars`.
@Suite struct MessageTests {
    private static let families = ["syntax", "pattern", "link", "dictionary", "project", "script", "text", "check"]

    @Test(arguments: families) func messagesAreAsRecorded(_ family: String) throws {
        let chunks = try MessageChunk.chunks(of: family)
        let results = try chunks.map { ($0, try $0.rendered()) }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try MessageChunk.write(results.map { $0.text($1.text) }.joined(separator: "\n"), family)
        }
        for (chunk, result) in results {
            if !result.fires { Issue.record("\(chunk.title): this project does not fire \(chunk.code)") }
            if result.text != chunk.expected { Issue.record("\(chunk.title) now reads:\n\(result.text)") }
        }
    }

    @Test func everyCodeHasAnExample() throws {
        let shown = Set(try Self.families.flatMap { try MessageChunk.chunks(of: $0).map(\.code) })
        for code in try SourceCodes.all().subtracting(shown).subtracting(SourceCodes.onlyDuringCalls).sorted() {
            Issue.record(
                "\(code) has no example: add `=== \(code)` and a script that fires it to Fixtures/messages/\(code.prefix { $0 != "/" }).txt"
            )
        }
    }

    @Test func everyMessageIsOfAKnownCodeAndSaysWhatToDo() throws {
        for family in Self.families {
            for chunk in try MessageChunk.chunks(of: family) {
                #expect(chunk.code.hasPrefix(family + "/"), "\(chunk.title) stands in the wrong file")
                #expect(
                    chunk.expected.contains(/\n +=  */.ignoresCase()) || family == "script",
                    "\(chunk.title) has no hint")
            }
        }
    }
}

/// One example: a small project and what `check` says about it.
private struct MessageChunk {
    let title: String
    let expected: String
    private let script: String

    var code: String { title.components(separatedBy: ": ")[0] }

    static func chunks(of family: String) throws -> [MessageChunk] {
        let text = try String(contentsOf: file(family), encoding: .utf8)
        return ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { chunk in
            let parts = chunk.components(separatedBy: "\n---\n")
            let lines = parts[0].components(separatedBy: "\n")
            return MessageChunk(
                title: lines[0],
                expected: parts.dropFirst().joined(separator: "\n---\n").trimmingCharacters(in: .newlines),
                script: lines.dropFirst().joined(separator: "\n"))
        }
    }

    static func write(_ text: String, _ family: String) throws { try Data(text.utf8).write(to: file(family)) }

    private static func file(_ family: String) -> URL {
        RingbackProcess.checkout.appending(path: "Tests/CommandsTests/Fixtures/messages/\(family).txt")
    }

    func text(_ rendered: String) -> String { "=== \(title)\n\(script)\n---\n\(rendered)\n" }

    /// What is said with this chunk's code, whole; of what else is found only the codes (those of checks left out).
    func rendered() throws -> (text: String, fires: Bool) {
        let ringback = try RingbackProcess()
        defer { withExtendedLifetime(ringback) {} }
        let folder = ringback.folder.appending(path: "bot")
        try writeProject(to: folder)
        let data = script.hasPrefix("@without-data") ? nil : RingbackProcess.checkout.appending(path: "Grammars").path
        let check = try BotCheck.run(folder.path, Libraries(dataFolder: data), words: KnownForm())
        let own = check.findings.filter { $0.code == code }
        var texts = own.prefix(6).map { DiagnosticRenderer(width: 80).render($0, in: check.files) }
        if own.count > 6 { texts.append("and \(own.count - 6) more") }
        let others = Set(check.findings.map(\.code)).subtracting([code]).filter { !$0.hasPrefix("check/") }.sorted()
        if !others.isEmpty { texts.append("also: " + others.joined(separator: ", ")) }
        return (texts.joined(separator: "\n"), !own.isEmpty)
    }

    private func writeProject(to folder: URL) throws {
        let parts = (script.hasPrefix("+++ ") ? "\n" + script : "\n+++ main.sc\n" + script).components(
            separatedBy: "\n+++ ")
        for part in parts.dropFirst() {
            let lines = part.components(separatedBy: "\n")
            let words = lines[0].components(separatedBy: " as ")
            let text = Self.expanded(lines.dropFirst().filter { $0 != "@without-data" }) + "\n"
            try write(text, to: folder, words[0], as: words.count > 1 ? words[1] : "text")
        }
    }

    private func write(_ text: String, to folder: URL, _ name: String, as kind: String) throws {
        if let count = Int(kind.split(separator: " ")[0]) {
            for number in 1...count {
                let text = text.replacing("%next", with: String(number + 1))
                try write(text, to: folder, name.replacing("%", with: String(number)), as: "text")
            }
            return
        }
        let file = folder.appending(path: name)
        let place = kind == "folder" ? file : file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        guard kind != "folder" else { return }
        let latin1 = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        try Data(kind == "latin1" ? latin1 : Array(text.utf8)).write(to: file)
    }

    private static func expanded(_ lines: [String]) -> String {
        var result: [String] = []
        for line in lines {
            let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
            guard words.count == 3, let count = Int(words[1]) else {
                result.append(line)
                continue
            }
            switch words[0] {
            case "@repeat": result += Array(repeating: words[2], count: count)
            case "@deeper": result += (0..<count).map { String(repeating: " ", count: $0) + words[2] }
            case "@row": result[result.count - 1] += String(repeating: words[2], count: count)
            default: result.append(line)
            }
        }
        return result.joined(separator: "\n").replacing("␀", with: "\0").replacing("␍", with: "\r")
    }
}

/// The one thing that is known of words here, whatever data is at hand.
private struct KnownForm: WordForms {
    func forms(of lemma: String) -> [String] { [lemma] }

    func lemmas(ofMereForm word: String) -> [String] { word == "людей" ? ["человек"] : [] }
}

/// The codes that stand in the sources of the program.
private enum SourceCodes {
    /// Said by a call or a test run, never by `check`: they have their own tests in `BotRuntimeTests` and `CommandsTests`.
    static let onlyDuringCalls: Set<String> = ["script/cut", "script/engine", "script/missing-library"]

    static func all() throws -> Set<String> {
        let sources = RingbackProcess.checkout.appending(path: "Sources").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        var codes: Set<String> = []
        for file in files ?? [] where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            codes.formUnion(
                text.matches(of: /"((?:syntax|link|dictionary|project|pattern|check|script|text)\/[a-z0-9-]+)"/).map {
                    String($0.1)
                })
            // This room puts the family before the name in one place.
            if file.path.contains("/ScriptSyntax/") {
                codes.formUnion(text.matches(of: /\.(?:error|warning|note),\s*"([a-z0-9-]+)"/).map { "syntax/" + $0.1 })
            }
        }
        // A list that finds nothing would find nothing missing.
        precondition(codes.count > 50, "the sources were not found")
        return codes
    }
}
