import ScriptSyntax
import SourceText

/// Prints scripts in the one style of the language.
///
/// Only blanks and line ends move: every other byte of the file stays, in its order. What comes out is read again and
/// compared with what went in; where a single thing would differ, the file is given back as it was, with the reason.
package enum ScriptFormatter {
    package static func format(_ source: SourceFile) -> FormattedScript {
        let (tree, findings) = ScriptParser.parse(source)
        if let tabs = findings.first(where: { $0.code == "syntax/ambiguous-tabs" }) {
            return FormattedScript(unchanged: source, because: .ambiguousTabs(in: source, at: tabs.span))
        }
        let text = ScriptPrinter(tree).print()
        if text == source.bytes { return FormattedScript(unchanged: source) }
        let result = SourceFile(path: source.path, text: String(decoding: text, as: UTF8.self))
        if let objection = FormatProof(before: tree, findings).objection(to: result) {
            return FormattedScript(unchanged: source, because: reason(for: objection, tree, findings))
        }
        let restored = findings.first { $0.code == "syntax/flat-script" }
        let notes = restored.map { [Diagnostic.indentationRestored(in: source, at: $0.span)] } ?? []
        return FormattedScript(source: source, text: result.text, diagnostics: notes)
    }

    /// A mistake in the script makes its layout doubtful, and so do tags in odd places and texts that cannot move; without
    /// one of these, the fault is ours.
    private static func reason(
        for objection: FormatProof.Objection, _ tree: ScriptTree, _ findings: [Diagnostic]
    ) -> Diagnostic {
        if let mistake = findings.first(where: { $0.severity == .error || $0.code == "syntax/flat-script" }) {
            return .mistakesInTheWay(at: mistake.span, in: tree.source)
        }
        let plan = LayoutPlan(tree, LineTable(tree))
        if let unread = plan.firstUnread { return .mistakesInTheWay(at: unread, in: tree.source) }
        if let nesting = DoubtfulNesting.first(in: tree) { return .doubtful(nesting, in: tree.source) }
        if let text = plan.textInTheWay { return .textInTheWay(in: tree.source, at: text) }
        return .unsafeLayout(objection, in: tree.source)
    }
}

/// A script in the one style, or as it was with the reason why.
package struct FormattedScript: Sendable {
    package let source: SourceFile
    package let text: String
    package let diagnostics: [Diagnostic]

    package var isChanged: Bool { text.utf8.count != source.bytes.count || !text.utf8.elementsEqual(source.bytes) }
    /// The file could not be brought into the style; `diagnostics` says why.
    package var isRefused: Bool { !isChanged && !diagnostics.isEmpty }

    init(source: SourceFile, text: String, diagnostics: [Diagnostic]) {
        self.source = source
        self.text = text
        self.diagnostics = diagnostics
    }

    init(unchanged source: SourceFile, because reason: Diagnostic? = nil) {
        self.init(source: source, text: source.text, diagnostics: [reason].compactMap(\.self))
    }
}
