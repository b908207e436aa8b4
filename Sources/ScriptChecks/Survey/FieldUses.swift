/// Which fields of `$session`, `$client` and `$temp` the bot's code reads, and which it may set.
struct FieldUses {
    struct Use {
        let object: String
        let name: String
        let script: CodePiece
        let token: Int
        /// Whether the code asks first whether there is a value: `if ($session.name)`, `$session.name || "you"`.
        let isGuarded: Bool
    }

    /// In the order of the files.
    private(set) var reads: [Use] = []
    /// Where a field is surely set.
    private(set) var writes: [Use] = []
    /// The names that are surely set, by object.
    private(set) var set: [String: Set<String>] = [:]
    /// Every name that may be set in some way: as a key of an object, a text, an action tag's setting.
    private(set) var possible: Set<String> = []
    /// Objects that are handed on whole or set by computed names: `_.extend($session, answer)`, `$session[key] = 1`.
    private(set) var untraceable: Set<String> = []

    /// The fields that the piece of code has asked for up to here.
    private var guarded: Set<String> = []

    private static let objects = ["$session", "$client", "$temp"]

    init(of survey: Survey) {
        for script in survey.scripts { collect(script) }
        for mention in survey.mentions where mention.kind == .setting { possible.insert(mention.written) }
    }

    private mutating func collect(_ script: CodePiece) {
        guarded = []
        for token in script.tokens.indices {
            switch script.tokens[token].kind {
            case .string: if let text = script.string(token), text.utf8.count < 60 { possible.insert(text) }
            case .name: collectName(token, of: script)
            default: break
            }
        }
    }

    private mutating func collectName(_ token: Int, of script: CodePiece) {
        if script.isToken(token + 1, ":") { possible.insert(script.text(token)) }
        if script.isToken(token - 1, "."), let object = object(token - 2, of: script) {
            collectField(token, of: object, in: script)
        } else if script.isToken(token - 1, "."), isSet(token, in: script) {
            possible.insert(script.text(token))
        }
        if let object = object(token, of: script), !script.isToken(token + 1, "."), !isKept(token, in: script) {
            untraceable.insert(object)
        }
    }

    /// `$session`, and `session` behind a dot: `$context.session`, `$jsapi.context().session`.
    private func object(_ token: Int, of script: CodePiece) -> String? {
        guard script.kind(token) == .name else { return nil }
        let name = script.text(token)
        return Self.objects.first { $0 == name || script.isToken(token - 1, ".") && $0.dropFirst() == name }
    }

    private mutating func collectField(_ token: Int, of object: String, in script: CodePiece) {
        let name = script.text(token)
        if isSet(token, in: script) {
            possible.insert(name)
            set[object, default: []].insert(name)
            writes.append(Use(object: object, name: name, script: script, token: token, isGuarded: false))
        } else if !script.isToken(token + 1, "(") {
            let field = object + "." + name
            if isGuard(token, in: script) { guarded.insert(field) }
            reads.append(
                Use(
                    object: object, name: name, script: script, token: token, isGuarded: guarded.contains(field)))
        }
    }

    /// Whether a read only asks whether there is a value. Functions of `.js` files do so for every bot that uses them; what a state asks for,
    /// somebody was to set.
    private func isGuard(_ token: Int, in script: CodePiece) -> Bool {
        guard script.kind != .condition else { return false }
        var start = token - 2
        while start > 1, script.isToken(start - 1, ".") { start = script.start(ofPart: start - 2) }
        if script.isToken(token + 1, "||") || script.isToken(start - 1, "||") || script.isToken(start - 1, "typeof") {
            return true
        }
        guard script.kind == .file else { return false }
        switch script.text(token + 1) {
        case "&&", "?": return true
        case ")":
            let open = script.partners[token + 1]
            return script.isToken(open - 1, "if") || script.isToken(open - 1, "while")
        default: return script.isToken(start - 1, "!")
        }
    }

    /// `name =`, `name += 1`, `name++`, `++name`.
    private func isSet(_ token: Int, in script: CodePiece) -> Bool {
        switch script.text(token + 1) {
        case "=", "+=", "-=", "++", "--": true
        default: false
        }
    }

    /// Uses of the whole object that set none of its fields: `$session = {}`, `$session["name"]`, `log($session)`.
    private func isKept(_ token: Int, in script: CodePiece) -> Bool {
        if script.isToken(token + 1, "=") { return script.isToken(token + 2, "{") || isAlias(token, in: script) }
        if script.isToken(token - 1, "."), script.isToken(token + 1, ";") || isLastOnLine(token, in: script) {
            return isAliased(token, in: script)
        }
        if script.isToken(token + 1, "[") { return script.kind(token + 2) == .string && script.isToken(token + 3, "]") }
        return script.isToken(token - 1, "(")
            && (script.isToken(token - 2, "log") || script.isToken(token - 2, "toPrettyString"))
            || script.isToken(token + 1, ":") || script.isToken(token + 1, "&&") || script.isToken(token + 1, "?")
    }

    /// `$session = $jsapi.context().session`: another name for the same.
    private func isAlias(_ token: Int, in script: CodePiece) -> Bool {
        let end = min(token + 10, script.tokens.count)
        return (min(token + 2, end)..<end).contains { object($0, of: script) != nil && script.isToken($0 - 1, ".") }
    }

    /// The other side of it.
    private func isAliased(_ token: Int, in script: CodePiece) -> Bool {
        var start = token - 1
        while start > max(token - 10, 0), !script.isToken(start, "=") { start -= 1 }
        guard script.isToken(start, "="), let object = object(token, of: script) else { return false }
        return script.text(start - 1) == object || script.text(start - 1) == object.dropFirst()
    }

    private func isLastOnLine(_ token: Int, in script: CodePiece) -> Bool {
        guard token + 1 < script.tokens.count else { return true }
        return script.file.bytes[script.tokens[token].end..<script.tokens[token + 1].start].contains(.lineFeed)
    }
}
