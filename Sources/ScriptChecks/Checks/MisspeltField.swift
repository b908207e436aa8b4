import SourceText

/// A field of `$session`, `$client` or `$temp` that is read, never set, and nearly has the name of one that is set.
///
/// ```
/// script: $session.phoneNumber = $parseTree._Phone;
/// a: Your number is {{$session.phoneNumbr}}.       # bad: nobody sets phoneNumbr
/// ```
/// A name that appears anywhere as an object's key, a text or a setting counts as set.
package enum MisspeltField: Check {
    package static let code = "check/misspelt-field"
    package static let summary =
        "A field of `$session`, `$client` or `$temp` that nothing sets, nearly named like one that is set."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        var fields = Fields()
        for script in bot.survey.scripts { fields.collect(script) }
        for mention in bot.survey.mentions where mention.kind == .setting { fields.possible.insert(mention.written) }
        return fields.reads.compactMap { read in
            guard !fields.possible.contains(read.name), let set = fields.set[read.object],
                let near = set.sorted().first(where: { isTypingMistake(read.name, for: $0) })
            else { return nil }
            return finding(read, near)
        }
    }

    private struct Read {
        let object: String
        let name: String
        let script: ScriptText
        let token: Int
    }

    private struct Fields {
        var reads: [Read] = []
        /// The names that are set, by object.
        var set: [String: Set<String>] = [:]
        /// All names that may be set in some way.
        var possible: Set<String> = []

        mutating func collect(_ script: ScriptText) {
            for token in script.tokens.indices {
                switch script.tokens[token].kind {
                case .string: if let text = script.string(token), text.utf8.count < 60 { possible.insert(text) }
                case .name:
                    if script.isToken(token + 1, ":") { possible.insert(script.text(token)) }
                    if script.isToken(token - 1, ".") { collectField(token, of: script) }
                default: break
                }
            }
        }

        private mutating func collectField(_ token: Int, of script: ScriptText) {
            guard
                let object = ["$session", "$client", "$temp"].first(where: { object in
                    let owner = script.text(token - 2)
                    return owner == object || owner == object.dropFirst()
                })
            else {
                if isSet(token, in: script) { possible.insert(script.text(token)) }
                return
            }
            let name = script.text(token)
            if isSet(token, in: script) {
                possible.insert(name)
                set[object, default: []].insert(name)
            } else if !script.isToken(token + 1, "(") {
                reads.append(Read(object: object, name: name, script: script, token: token))
            }
        }

        /// `name =`, `name +=`, `name++`, and `name[…] =`, `name.x =`, which need it to be there.
        private func isSet(_ token: Int, in script: ScriptText) -> Bool {
            ["=", "+=", "-=", "++", "--", "||=", "??="].contains(script.text(token + 1))
        }
    }

    /// One letter more, less or other, or another case; short names differ too easily.
    private static func isTypingMistake(_ name: String, for known: String) -> Bool {
        if name.lowercased() == known.lowercased() { return true }
        guard name.count > 4, name.last?.isNumber != true, known.last?.isNumber != true else { return false }
        return EditDistance.between(name, known, atMost: 1) != nil
    }

    private static func finding(_ read: Read, _ near: String) -> Diagnostic {
        Diagnostic(
            .warning, code, "Nothing sets `\(read.object).\(read.name)`.",
            hint: "There is `\(read.object).\(near)`; did you mean that?", in: read.script.file,
            at: read.script.span(of: read.token)
        )
        .fixed("Write `\(near)`", by: near)
    }
}
