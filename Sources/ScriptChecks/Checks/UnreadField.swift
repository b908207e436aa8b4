import SourceText

/// A field that is set and never read, while another of nearly the same name is read.
///
/// ```
/// script: $session.countre = "France";         # bad: nobody reads countre
/// a: You are going to {{$session.country}}.
/// ```
/// Good: `$session.country = …`. A field is taken as read as soon as its name stands anywhere else in code.
package enum UnreadField: Check {
    package static let code = "check/unread-field"
    package static let summary = "A field that is set and never read, nearly named like one that is read."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let uses = FieldUses(of: bot.survey)
        let read = Dictionary(grouping: uses.reads, by: \.object).mapValues { Set($0.map(\.name)) }
        let anywhere = Set(uses.reads.map(\.name))
        var suggestions = read.mapValues { Suggestions($0.sorted()) }
        var seen: Set<String> = []
        let doubtful = uses.writes.compactMap { write -> (write: FieldUses.Use, near: String)? in
            guard !anywhere.contains(write.name), let near = suggestions[write.object]?.nearest(to: write.name),
                Spelling.isSlip(write.name, of: near), uses.set[write.object]?.contains(near) == true,
                seen.insert(write.object + "." + write.name).inserted
            else { return nil }
            return (write, near)
        }
        guard !doubtful.isEmpty else { return [] }
        let mentioned = mentioned(Set(doubtful.map(\.write.name)), in: bot.survey)
        return doubtful.filter { !mentioned.contains($0.write.name) }.map { finding($0.write, $0.near) }
    }

    /// Those of the names that stand somewhere in code, but for the places where a field is set.
    private static func mentioned(_ names: Set<String>, in survey: Survey) -> Set<String> {
        var found = Set(survey.mentions.filter { $0.kind == .setting }.map(\.written)).intersection(names)
        for script in survey.scripts {
            for token in script.tokens.indices {
                switch script.tokens[token].kind {
                case .string: if let text = script.string(token), names.contains(text) { found.insert(text) }
                case .name where !(script.isToken(token - 1, ".") && script.isToken(token + 1, "=")):
                    if names.contains(script.text(token)) { found.insert(script.text(token)) }
                default: break
                }
            }
        }
        return found
    }

    private static func finding(_ write: FieldUses.Use, _ near: String) -> Diagnostic {
        Diagnostic(
            .warning, code, "Nothing reads `\(write.object).\(write.name)`.",
            hint: "There is `\(write.object).\(near)`; did you mean that?", in: write.script.file,
            at: write.script.span(of: write.token)
        )
        .fixed("Write `\(near)`", by: near)
    }
}
