import JavaScriptTokens
import Testing

@Suite struct ModuleImportTests {
    @Test(
        arguments: [
            ("import a from './b.js'", ["./b.js: default"]),
            ("import a, { b as c, default as d, e } from \"pack\"", ["pack: b default e"]),
            ("import * as all from 'x'; import 'y'", ["x: ", "y: "]),
            ("export { a as b } from './c.js'; export * from './d.js'", ["./c.js: a", "./d.js: "]),
            ("const a = await import('./e.js')", ["./e.js: "]),
            ("export { a, b }\nimport x from 'y'", ["y: default"]),
            ("export default foo\nimport x from 'y'", ["y: default"]),
            ("export default { from: 'z' }", []), ("a.import('x'); object.export", []),
            ("// import a from 'b'\n'import a from \"b\"'", []), ("import", []), ("import { a, b", []),
            ("import(name)", []), ("import.meta", []), ("import a from 'x", []),
        ] as [(String, [String])])
    func imports(code: String, expected: [String]) {
        #expect(
            ModuleImport.all(in: code).map { "\($0.name): \($0.wanted.sorted().joined(separator: " "))" } == expected)
    }

    @Test func theTimeIsLinear() {
        let code = String(repeating: "export { a, ", count: 20_000) + String(repeating: "import x, ", count: 20_000)
        let clock = ContinuousClock()
        let begun = clock.now
        #expect(ModuleImport.all(in: code).isEmpty)
        #expect(clock.now - begun < .seconds(5))
    }

    @Test func wordsAreFoundInCodeAndInTexts() {
        let words: Set = ["_", "moment"]
        #expect(CodeWords.mentioned(words, in: "_.map(a)") == ["_"])
        #expect(CodeWords.mentioned(words, in: "'{{ moment() }}' + `{{_.x}} ${a}`") == words)
        #expect(CodeWords.mentioned(words, in: "a_b + 'wait a moment _' // _") == [])
    }
}
