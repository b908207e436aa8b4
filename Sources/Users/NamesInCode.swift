import JavaScriptTokens

/// The names that stand in a piece of JavaScript, outside of strings, comments and regular expressions, each with its neighbours.
///
/// It knows tokens and no grammar; what a name means is the engine's to say. Linear in the code, whatever it holds.
struct NamesInCode {
    /// What stands beside a name, as far as it matters for finding a use.
    enum Neighbour: UInt8 {
        /// `.` or `?.`, but not `...`.
        case dot
        /// `=` and `+=`, but not `==` or `=>`.
        case assignment
        /// `++` or `--`.
        case step
        case colon, comma
        /// `in` or `of`.
        case loop
        /// `var`, `let`, `const`, `function`, `class`.
        case declaration
        case other
    }

    struct Name {
        let range: Range<Int>
        let before: Neighbour
        var after = Neighbour.other
    }

    private(set) var names: [Name] = []
    private let code: [UInt8]

    init(_ code: [UInt8]) {
        self.code = code
        var scanner = JavaScriptScanner(code)
        var last = Neighbour.other
        var lastIsName = false
        while let token = scanner.next() {
            let neighbour: Neighbour
            var isName = false
            switch token.kind {
            case .comment: continue
            case .name: (neighbour, isName) = (word(code[token.start..<token.end]), true)
            case .sign: neighbour = sign(code[token.start..<token.end])
            default: neighbour = .other
            }
            if lastIsName { names[names.count - 1].after = neighbour }
            if isName { names.append(Name(range: token.start..<token.end, before: last)) }
            (last, lastIsName) = (neighbour, isName)
        }
    }

    func text(of name: Name) -> String { String(decoding: code[name.range], as: UTF8.self) }

    private func word(_ word: ArraySlice<UInt8>) -> Neighbour {
        guard (2...8).contains(word.count), let first = word.first, "iovlcf".utf8.contains(first) else { return .other }
        return switch String(decoding: word, as: UTF8.self) {
        case "in", "of": .loop
        case "var", "let", "const", "function", "class": .declaration
        default: .other
        }
    }

    private func sign(_ sign: ArraySlice<UInt8>) -> Neighbour {
        guard let first = sign.first, let last = sign.last else { return .other }
        switch first {
        case UInt8(ascii: ":"): return .colon
        case UInt8(ascii: ","): return .comma
        case UInt8(ascii: "."), UInt8(ascii: "?"):
            // `.` and `?.`; `...`, `?` and `??` are others.
            if last == UInt8(ascii: "."), sign.count < 3 { return .dot }
        case UInt8(ascii: "+"), UInt8(ascii: "-"): if sign.count == 2, last == first { return .step }
        case UInt8(ascii: "="), UInt8(ascii: "!"): return sign.count == 1 && last == UInt8(ascii: "=") ? .assignment : .other
        case UInt8(ascii: "<"), UInt8(ascii: ">"): if sign.count == 2 { return .other }
        default: break
        }
        return last == UInt8(ascii: "=") ? .assignment : .other
    }
}
