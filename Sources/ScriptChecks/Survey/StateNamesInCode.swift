/// Finds the strings of a piece of code that can only be paths of states.
///
/// A string that is put together (`"/Order/" + name`) is not among them.
struct StateNamesInCode {
    private let script: CodePiece
    private let boundaries: [Int]

    init(script: CodePiece) {
        self.script = script
        boundaries = Self.boundaries(of: script)
    }

    /// The numbers of the string tokens, in order.
    var found: [Int] {
        script.tokens.indices.filter { token in
            script.kind(token) == .string && stands(token) && !isJoined(token)
        }
    }

    private func isJoined(_ token: Int) -> Bool {
        script.isToken(token - 1, "+") || script.isToken(token + 1, "+") || script.isToken(token + 1, ".")
    }

    private func stands(_ token: Int) -> Bool {
        let start = firstOfChoice(before: token)
        if script.isToken(start, ":") { return isTargetMember(start - 1) }
        if script.isToken(start, "=") { return isTargetField(start - 1) }
        return script.isToken(start, "(") && isTransitionCall(start)
    }

    /// The token before a value, also when the value is a branch of `condition ? "/A" : "/B"`.
    private func firstOfChoice(before token: Int) -> Int {
        guard script.isToken(token - 1, "?") || script.isToken(token - 1, ":") && !isMember(token - 2) else {
            return token - 1
        }
        return boundaries[token]
    }

    /// For each token the nearest one before it, in the same brackets, after which an expression begins; -1 when there is none.
    private static func boundaries(of script: CodePiece) -> [Int] {
        var result = Array(repeating: -1, count: script.tokens.count)
        var outside: [Int] = []
        var last = -1
        for token in script.tokens.indices {
            result[token] = last
            let partner = script.partners[token]
            let isBeginning = script.isToken(token, ":") && isMember(token - 1, of: script)
            if partner > token { outside.append(last) }
            if partner >= 0, partner < token {
                last = outside.popLast() ?? -1
            } else if endsChoice(token, of: script) || isBeginning {
                last = token
            }
        }
        return result
    }

    private static func endsChoice(_ token: Int, of script: CodePiece) -> Bool {
        script.isToken(token, "(") || script.isToken(token, "{") || script.isToken(token, ",")
            || script.isToken(token, ";") || script.isToken(token, "=")
    }

    /// Whether a name stands where an object's key does.
    private func isMember(_ token: Int) -> Bool { Self.isMember(token, of: script) }

    private static func isMember(_ token: Int, of script: CodePiece) -> Bool {
        script.isToken(token - 1, "{") || script.isToken(token - 1, ",")
    }

    /// `targetState:` and `transition:` anywhere, `value:` in the object given to `$reactions.transition`.
    private func isTargetMember(_ key: Int) -> Bool {
        let name = script.string(key) ?? script.text(key)
        switch name {
        case "targetState", "transition": return isMember(key)
        case "value": return script.isToken(key - 1, "{") && script.isToken(key - 2, "(") && isTransitionCall(key - 2)
        default: return false
        }
    }

    /// `$temp.targetState =`, `$context.temp.targetState =`.
    private func isTargetField(_ name: Int) -> Bool {
        script.isToken(name, "targetState") && script.isToken(name - 1, ".")
            && (script.isToken(name - 2, "$temp") || script.isToken(name - 2, "temp"))
    }

    private func isTransitionCall(_ parenthesis: Int) -> Bool {
        script.isToken(parenthesis - 1, "transition") && script.isToken(parenthesis - 2, ".")
            && script.isToken(parenthesis - 3, "$reactions")
    }
}
