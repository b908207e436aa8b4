import Foundation
import SourceText
import Testing

/// Whole outputs, in `Fixtures/rendered/*.txt`: `=== name`, the text with marks, `---`, what people read.
///
/// In the text `⟦1⟧…⟦/1⟧` is the place of the diagnostic, `⟦2⟧…⟦/2⟧` and so on those of labels, `⟦fix⟧…⟦/fix:new text⟧` an edit;
/// `→` is a tab, `␛` an escape character, a line `+++ path` begins the next file, `width 40` after the name is the width.
struct DiagnosticRendererTests {
    @Test func wholeOutputsAreAsRecorded() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/rendered")
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files where file.pathExtension == "txt" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let cases = ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map(RenderedCase.init)
            let rendered = cases.map(\.text).joined()
            if isRecording { try Data(rendered.utf8).write(to: file) }
            for item in cases where item.expected != item.rendered {
                Issue.record("\(item.name):\n\(item.rendered)")
            }
        }
    }

    @Test func longLinesAreCutAroundThePlace() {
        let line = String(repeating: "a", count: 500_000) + "HERE" + String(repeating: "b", count: 500_000)
        let lines = excerpt(line, 500_000, 500_004, width: 20)
        #expect(lines == ["…aaaaaaaaaaaaaaaaHERE…", "                 ^^^^"])
        #expect(excerpt("abcdefghijklmnopqrstuvwxyz", 0, 2, width: 20) == ["abcdefghijklmnopqrst…", "^^"])
    }

    @Test func byteOrderMarksAndMarksWithoutWidthAreNotCounted() {
        #expect(excerpt("e\u{301}\tx", 4, 5) == ["e\u{301}   x", "    ^"])
        #expect(excerpt("\u{FEFF}x\u{1B}[31my", 3, 4) == ["x␛[31my", "^"])
    }

    @Test func placesOutsideTheTextAreDrawnAtItsEnd() {
        #expect(excerpt("abc", 70, 90) == ["abc", "   ^ the file ends here"])
    }

    @Test func coloursOnlyWhenWanted() {
        let file = SourceFile(path: "main.sc", text: "abc")
        let warning = Diagnostic(.warning, "a/b", "Odd.", in: file, at: SourceSpan(0, 1))
        #expect(
            DiagnosticRenderer(isColoured: true).render(warning, in: ["main.sc": file]).contains(
                "\u{1B}[1;33mwarning[a/b]:\u{1B}[0m"))
        #expect(!DiagnosticRenderer().render(warning, in: ["main.sc": file]).contains("\u{1B}"))
        #expect(DiagnosticRenderer().render(warning, in: [:]) == "main.sc:1:1: warning[a/b]: Odd.")
    }

    @Test func aFindingInALineOfAMegabyteIsQuickToShow() {
        let file = SourceFile(path: "main.sc", text: String(repeating: "слово ", count: 100_000))
        let finding = Diagnostic(.error, "a/b", "Odd.", in: file, at: SourceSpan(600_000, 600_010))
        let time = ContinuousClock().measure {
            for _ in 0..<200 { _ = DiagnosticRenderer().render(finding, in: ["main.sc": file]) }
        }
        #expect(time < .seconds(10))
    }

    /// The line of source and the carets, without the gutter.
    private func excerpt(_ text: String, _ start: Int, _ end: Int, width: Int = 100) -> [String] {
        let file = SourceFile(path: "main.sc", text: text)
        let finding = Diagnostic(.error, "link/unknown-state", "Unknown.", in: file, at: SourceSpan(start, end))
        let lines = DiagnosticRenderer(width: width).render(finding, in: ["main.sc": file]).split(separator: "\n")
        return lines.dropFirst().map { String($0.dropFirst(7)) }
    }
}

/// One chunk of a `rendered/*.txt` fixture.
private struct RenderedCase {
    let name: String
    let expected: String
    private let script: String
    private let width: Int

    init(_ chunk: String) {
        let parts = chunk.components(separatedBy: "\n---\n")
        let lines = parts[0].components(separatedBy: "\n")
        name = lines[0]
        script = lines.dropFirst().joined(separator: "\n")
        expected = parts.dropFirst().joined(separator: "\n---\n").trimmingCharacters(in: .newlines)
        width = Int(name.components(separatedBy: "width ").last ?? "") ?? 100
    }

    var text: String { "=== \(name)\n\(script)\n---\n\(rendered)\n\n" }

    var rendered: String {
        var reader = MarkedText()
        for part in ("+++ src/main.sc\n" + script).components(separatedBy: "+++ ").dropFirst() {
            let lines = part.components(separatedBy: "\n")
            reader.read(lines.dropFirst().joined(separator: "\n"), path: lines[0])
        }
        guard let finding = reader.finding else { return "no place" }
        return DiagnosticRenderer(width: width).render(finding, in: reader.files)
            .replacingOccurrences(of: "\u{1B}", with: "␛")
    }
}

/// Takes the marks out of texts.
private struct MarkedText {
    var files: [String: SourceFile] = [:]
    private var places: [String: (file: SourceFile, span: SourceSpan)] = [:]
    private var edits: [TextEdit] = []

    mutating func read(_ marked: String, path: String) {
        var bytes: [UInt8] = []
        var starts: [String: Int] = [:]
        var found: [(String, SourceSpan)] = []
        let marked = marked.replacingOccurrences(of: "→", with: "\t").replacingOccurrences(of: "␛", with: "\u{1B}")
        for (index, part) in marked.components(separatedBy: "⟦").enumerated() {
            let pieces = index == 0 ? ["", part] : part.components(separatedBy: "⟧")
            if pieces[0].hasPrefix("/") {
                let words = String(pieces[0].dropFirst()).components(separatedBy: ":")
                let span = SourceSpan(starts[words[0]] ?? 0, bytes.count)
                if words.count > 1 {
                    let new = words.dropFirst().joined(separator: ":").replacingOccurrences(of: "⏎", with: "\n")
                    edits.append(TextEdit(file: path, span: span, replacement: new))
                } else {
                    found.append((words[0], span))
                }
            } else if index > 0 {
                starts[pieces[0]] = bytes.count
            }
            bytes += pieces.last?.utf8.map { $0 } ?? []
        }
        let file = SourceFile(path: path, text: String(decoding: bytes, as: UTF8.self))
        files[path] = file
        for (name, span) in found { places[name] = (file, span) }
    }

    var finding: Diagnostic? {
        guard let main = places["1"] else { return nil }
        var finding = Diagnostic(
            .error, "room/what-was-found", "What was found.", hint: "What to do.", in: main.file, at: main.span)
        for number in 2...9 {
            guard let place = places[String(number)] else { continue }
            finding = finding.labelled("place \(number)", in: place.file, at: place.span)
        }
        if !edits.isEmpty { finding.fixIts = [Diagnostic.FixIt("Write it so", edits)] }
        return finding
    }
}
