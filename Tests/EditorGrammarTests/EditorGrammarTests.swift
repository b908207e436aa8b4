import Foundation
import ScriptSyntax
import Testing

struct EditorGrammarTests {
    @Test func everyScriptHasItsScopes() throws {
        let library = try GrammarLibrary.ofTheEditor()
        for fixture in try ScopeFixture.all() {
            let marked = try fixture.marked(by: library)
            guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
                #expect(marked == fixture.text, "\(fixture.name)")
                continue
            }
            guard marked != fixture.text else { continue }
            try Data(marked.utf8).write(to: fixture.file)
            Issue.record("recorded \(fixture.name); read it, then run without RECORD")
        }
    }

    @Test func everyTagOfTheLanguageIsColouredAsOne() throws {
        let library = try GrammarLibrary.ofTheEditor()
        for name in TagCatalog.names {
            let scopes = try scopes(of: name, in: "        \(name): /Value", library)
            #expect(scopes.last?.hasSuffix(".tag.sc") == true, "\(name)")
            #expect(!scopes.contains { $0.hasPrefix("invalid") }, "\(name)")
            guard TagCatalog.description(of: name)?.takesBang == true else { continue }
            let global = try self.scopes(of: "!", in: "        \(name)!: /Value", library)
            #expect(global.last == "keyword.operator.global.sc", "\(name)!")
        }
    }

    @Test func aTagThatTheLanguageDoesNotHaveIsMarked() throws {
        let library = try GrammarLibrary.ofTheEditor()
        for name in ["sate", "answer", "a!", "script!"] {
            let scopes = try scopes(of: name, in: "    \(name): /Value", library)
            #expect(scopes.last == "invalid.illegal.unknown.tag.sc", "\(name)")
        }
    }

    /// Whatever a script leaves open, the next theme is read as one.
    @Test func nothingStaysOpen() throws {
        let library = try GrammarLibrary.ofTheEditor()
        let folders = ["bots", "Tests/ScriptSyntaxTests/Fixtures", "Tests/EditorGrammarTests/Fixtures"]
        let scripts = folders.flatMap { TestFolders.scripts(below: TestFolders.root.appending(path: $0)) }
        #expect(scripts.count > 10)
        for script in scripts {
            var tokenizer = GrammarTokenizer(library)
            for line in try String(contentsOf: script, encoding: .utf8).split(separator: "\n") {
                _ = try tokenizer.runs(of: String(line))
            }
            let theme = try tokenizer.runs(of: "theme: /Next")
            #expect(theme.first?.scopes == ["source.jaicp-sc", "storage.type.tag.sc"], "\(script.lastPathComponent)")
            #expect(tokenizer.openScopes == ["source.jaicp-sc"], "\(script.lastPathComponent)")
        }
    }

    /// The shorter grammars of other editors name the same tags; blocks are known by their capital letter everywhere.
    @Test(arguments: ["vim/syntax/jaicpsc.vim", "sublime/JAICP.sublime-syntax"])
    func everyEditorKnowsTheTagsOfTheLanguage(path: String) throws {
        let file = TestFolders.editor.appending(path: path)
        let words = Set(
            try String(contentsOf: file, encoding: .utf8).matches(of: /[A-Za-z0-9]+/).map { String($0.output) })
        // In vim `\za` begins with the letters of a command, so the shortest names are not looked for.
        for name in TagCatalog.names where !TagCatalog.isActionName(name) && name.count > 2 {
            #expect(words.contains(name), "\(name)")
        }
    }

    private func scopes(of word: String, in line: String, _ library: GrammarLibrary) throws -> [String] {
        var tokenizer = GrammarTokenizer(library)
        let run = try tokenizer.runs(of: line).first {
            String(decoding: Array(line.utf8)[$0.range], as: UTF8.self) == word
        }
        return run?.scopes ?? []
    }
}
