/// Finds the strings of a piece of code that can only be paths of states.
///
/// A string that is put together (`"/Order/" + name`) is not among them.
struct StateNamesInCode {
    let script: ScriptText

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
        var start = token - 2
        let last = start - Self.longestChoice
        while start >= max(last, 0) {
            let partner = script.tokens[start].partner
            if partner >= 0, partner < start {
                start = partner - 1
                continue
            }
            let isEnd = endsChoice(start)
            if isEnd || script.isToken(start, ":") && isMember(start - 1) { return start }
            start -= 1
        }
        return start
    }

    /// In tokens; nobody writes longer ones, and all of them are walked through for each string in it.
    private static let longestChoice = 500

    private func endsChoice(_ token: Int) -> Bool {
        script.isToken(token, "(") || script.isToken(token, "{") || script.isToken(token, ",")
            || script.isToken(token, ";") || script.isToken(token, "=")
    }

    /// Whether a name stands where an object's key does.
    private func isMember(_ token: Int) -> Bool {
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
