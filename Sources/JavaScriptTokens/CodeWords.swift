/// The tokens of a piece of code but its comments, with their texts.
package struct CodeWords {
    let tokens: [JavaScriptToken]
    private let bytes: [UInt8]

    init(_ code: String) {
        bytes = Array(code.utf8)
        var scanner = JavaScriptScanner(bytes)
        var tokens: [JavaScriptToken] = []
        while let token = scanner.next() { if token.kind != .comment { tokens.append(token) } }
        self.tokens = tokens
    }

    /// The text of the token at a place; empty beyond the last one and for long ones.
    subscript(index: Int) -> String {
        guard tokens.indices.contains(index), tokens[index].end - tokens[index].start < 80 else { return "" }
        return text(of: tokens[index])
    }

    func text(of token: JavaScriptToken) -> String { String(decoding: bytes[token.start..<token.end], as: UTF8.self) }

    /// Those of the words that stand in the code as names, or in a text between `{{` and `}}`.
    package static func mentioned(_ words: Set<String>, in code: String) -> Set<String> {
        var found: Set<String> = []
        let tokens = CodeWords(code)
        for token in tokens.tokens {
            switch token.kind {
            case .name:
                guard token.end - token.start < 40 else { continue }
                let name = tokens.text(of: token)
                if words.contains(name) { found.insert(name) }
            case .string, .template, .templateHead, .templateMiddle, .templateTail:
                guard token.end - token.start > 4 else { continue }
                found.formUnion(mentioned(words, inText: tokens.text(of: token)))
            case .number, .expression, .comment, .sign: continue
            }
        }
        return found
    }

    /// Those of the words that stand alone somewhere in a text that has `{{` in it.
    package static func mentioned(_ words: Set<String>, inText text: String) -> Set<String> {
        guard text.utf8.count > 4, text.contains("{{") else { return [] }
        let names = text.utf8.split { !$0.isNameByte }.lazy.filter { $0.count < 40 }.compactMap { String($0) }
        return words.intersection(names)
    }
}
