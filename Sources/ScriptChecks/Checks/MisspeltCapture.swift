import BotModel
import JavaScriptTokens
import PatternMatching
import SourceText

/// A field of `$parseTree` that nothing captures, while something of nearly the same name is captured.
///
/// ```
/// q!: * in $City * from $City::origin
/// a: You said {{$parseTree._city}}.       # bad: names of patterns keep their case
/// a: From {{$parseTree._orgin}}.          # bad: a letter is missing
/// a: You said {{$parseTree._City}}.       # good
/// ```
/// Also a pattern that all triggers store under other names: `$City::from` leaves `_from`, and no `_City`.
package enum MisspeltCapture: Check {
    package static let code = "check/misspelt-capture"
    package static let summary =
        "A field of `$parseTree` that nothing captures, nearly named like a pattern, or kept under another name."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let captures = Captures(of: bot)
        return bot.survey.scripts.flatMap { script in
            script.tokens.indices.compactMap { token -> Diagnostic? in
                guard script.isToken(token, "$parseTree"), script.isToken(token + 1, "."),
                    script.kind(token + 2) == .name, !script.isToken(token + 3, "="), !script.isToken(token + 3, "(")
                else { return nil }
                let place = script.span(of: token + 2)
                return finding(Field(script.text(token + 2)), captures, at: place, in: script.file)
            }
        }
    }

    /// `_City` or `City`.
    private struct Field {
        let text: String
        let mark: String
        let name: String

        init(_ text: String) {
            self.text = text
            mark = text.hasPrefix("_") ? "_" : ""
            name = String(text.dropFirst(mark.count))
        }
    }

    /// Everything that makes fields of `$parseTree`.
    private struct Captures {
        private(set) var known: Set<String> = ["Root"]
        /// What nodes have beside their captures (dsl.md 4.1).
        let ownFields: Set<String> = ["tag", "pattern", "text", "words", "value", "startPos", "endPos"]
        /// By a pattern that is never captured under its own name: the names that it is given.
        private(set) var aliases: [String: Set<String>] = [:]
        private let book: NameBook
        private let isOpen: Bool

        init(of bot: CheckedBot) {
            let vocabulary = bot.bot.vocabulary
            isOpen = vocabulary.libraries.areOpen
            known.formUnion(bot.sources.patterns.map(\.name))
            known.formUnion(vocabulary.dictionaryNames)
            known.formUnion(vocabulary.libraries.patterns)
            known.formUnion(vocabulary.intents.entities.map(\.name.text))
            known.formUnion(vocabulary.intents.intents.flatMap { $0.slots.map(\.name.text) })
            var plain: Set<String> = []
            for tree in bot.survey.triggers.compactMap(\.pattern) + bot.sources.patterns.map(\.tree) {
                known.formUnion(tree.captureNames)
                plain.formUnion(tree.plainCaptures)
                for (name, alias) in tree.renamedCaptures { aliases[name, default: []].insert(alias) }
            }
            for script in bot.survey.scripts { Self.read(script, &known, &plain) }
            aliases = aliases.filter { !plain.contains($0.key) && !$0.value.contains($0.key) }
            book = NameBook(known.sorted())
        }

        /// Fields that scripts set, and patterns in texts, as for `$nlp.matchPatterns`.
        private static func read(_ script: CodePiece, _ known: inout Set<String>, _ plain: inout Set<String>) {
            for token in script.tokens.indices {
                if script.isToken(token + 1, "="), script.isToken(token - 1, ".") || script.text(token).hasPrefix("_") {
                    let name = Field(script.text(token)).name
                    known.insert(name)
                    plain.insert(name)
                } else if let text = script.string(token) {
                    for part in text.split(separator: "$").dropFirst() {
                        plain.insert(String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
                    }
                    let name = Field(text).name
                    known.insert(name)
                    plain.insert(name)
                }
            }
        }

        func near(_ field: Field) -> [String] {
            let near = book.near(field.name)
            // A library that is not at hand may have the name.
            return isOpen ? near.filter { $0.lowercased() == field.name.lowercased() } : near
        }
    }

    private static func finding(
        _ field: Field, _ captures: Captures, at span: SourceSpan, in file: SourceFile
    ) -> Diagnostic? {
        if captures.known.contains(field.name) {
            return captures.aliases[field.name].map { renamed(field, $0.sorted(), at: span, in: file) }
        }
        guard field.name.utf8.count > 2 else { return nil }
        if field.mark.isEmpty {
            if captures.ownFields.contains(field.text) { return nil }
            if let own = Spelling.nearest(to: field.text, among: captures.ownFields.sorted()) {
                return misspelt(field, [own], isCapture: false, at: span, in: file)
            }
        }
        let near = captures.near(field)
        return near.isEmpty ? nil : misspelt(field, near, isCapture: true, at: span, in: file)
    }

    private static func misspelt(
        _ field: Field, _ near: [String], isCapture: Bool, at span: SourceSpan, in file: SourceFile
    ) -> Diagnostic {
        let fields = near.map { field.mark + $0 }
        let what = isCapture ? "Nothing captures `\(field.text)`." : "`$parseTree` has no `\(field.text)`."
        let diagnostic = Diagnostic(
            .warning, code, what, hint: "There is \(Spelling.alternatives(fields) ?? ""); did you mean that?", in: file,
            at: span)
        return near.count == 1 ? diagnostic.corrected(field.name, to: near[0], by: fields[0]) : diagnostic
    }

    private static func renamed(
        _ field: Field, _ aliases: [String], at span: SourceSpan, in file: SourceFile
    ) -> Diagnostic {
        let names = aliases.prefix(3).map { "`::\($0)`" }.joined(separator: ", ")
        let fields = Spelling.alternatives(aliases.prefix(3).map { field.mark + $0 }) ?? ""
        return Diagnostic(
            .warning, code, "Nothing captures `\(field.text)`: `$\(field.name)` always has another name (\(names)).",
            hint: "Read \(fields).", in: file, at: span)
    }
}

extension Diagnostic {
    fileprivate func corrected(_ written: String, to meant: String, by text: String) -> Diagnostic {
        Spelling.isSlip(written, of: meant) ? fixed("Write `\(text)`", by: text) : self
    }
}
