import ScriptFormat
import SourceText
import Testing

/// Time grows with the size of the script. The proportion is measured, not the time, for machines differ.
struct BigScriptTests {
    @Test(arguments: [
        ("states", "theme: /\n", "  state: A\n    q!: * (a/b) *\n    a:x\n    script:\n      f(`\n`);\n", 150),
        ("one line", "q!: ", "(a/b) ", 3000),
        ("one line of code", "script:\n    ", "} / a; ", 3000),
        ("comments", "theme: /\n", "  # a\n    # b\n", 1000),
        ("comments in a value", "patterns:\n  $A = (\n", "  # a\n    b|\n", 1000),
        ("steps inwards", "", "if: x\n if: x\n  if: x\n   if: x\n", 300),
        ("blank lines", "a: x\n", "\n", 8000),
        ("lines that nobody understands", "", "x\n# c\n", 1000),
    ])
    func theTimeGrowsWithTheScript(_ name: String, _ head: String, _ repeated: String, _ count: Int) {
        func time(_ times: Int) -> Duration {
            let file = SourceFile(path: "big.sc", text: head + String(repeating: repeated, count: count * times) + "\n")
            let clock = ContinuousClock()
            return (0..<3).map { _ in clock.measure { _ = ScriptFormatter.format(file) } }.min() ?? .zero
        }
        let (small, big) = (time(1), time(4))
        #expect(big < small * 16 + .milliseconds(300), "\(name): \(small), four times as long: \(big)")
    }

    @Test func twoThousandNestedStatesAreNoTrouble() {
        let text = (0..<2_000).map { String(repeating: " ", count: $0) + "state: A\n" }.joined()
        let result = ScriptFormatter.format(SourceFile(path: "deep.sc", text: text))
        #expect(!result.diagnostics.contains { $0.code == Diagnostic.unsafeLayoutCode })
        #expect(ScriptFormatter.format(SourceFile(path: "deep.sc", text: result.text)).text == result.text)
    }
}
