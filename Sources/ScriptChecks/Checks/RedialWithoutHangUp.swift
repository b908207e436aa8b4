import SourceText

/// A call that is to be repeated, but is not ended.
///
/// ```
/// script:
///     $dialer.redial({startDateTime: later});     // bad: the caller is promised a call, and the line stays open
///     $dialer.hangUp();                           // good: with this line
/// ```
/// The call may be ended in the same script, in a function that it calls, in a state that follows, or in a child that hears the next words.
package enum RedialWithoutHangUp: Check {
    package static let code = "check/redial-without-hang-up"
    package static let summary = "`$dialer.redial` in a state after which nothing hangs up."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let redials = bot.survey.scripts.map { ($0, $0.calls("$dialer", "redial")) }.filter { !$0.1.isEmpty }
        guard !redials.isEmpty else { return [] }
        let ends = Ends(of: bot)
        return redials.filter { !ends.mayFollow($0.0) }.flatMap { script, calls in
            calls.map { finding(script.span(of: $0), in: script.file) }
        }
    }

    private static func finding(_ span: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "The call is scheduled again, but nothing hangs up after it.",
            hint: "Write `$dialer.hangUp();` after `$dialer.redial(…)`, or in a state that follows.", in: file, at: span
        )
    }

    /// From which states the bot comes to one that ends the call.
    private struct Ends {
        /// Per state: it ends the call, does something that cannot be followed, or leads to one that does.
        private var leadsToEnd: [Bool]
        private var isInFile = false

        init(of bot: CheckedBot) {
            let survey = bot.survey
            leadsToEnd = Array(repeating: false, count: bot.bot.states.count)
            for script in survey.scripts where Self.ends(script) {
                if let state = script.state { leadsToEnd[state] = true } else { isInFile = true }
            }
            for placed in survey.tags
            where ["HangUp", "EndSession", "TransferCallToOperator"].contains(placed.tag.name.text) {
                leadsToEnd[placed.state] = true
            }
            for mention in survey.mentions where mention.isDynamic && mention.targetState == nil {
                if let state = mention.state { leadsToEnd[state] = true }
            }
            goBack(over: Self.waysBack(in: bot))
        }

        /// For each state those that lead to it: by a transition, or as its parent.
        private static func waysBack(in bot: CheckedBot) -> [[Int]] {
            var before: [[Int]] = Array(repeating: [], count: bot.bot.states.count)
            for mention in bot.survey.mentions {
                if let state = mention.state, let target = mention.targetState { before[target].append(state) }
            }
            for state in bot.survey.states {
                if let parent = bot.bot.state(at: state.path.parent) { before[state.number].append(parent.index) }
            }
            return before
        }

        private mutating func goBack(over before: [[Int]]) {
            var waiting = leadsToEnd.indices.filter { leadsToEnd[$0] }
            while let state = waiting.popLast() {
                for earlier in before[state] where !leadsToEnd[earlier] {
                    leadsToEnd[earlier] = true
                    waiting.append(earlier)
                }
            }
        }

        private static func ends(_ script: CodePiece) -> Bool {
            script.tokens.indices.contains { token in
                (script.isToken(token, "hangUp") || script.isToken(token, "hangup")
                    || script.isToken(token, "stopSession")) && !script.isUncalledMethod(token)
                    || script.string(token) == "switch"
            }
        }

        func mayFollow(_ script: CodePiece) -> Bool {
            isInFile || (script.state.map { leadsToEnd[$0] } ?? leadsToEnd.contains(true))
        }
    }
}
