import ScriptSyntax
import SourceText
import Testing

struct ErrorFixtureTests {
    /// In `errors/*.sc` a comment line under the guilty one names what is reported there:
    /// `#   ^^^^ error[syntax/unknown-line]`. Carets from column 1 on are written `#^^^`.
    @Test func whatIsMarkedIsReportedAndNothingElse() throws {
        for file in try FixtureFolder.files(in: "errors", extension: "sc") {
            let expected = Marker.markers(in: file)
            let reported = ScriptParser.parse(file).1.map { Marker($0, in: file) }
            let name = file.path.split(separator: "/").last ?? ""
            for marker in expected where !reported.contains(marker) { Issue.record("\(name): missing \(marker)") }
            for marker in reported where !expected.contains(marker) { Issue.record("\(name): unexpected \(marker)") }
        }
    }

    @Test func everyMessageSaysWhatToDo() throws {
        for file in try FixtureFolder.files(in: "errors", extension: "sc") {
            for diagnostic in ScriptParser.parse(file).1 { #expect(diagnostic.hint != nil, "\(diagnostic.code)") }
        }
    }

    @Test func theVendorsFlatScriptIsOneMistakeAndReadAsItWasMeant() throws {
        let files = try FixtureFolder.files(in: "errors", extension: "sc")
        let flat = try #require(files.first { $0.path.hasSuffix("/flat-script.sc") })
        let (tree, diagnostics) = ScriptParser.parse(flat)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.message.contains("indentation of this script was lost") == true)
        #expect(diagnostics.first?.hint?.contains("8 before `q!:`") == true)
        guard case .tag(let state) = tree.items.first else { Issue.record("no state"); return }
        #expect(state.tags.map(\.name.text) == ["q", "a", "script"])
        #expect(state.tags.last?.code?.text.contains("retryIntervalInMinutes: 5") == true)
        #expect(state.tags.last?.code?.text.hasSuffix("$dialer.hangUp();") == true)
    }
}

/// One finding as a fixture writes it.
private struct Marker: Hashable, CustomStringConvertible {
    let line: Int
    let column: Int
    let length: Int
    let kind: String

    var description: String { "\(line):\(column) \(String(repeating: "^", count: length)) \(kind)" }

    init(_ diagnostic: Diagnostic, in file: SourceFile) {
        line = diagnostic.start.line
        column = diagnostic.start.column
        length = max(1, diagnostic.end.column - diagnostic.start.column)
        kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    }

    private init?(_ comment: String, line: Int) {
        let carets = comment.drop { $0 == "#" || $0 == " " }.prefix { $0 == "^" }
        guard comment.hasPrefix("#"), !carets.isEmpty, comment.hasSuffix("]") else { return nil }
        let before = comment.count - comment.drop { $0 == "#" || $0 == " " }.count
        self.line = line
        column = before == 1 ? 1 : before + 1
        length = before == 1 ? carets.count + 1 : carets.count
        kind = String(comment.split(separator: " ").last ?? "")
    }

    static func markers(in file: SourceFile) -> [Marker] {
        var guilty = 0
        return (1...file.lineStarts.count).compactMap { number in
            if let marker = Marker(file.line(number), line: guilty) { return marker }
            guilty = number
            return nil
        }
    }
}
