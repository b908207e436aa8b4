import JavaScriptTokens

/// The paths of states that stand as plain texts in a piece of JavaScript, where it leads to one:
/// `$reactions.transition("/X")`, `targetState: "/X"`, `transition: "/X"`, `$temp.targetState = "/X"`.
///
/// A path that is put together (`"/Order/" + name`) is not among them.
struct TargetsInCode {
    private(set) var targets: [(written: String, line: Int)] = []
    private let bytes: [UInt8]
    private var tokens: [JavaScriptToken] = []
    /// The line of a place up to which line ends are counted.
    private var counted = (place: 0, line: 0)

    init(_ code: String) {
        bytes = Array(code.utf8)
        guard code.contains("transition") || code.contains("targetState") else { return }
        var scanner = JavaScriptScanner(bytes, as: .script)
        while let token = scanner.next() {
            if token.kind != .comment { tokens.append(token) }
        }
        findTargets()
    }

    private mutating func findTargets() {
        // The depth of brackets at which each open `$reactions.transition(` stands.
        var (depth, calls) = (0, [Int]())
        for index in tokens.indices {
            switch text(index) {
            case "(", "[", "{":
                depth += 1
                if text(index) == "(", isTransitionCall(index) { calls.append(depth) }
            case ")", "]", "}":
                if calls.last == depth { calls.removeLast() }
                depth -= 1
            default:
                guard tokens[index].kind == .string, !isJoined(index) else { break }
                let isArgument = !calls.isEmpty && !isCompared(index) && !isKey(index)
                if isArgument || isTargetValue(index) { add(index) }
            }
        }
    }

    private func isTransitionCall(_ parenthesis: Int) -> Bool {
        text(parenthesis - 1) == "transition" && text(parenthesis - 2) == "." && text(parenthesis - 3) == "$reactions"
    }

    /// `targetState: "/X"`, `"transition": "/X"`, `$temp.targetState = "/X"`.
    private func isTargetValue(_ token: Int) -> Bool {
        let name = text(token - 2).filter { $0 != "\"" && $0 != "'" }
        switch text(token - 1) {
        case ":": return ["targetState", "transition", "bargeInTransition"].contains(name)
        case "=": return name == "targetState" && text(token - 3) == "."
        default: return false
        }
    }

    private func isJoined(_ token: Int) -> Bool {
        text(token - 1) == "+" || [".", "+"].contains(text(token + 1))
    }

    private func isKey(_ token: Int) -> Bool { text(token + 1) == ":" && ["{", ","].contains(text(token - 1)) }

    private func isCompared(_ token: Int) -> Bool {
        text(token - 1).hasSuffix("==") || text(token + 1).hasSuffix("==") || text(token - 1) == "["
    }

    private mutating func add(_ token: Int) {
        let written = String(text(token).dropFirst().dropLast()).replacing("\\/", with: "/")
        guard !written.isEmpty else { return }
        let start = tokens[token].start
        counted = (start, counted.line + bytes[counted.place..<start].count { $0 == UInt8(ascii: "\n") })
        targets.append((written, counted.line))
    }

    private func text(_ token: Int) -> String {
        guard tokens.indices.contains(token) else { return "" }
        return String(decoding: bytes[tokens[token].start..<tokens[token].end], as: UTF8.self)
    }
}
