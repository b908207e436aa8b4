import CampaignModel
import Conversations
import FoundationEssentials

/// A call as people read it: who says what, and in a quiet line below it which state answered and why.
package struct CallTranscript {
    package var style: Style
    /// Whether what the caller says is written too; a terminal already shows what was typed.
    package var echoesCaller: Bool
    /// Whether the rules that lost are listed.
    package var trace: Bool

    package init(style: Style, echoesCaller: Bool, trace: Bool) {
        self.style = style
        self.echoesCaller = echoesCaller
        self.trace = trace
    }

    /// The lines of a record, `nil` when people need not see it.
    package func text(of record: CallRecord) -> String? {
        switch record {
        case .call(let number, let at): style.dim("ringing \(number) … answered, \(ClockText.utc(at))")
        case .caller("/start", _): nil
        case .caller(let text, let keypad):
            echoesCaller ? label("caller", style.cyan) + (keypad ? "keys " : "") + text.shortened : nil
        case .interruption(let text, let isHeard):
            style.dim("        (the caller speaks into the answer\(isHeard ? "" : ": " + text.shortened))")
        case .event("noDtmfAnswerEvent", _, nil): style.dim("        (no keys)")
        case .event("timeout", let target?, _): style.dim("        (no answer in time: on to \(target))")
        case .event("speechNotRecognized", _, _): style.dim("        (silence)")
        case .event(let name, _, let data?): style.dim("        (event \(name) \(data.shownOnOneLine))")
        case .event(let name, _, nil): style.dim("        (event \(name))")
        case .match(let match): style.dim(reason(match))
        case .reply(let reply) where PhoneWords.line(for: reply) != nil:
            style.dim("        " + (PhoneWords.line(for: reply) ?? ""))
        case .reply(let reply): label("bot", style.bold) + speech(reply)
        case .redial(let request, let accepted, let notes, _, let isThrown):
            redial(request, accepted, isThrown ? [] : notes)
        case .hangUp(.bot): style.dim("        the bot hung up")
        case .hangUp(.caller): style.dim("        you hung up")
        case .series: nil
        case .directive(let name, let arguments): style.dim("        " + PhoneWords.line(for: name, arguments))
        case .failure(let failure): FailureText(style: style).text(of: failure)
        case .log(let text): style.dim("        log: \(text.shown)")
        case .unheard(let reply): style.dim("        \(reply.unheardNote.shown)")
        case .note(let text): style.dim("        \(text)")
        case .step(let step): style.dim("          " + TraceText.line(for: step))
        case .change(let change): style.dim("          " + TraceText.line(for: change))
        }
    }

    private func label(_ who: String, _ paint: (String) -> String) -> String {
        paint(who) + String(repeating: " ", count: 8 - who.count)
    }

    private func speech(_ reply: Reply) -> String {
        reply.shownWords.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(
            separator: "\n        ")
    }

    /// `/CallbackInAnHour by "* call [me] …" (0.84), src/main.sc:12`
    private func reason(_ match: RuleMatch) -> String {
        let scores = [match.score] + (trace ? match.runnersUp.map(\.score) : [])
        let ranks = trace ? [match.rank] + match.runnersUp.map(\.rank) : []
        let (score, rank) = (ShownNumbers(telling: scores), ShownNumbers(telling: ranks))
        let winner =
            "        \(match.state) by \(match.rule.shortened) (\(score.text(match.score))), \(match.file):\(match.line)"
        let detours = match.detours.map { "          " + Self.text(of: $0) }
        guard trace else { return ([winner] + detours).joined(separator: "\n") }
        let losers = match.runnersUp.map {
            "          before \($0.state) by \($0.rule.shortened) (\(score.text($0.score)), rank \(rank.text($0.rank)))"
        }
        return ([winner] + detours + losers).joined(separator: "\n")
    }

    static func text(of detour: RuleMatch.Detour) -> String {
        "redirected to \(detour.state) by \(detour.handler) handler"
    }

    private func redial(_ request: RedialRequest, _ accepted: Bool, _ notes: [String]) -> String {
        // What the rules refused was never read as a policy.
        let words = request.policy == CallPolicy() ? request.jsonText.shortened : Self.words(of: request.policy)
        let head =
            accepted ? style.dim("        redial \(words)") : style.yellow("        redial not accepted: \(words)")
        return ([head] + notes.map { style.yellow("          \($0)") }).joined(separator: "\n")
    }

    /// `from 2026-11-23T10:00:00Z, until 2026-11-23T10:15:00Z, 2 attempts, every 5 min`
    private static func words(of policy: CallPolicy) -> String {
        let days = policy.allowedDays.map { days in Weekday.allCases.filter(days.contains).map(\.rawValue) }
        let parts = [
            policy.start.map { "from " + ClockText.utc($0) }, policy.finish.map { "until " + ClockText.utc($0) },
            days.map { "on " + $0.joined(separator: ",") }, policy.allowedTime.map { _ in "at allowed times" },
            policy.maxAttempts.map { "\($0) attempts" }, policy.retryIntervalInMinutes.map { "every \($0) min" },
            policy.dialerPriority.map { "priority \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "without any field" : parts.joined(separator: ", ")
    }
}
