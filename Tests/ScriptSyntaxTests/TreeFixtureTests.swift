import ScriptSyntax
import SourceText
import Testing

struct TreeFixtureTests {
    @Test func everyScriptHasItsTree() throws {
        for file in try FixtureFolder.files(in: "tree", extension: "txt") {
            let recorded = TreeChunk.chunks(of: file).map { chunk in
                let expression = ScriptParser.parse(SourceFile(path: chunk.name, text: chunk.script)).0.expression
                if !FixtureFolder.isRecording {
                    #expect(expression + "\n" == chunk.expected + padding(chunk), "\(chunk.name)")
                }
                return TreeChunk(name: chunk.name, script: chunk.script, expected: expression + "\n")
            }
            guard FixtureFolder.isRecording else { continue }
            try FixtureFolder.write(recorded.map(\.text).joined(), to: file)
            Issue.record("recorded \(file.path); read it, then run without RECORD")
        }
    }

    /// Between two chunks stands an empty line, after the last one perhaps not.
    private func padding(_ chunk: TreeChunk) -> String { chunk.expected.hasSuffix("\n\n") ? "" : "\n" }

    @Test func theTreesOfRightScriptsAreWithoutDiagnostics() throws {
        for chunk in try TreeChunk.all() {
            let diagnostics = ScriptParser.parse(SourceFile(path: chunk.name, text: chunk.script)).1
            let told = Set(diagnostics.map(\.code))
            #expect(
                told.isSubset(of: ["syntax/else-without-colon", "syntax/misspelt-tag", "syntax/single-quotes"]),
                "\(chunk.name)")
        }
    }

    @Test func carriageReturnsDoNotMatter() throws {
        for chunk in try TreeChunk.all() {
            let script = chunk.script.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
            #expect(expression(script) == expression(chunk.script), "\(chunk.name)")
        }
    }

    @Test func aByteOrderMarkDoesNotMatter() throws {
        for chunk in try TreeChunk.all() {
            #expect(expression("\u{FEFF}" + chunk.script) == expression(chunk.script), "\(chunk.name)")
        }
    }

    /// Code and texts keep indents of their own, so scripts with such are left out.
    @Test func aTabIsFourColumns() throws {
        for chunk in try TreeChunk.all() where !chunk.expected.contains(" line ") && !chunk.expected.contains("\\n ") {
            let lines = chunk.script.split(separator: "\n", omittingEmptySubsequences: false).map {
                (line: Substring) -> String in
                let blanks = line.prefix { $0 == " " }.count
                return String(repeating: "\t", count: blanks / 4) + line.dropFirst(blanks / 4 * 4)
            }
            #expect(expression(lines.joined(separator: "\n")) == expression(chunk.script), "\(chunk.name)")
        }
    }

    private func expression(_ script: String) -> String {
        ScriptParser.parse(SourceFile(path: "test.sc", text: script)).0.expression
    }
}
