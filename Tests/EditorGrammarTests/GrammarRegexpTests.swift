import Foundation
import Testing

struct GrammarRegexpTests {
    @Test func everyExpressionIsOneAndNoneGoesAstray() throws {
        let sources = Set(try grammar().allRules.flatMap(\.regexps))
        #expect(sources.count > 50)
        for source in sources {
            let regexp = try GrammarRegexp(source.replacing("\\1", with: "    "))
            for line in Self.hostileLines(of: 10_000) {
                _ = try regexp.firstMatch(in: Array((line + "\n").utf8), from: 0)
            }
        }
    }

    @Test func theExpressionsForSublimeAreExpressions() throws {
        let file = TestFolders.editor.appending(path: "sublime/JAICP.sublime-syntax")
        let sources = try String(contentsOf: file, encoding: .utf8).matches(of: /(?:match|escape): '(.*)'/)
        #expect(sources.count > 30)
        for source in sources { _ = try GrammarRegexp(String(source.output.1).replacing("\\1", with: "    ")) }
    }

    /// In every place where a line may be read: at the top, in a text, in a pattern, in parameters, in a setting.
    @Test func hostileLinesAreReadToTheirEnd() throws {
        let library = try GrammarLibrary.ofTheEditor()
        for beginning in ["", "a: ", "q: ", "go: ", "a: x || ", "    name = ", "\"x\" -> "] {
            for line in Self.hostileLines(of: 1_000) {
                var tokenizer = GrammarTokenizer(library)
                let runs = try tokenizer.runs(of: beginning + line)
                #expect(runs.last?.range.upperBound == (beginning + line).utf8.count)
            }
        }
    }

    /// What Oniguruma and PCRE2 read differently, or only one of them reads.
    @Test func theExpressionsKeepToWhatEditorsUnderstand() throws {
        let forbidden = [/\\[KRXQE]/, /\(\?[&P+|\-\d]/, /\(\*/, /\[\[:/, /\\[Gh]/, /\(\?<[=!][^)]*[*+?][^)]*\)/]
        for source in try grammar().allRules.flatMap(\.regexps) {
            for expression in forbidden { #expect(source.firstMatch(of: expression) == nil, "\(source)") }
        }
    }

    @Test func everyIncludedRuleExists() throws {
        let grammar = try grammar()
        for name in grammar.allRules.compactMap(\.include) where name.hasPrefix("#") {
            #expect(grammar.repository?[String(name.dropFirst())] != nil, "\(name)")
        }
        let used = Set(grammar.allRules.compactMap(\.include))
        for name in (grammar.repository ?? [:]).keys { #expect(used.contains("#" + name), "\(name) is not used") }
    }

    @Test func everyScopeCarriesTheLanguage() throws {
        for scope in try grammar().allRules.flatMap(\.scopes) where !scope.hasPrefix("source.js") {
            #expect(scope.hasSuffix(".sc"), "\(scope)")
        }
    }

    private func grammar() throws -> TextMateGrammar {
        try TextMateGrammar.read(TestFolders.editor.appending(path: "ringback.tmLanguage.json"))
    }

    /// Lines that make careless expressions go back and forth.
    private static func hostileLines(of length: Int) -> [String] {
        let pieces = [
            "a", " ", "\t", "a ", "{", "{{", "{{ a ", "}", "{ } ", "{{ { } ", "\"", "\\", "\"\\", "'", "|", "||", "|| ",
            "/", "//a",
            "a: ", "$a", "$regexp<", "$morph<", "$regexp<a> ", ":", "::", "~", "@a.", "a = ", "a = 1, ", "1.", "true",
            ".", "../",
            "-> ", "#", "é", "(", "[", "*",
        ]
        return pieces.flatMap { piece in
            let line = String(repeating: piece, count: length / piece.count)
            return length > 5_000 ? [line + "!", "    " + line] : [line + "!"]
        }
    }
}
