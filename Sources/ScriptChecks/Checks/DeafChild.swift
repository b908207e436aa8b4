import BotModel
import SourceText

/// A local trigger below a `noContext` state: the dialog is never in that state, so the trigger never listens.
///
/// ```
/// state: Help || noContext = true
///     q!: help
///     a: Shall I explain?
///     state: Yes
///         q: yes            # bad: after "help" the dialog is where it was before
///         a: Well …
/// ```
/// Good: without `noContext`, or `q: yes || fromState = …`.
package enum DeafChild: Check {
    package static let code = "check/deaf-child"
    package static let summary = "A local trigger below a `noContext` state, where the dialog never is."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let survey = bot.survey
        let entered = Set(survey.mentions.compactMap { $0.kind == .fromState ? nil : $0.target })
        let deferred = Set(
            survey.mentions.filter { $0.kind == .deferredTransition || $0.kind == .script }.compactMap(\.target))
        var numberByPath: [StatePath: SurveyedState] = [:]
        for state in survey.states where numberByPath[state.path] == nil { numberByPath[state.path] = state }
        // A child that can be entered in another way brings the dialog there, and its siblings hear again.
        let awake = Set(
            survey.states.filter { state in
                entered.contains(state.path)
                    || state.triggers.contains { $0.isBang || $0.parameter("fromState") != nil }
            }.map(\.path.parent))
        return survey.states.compactMap { state in
            guard let parent = numberByPath[state.path.parent], parent.isOn("noContext"),
                !deferred.contains(parent.path),
                !awake.contains(parent.path), !parent.triggers.contains(where: { $0.parameter("toState") != nil }),
                let trigger = state.triggers.first(where: { !$0.isBang && $0.parameter("toState") == nil })
            else { return nil }
            return finding(state, parent, at: trigger.span)
        }
    }

    private static func finding(_ state: SurveyedState, _ parent: SurveyedState, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, code,
            "This trigger never listens: `\(parent.path)` has `noContext`, so the dialog is never there.",
            hint: "Remove `noContext = true` there, or say where the trigger listens: `|| fromState = /State`.",
            in: state.file, at: span
        )
        .labelled("the dialog does not stay here", in: parent.file, at: parent.tag.span)
    }
}
