/// One thing that an ES6 module imports, found by its words alone: `import a, { b as c } from "./d.js"`, `export * from "./e.js"`,
/// `import("./f.js")`.
package struct ModuleImport: Sendable, Hashable {
    /// As it is written between the quotes: `./d.js`, `axios`.
    package let name: String
    /// What is asked for by name; `default` among it.
    package private(set) var wanted: Set<String> = []
    /// The name with its quotes, in bytes of the code.
    package let place: Range<Int>

    /// Whether it names a file by its way from the importing one.
    package var isFile: Bool { name.hasPrefix("./") || name.hasPrefix("../") }

    /// Packages that scripts have as globals, so that they can be imported, too.
    package static let ownPackages: Set = ["moment", "underscore"]

    /// Everything that the code imports, in order. What is no sound `import` is passed over; the engine will say so.
    package static func all(in code: String) -> [ModuleImport] {
        let words = CodeWords(code)
        return words.tokens.indices.compactMap { index in
            guard words.tokens[index].kind == .name, index == 0 || words[index - 1] != "." else { return nil }
            return switch words[index] {
            case "import", "export": clause(at: index + 1, of: words)
            default: nil
            }
        }
    }

    /// Whether a script waits for a promise.
    package static func waits(_ code: String) -> Bool {
        guard code.utf8.count >= 5, code.contains("await") else { return false }
        let words = CodeWords(code)
        return words.tokens.indices.contains { words.tokens[$0].kind == .name && words[$0] == "await" }
    }

    private static func clause(at start: Int, of words: CodeWords) -> ModuleImport? {
        var names: Set<String> = []
        var index = start + (words[start] == "(" ? 1 : 0)
        // Where a name is one that is asked for: at the very start, and after `{` and `,`.
        var isFirst = true
        var isInBraces = false
        while index < words.tokens.count {
            let token = words.tokens[index]
            let word = words[index]
            if token.kind == .string, index == start || words[index - 1] == "(" || words[index - 1] == "from" {
                return module(token, words, wanting: names)
            }
            guard isPart(token, word), index == start || words[index - 1] != "}" || word == "from" else { return nil }
            if word == "{" || word == "}" { isInBraces = word == "{" }
            if isFirst, token.kind == .name, word != "from" { names.insert(isInBraces ? word : "default") }
            isFirst = word == "{" || isInBraces && word == ","
            index += 1
        }
        return nil
    }

    private static func isPart(_ token: JavaScriptToken, _ word: String) -> Bool {
        switch token.kind {
        case .name: word != "import" && word != "export"
        case .string: true
        default: ["{", "}", ",", "*"].contains(word)
        }
    }

    private static func module(_ token: JavaScriptToken, _ words: CodeWords, wanting names: Set<String>)
        -> ModuleImport?
    {
        let text = words.text(of: token).dropFirst().dropLast()
        guard !token.isUnclosed, !text.isEmpty, !text.contains("\\") else { return nil }
        return ModuleImport(name: String(text), wanted: names, place: token.start..<token.end)
    }
}
