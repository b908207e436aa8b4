import ScriptSyntax
import SourceText

/// Lines that were meant for a state, but stand at its own indent, so that they belong to the state above.
///
/// ```
/// state: Menu
///     a: Pizza or pasta?
///     state: Pizza
///     q: * pizza *          # bad: a trigger of /Menu
///     a: Good.              # bad: said in /Menu
/// ```
/// Good: the last two lines four blanks further right. A state that has a reaction or children of its own is not looked at.
package enum SlippedIndent: Check {
    package static let code = "check/slipped-indent"
    package static let summary =
        "Lines after an empty state that belong to the state above, because they stand at its indent."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] { all(in: bot.survey).map(finding) }

    /// The states whose content slipped out of them, by number.
    static func states(in survey: Survey) -> Set<Int> { Set(all(in: survey).map(\.state.number)) }

    private struct Slip {
        let state: SurveyedState
        let line: ScriptTag
    }

    private static func all(in survey: Survey) -> [Slip] {
        let unread = survey.unreadStates
        let empty = survey.states.filter {
            $0.reactions.isEmpty && !$0.hasChildren && !unread.contains($0.path) && !leadsElsewhere($0)
        }
        let stateByPlace = Dictionary(
            empty.map { (Place($0.tag, $0.file), $0) }, uniquingKeysWith: { first, _ in first })
        return survey.states.flatMap { parent in
            zip(parent.tag.tags, parent.tag.tags.dropFirst()).compactMap { child, next -> Slip? in
                guard child.indent == next.indent, next.name.text != "state", belongsToState(next),
                    let state = stateByPlace[Place(child, parent.file)],
                    state.triggers.isEmpty || !next.isTrigger
                else { return nil }
                return Slip(state: state, line: next)
            }
        }
    }

    private struct Place: Hashable {
        let file: String
        let start: Int

        init(_ tag: ScriptTag, _ file: SourceFile) {
            self.file = file.path
            start = tag.span.start
        }
    }

    /// `q: … || toState = /Menu` needs nothing below it.
    private static func leadsElsewhere(_ state: SurveyedState) -> Bool {
        state.triggers.contains { $0.parameter("toState") != nil }
    }

    private static func belongsToState(_ tag: ScriptTag) -> Bool {
        !["init", "patterns", "require", "theme"].contains(tag.name.text)
            && TagCatalog.description(of: tag.name.text) != nil
    }

    private static func finding(_ slip: Slip) -> Diagnostic {
        let name = slip.state.path.names.last ?? ""
        let owner = slip.state.path.parent
        return Diagnostic(
            .warning, code, "This line belongs to `\(owner)`, and the state `\(name)` above it does nothing.",
            hint: "Indent these lines if they belong to `\(name)`.", in: slip.state.file, at: slip.line.span
        )
        .labelled("nothing is done here", in: slip.state.file, at: slip.state.tag.span)
    }
}
