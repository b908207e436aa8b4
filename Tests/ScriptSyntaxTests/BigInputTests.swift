import ScriptSyntax
import SourceText
import TestClock
import Testing

/// Time grows with the size of the file. The proportion is measured, not the time, for machines differ.
struct BigInputTests {
    @Test(arguments: BigScript.all)
    func theTimeGrowsWithTheScript(_ script: BigScript) {
        let small = parsing(script.text(1))
        let big = parsing(script.text(4))
        #expect(big < small * 16 + .milliseconds(200), "\(script.name): \(small), four times as long: \(big)")
    }

    @Test func deepNestingIsCutAtTheLimit() {
        let text = (0..<1500).map { String(repeating: " ", count: $0) + "if: x\n" }.joined()
        let (tree, diagnostics) = ScriptParser.parse(SourceFile(path: "deep.sc", text: text))
        #expect(diagnostics.map(\.code) == ["syntax/too-deep"])
        #expect(depth(of: tree.items) == ScriptParser.deepestNesting)
    }

    @Test func whatIsTooDeepIsLeftOut() {
        let deep = (0..<600).map { "\(String(repeating: " ", count: 4 * $0 + 4))state: A\n" }.joined()
        let (tree, diagnostics) = ScriptParser.parse(
            SourceFile(path: "deep.sc", text: "theme: /\n" + deep + "theme: /B"))
        #expect(diagnostics.map(\.code) == ["syntax/too-deep"])
        #expect(tree.items.count == 2)
    }

    @Test func aHundredThousandBracketsAreNoTrouble() {
        for opening in ["(", "[", "{", "<", "{{", "({["] {
            let text = "theme: /\n    state: A || x = \(String(repeating: opening, count: 100_000))\n        buttons:\n"
            #expect(!ScriptParser.parse(SourceFile(path: "deep.sc", text: text)).0.items.isEmpty)
        }
    }

    @Test func thousandsOfMistakesAreNotAllTold() {
        let text = String(repeating: "state: A || b\n", count: 3000)
        let diagnostics = ScriptParser.parse(SourceFile(path: "junk.sc", text: text)).1
        #expect(diagnostics.count == 1001)
        #expect(diagnostics.last?.code == "syntax/more")
    }

    /// What people never write and broken programs do: it is read to its end, and said what is wrong.
    @Test func absurdFilesAreReadToTheirEnd() {
        let lines = String(repeating: "    state: A\n        q: a\n", count: 20_000)
        let long = String(repeating: "word || {{ # ", count: 20_000)
        for text in ["theme: /\n" + lines, "a: " + long, "q!: " + long, "if: " + long, "state: A || x = " + long, long]
        {
            let (tree, _) = ScriptParser.parse(SourceFile(path: "big.sc", text: text + "\ntheme: /Last\n"))
            guard case .tag(let last)? = tree.items.last else { Issue.record("nothing at the end"); continue }
            #expect(last.value?.text == "/Last")
        }
    }

    @Test func zerosAndBytesThatAreNoTextAreReadOver() throws {
        let bytes =
            Array("theme: /\n    state: A\u{0}B\n        a: \u{0}\n\u{0}\u{0}\n    state: ".utf8) + [0xFF, 0xC3, 0x0A]
        guard case .failure(let fault) = SourceFile.decode(bytes, path: "bad.sc") else { Issue.record("read"); return }
        #expect(fault.diagnostic.code == "text/not-utf8")
        let (tree, diagnostics) = ScriptParser.parse(fault.repaired)
        #expect(diagnostics.map(\.code) == ["syntax/zero-byte", "syntax/unknown-line"])
        guard case .tag(let theme)? = tree.items.first else { Issue.record("no theme"); return }
        #expect(theme.tags.map { $0.value?.text } == ["A\u{0}B", "\u{FFFD}\u{FFFD}"])
    }

    @Test func lineEndsOfOldMacsAreTold() {
        let script = "theme: /\r    state: A\r        q!: a\r"
        let codes = { (text: String) in
            ScriptParser.parse(SourceFile(path: "old.sc", text: text)).1.map { "\($0.severity.rawValue) \($0.code)" }
        }
        #expect(codes(script) == ["error syntax/line-ends"])
        #expect(codes("theme: /\n    state: A\n        a: one\rtwo\rthree\n") == ["warning syntax/line-ends"])
        #expect(codes("theme: /\r\r\n    state: A \r\r\n        a: a\r\n") == [])
    }

    /// Columns and places in texts are found without going through the line again.
    @Test func placesOnALongLineAreQuick() {
        let value = String(repeating: "слово ", count: 40_000)
        let file = SourceFile(path: "long.sc", text: "a: " + value + "\n   " + value)
        guard case .tag(let tag)? = ScriptParser.parse(file).0.items.first, let text = tag.value else { return }
        let time = processorTime {
            for offset in stride(from: 0, to: text.text.utf8.count, by: 20) {
                _ = file.position(at: text.fileOffset(of: offset))
            }
        }
        #expect(time < .seconds(20))
    }

    /// The shortest of three runs.
    private func parsing(_ text: String) -> Duration {
        let file = SourceFile(path: "big.sc", text: text)
        let times = (0..<3).map { _ in processorTime { _ = ScriptParser.parse(file) } }
        return times.min() ?? .zero
    }

    private func depth(of items: [ScriptItem]) -> Int {
        1
            + (items.compactMap { if case .tag(let tag) = $0, !tag.items.isEmpty { depth(of: tag.items) } else { 0 } }
                .max() ?? 0)
    }
}

/// A text that can be made as long as one likes.
struct BigScript: Sendable, CustomTestStringConvertible {
    let name: String
    let head: String
    let repeated: String
    let count: Int

    var testDescription: String { name }

    func text(_ times: Int) -> String { head + String(repeating: repeated, count: count * times) + "\n" }

    static let all = [
        BigScript(
            name: "states", head: "theme: /\n",
            repeated:
                "    state: A\n        q!: * (a/b) *\n        a: x || tts = \"y\"\n        script:\n            f();\n",
            count: 150),
        BigScript(name: "one line", head: "q!: ", repeated: "(a/b) ", count: 3000),
        BigScript(name: "parameters without equals", head: "state: A || ", repeated: "a, ", count: 3000),
        BigScript(name: "open interpolations", head: "a: ", repeated: "{{ ", count: 5000),
        BigScript(name: "unknown lines", head: "", repeated: "x\n# c\n", count: 1000),
        BigScript(name: "open objects", head: "require: x\n", repeated: "    a = {\n", count: 1000),
        BigScript(name: "open strings", head: "", repeated: "a: x || t = \"\n    b\n", count: 600),
        BigScript(name: "empty scripts", head: "", repeated: "script:\n", count: 1000),
        BigScript(name: "blank lines", head: "a: x\n", repeated: "\n", count: 8000),
        BigScript(name: "blank lines in a setting", head: "require: x\n    a = b\n", repeated: "\n", count: 4000),
        BigScript(
            name: "misspelt tags", head: "theme: /\n", repeated: "    sate: A\n        scirpt: f();\n", count: 300),
        BigScript(name: "tags without colons", head: "theme: /\n", repeated: "if x\n\n", count: 800),
        BigScript(name: "steps inwards", head: "", repeated: "if: x\n if: x\n  if: x\n   if: x\n", count: 300),
    ]
}
