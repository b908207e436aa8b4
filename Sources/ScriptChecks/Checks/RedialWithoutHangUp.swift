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
        let redials = bot.survey.scripts.flatMap { script in script.calls("$dialer", "redial").map { (script, $0) } }
        guard !redials.isEmpty else { return [] }
        let ends = Ends(of: bot)
        return redials.compactMap { script, call in
            guard !ends.mayFollow(script, in: bot) else { return nil }
            return Diagnostic(
                .warning, code, "The call is scheduled again, but nothing hangs up after it.",
                hint: "Write `$dialer.hangUp();` after `$dialer.redial(…)`, or in a state that follows.",
                in: script.file,
                at: script.span(of: call))
        }
    }

    /// Where the bot ends a call, and which states lead to which.
    private struct Ends {
        /// Per state: it ends the call, or does something that cannot be followed.
        private var isEnd: [Bool]
        private var following: [[Int]]
        private var anyFile = false

        init(of bot: CheckedBot) {
            let survey = bot.survey
            isEnd = Array(repeating: false, count: bot.bot.states.count)
            following = Array(repeating: [], count: bot.bot.states.count)
            for script in survey.scripts where Self.ends(script) {
                if let state = script.state { isEnd[state] = true } else { anyFile = true }
            }
            for placed in survey.tags
            where ["HangUp", "EndSession", "TransferCallToOperator"].contains(placed.tag.name.text) {
                isEnd[placed.state] = true
            }
            for mention in survey.mentions {
                guard let state = mention.state else { continue }
                if let target = mention.targetState {
                    following[state].append(target)
                } else if mention.isDynamic {
                    isEnd[state] = true
                }
            }
            for state in survey.states {
                if let parent = bot.bot.state(at: state.path.parent) { following[parent.index].append(state.number) }
            }
        }

        private static func ends(_ script: CodePiece) -> Bool {
            script.tokens.indices.contains { token in
                script.isToken(token, "hangUp") || script.isToken(token, "hangup")
                    || script.isToken(token, "stopSession")
                    || script.string(token) == "switch"
            }
        }

        func mayFollow(_ script: CodePiece, in bot: CheckedBot) -> Bool {
            if Ends.ends(script) || anyFile { return true }
            guard let start = script.state else { return isEnd.contains(true) }
            var seen: Set<Int> = [start]
            var waiting = [start]
            while let state = waiting.popLast() {
                if isEnd[state] { return true }
                for next in following[state] where seen.insert(next).inserted { waiting.append(next) }
            }
            return false
        }
    }
}
