import CivilTime
import Conversations
import FoundationEssentials
import SourceText

extension TalkPlayer {
    /// Nothing that the bot said or broke may be left when the next thing happens.
    mutating func settle() throws(Mismatch) {
        guard var turn else { return }
        if let failure = turn.unnamedFailures.first {
            guard !talk.isPhoneCall else {
                throw Mismatch(turn.step, expected: "no error", actual: failure.sentence)
            }
            errors.append("line \(turn.step.line): \(failure.sentence)")
        }
        if let reply = turn.nextReply() {
            throw Mismatch(turn.step, expected: "no further reply", actual: reply.talkLine + " (\(reply.state))")
        }
        self.turn = nil
    }

    mutating func check(_ expectation: Expectation, _ step: TalkStep) throws(Mismatch) {
        guard var turn else {
            // A case that begins with `! none` or `<` expects something of a bot that nobody has spoken to.
            throw Mismatch(step, expected: step.source, actual: "nothing has happened yet")
        }
        defer { self.turn = turn }
        switch expectation {
        case .reply(let text, let state, let first): try turn.checkReply(text, state, first, step)
        case .state(let path): try turn.checkState(path, step)
        case .redial(let expected): try turn.checkRedial(expected, in: zone, step)
        case .refusedRedial: try turn.checkRefusedRedial(step)
        case .hangUp: try turn.checkHangUp(step)
        case .noDirective: try turn.checkNoDirective(in: zone, step)
        case .failure(let code): try turn.checkFailure(code, step)
        case .timeout(let target, let interval): try turn.checkTimeout(target, interval, step)
        case .responseData(let path, let wanted): try turn.checkData(path, wanted, step)
        case .newSession(let message, let data): try turn.checkNewSession(message, data, step)
        case .mail(let recipient, let subject, let body): try turn.checkMail(recipient, subject, body, step)
        }
    }
}

extension PlayedTurn {
    /// A mismatch; an error of the bot in the same turn is most likely its reason, so it is told too.
    func mismatch(_ step: TalkStep, _ expected: String, _ actual: String) -> Mismatch {
        let errors = unnamedFailures.map { "; " + $0.sentence }.joined()
        return Mismatch(step, expected: expected, actual: actual + errors)
    }

    fileprivate mutating func checkReply(
        _ text: ExpectedText, _ state: String?, _ first: String?, _ step: TalkStep
    ) throws(Mismatch) {
        guard let reply = nextReply() else { throw mismatch(step, text.talkLine, "no reply") }
        let said = reply.text ?? ""
        guard text.allows(said) else { throw mismatch(step, text.talkLine, reply.talkLine) }
        if let state, state != reply.state { throw mismatch(step, "= \(state)", "= \(reply.state)") }
        let matched = matches.first?.state ?? self.state.contextPath
        if let first, first != matched { throw mismatch(step, "matched \(first)", "matched \(matched)") }
    }

    fileprivate func checkState(_ path: String, _ step: TalkStep) throws(Mismatch) {
        guard let answered = answeringState else { throw mismatch(step, "= \(path)", "no state answered") }
        guard answered == path else { throw mismatch(step, "= \(path)", "= \(answered)") }
    }

    fileprivate func checkHangUp(_ step: TalkStep) throws(Mismatch) {
        let isThere = happenings.contains { $0.happening == .hangUp(.bot) }
        guard isThere else { throw mismatch(step, "! hangUp", "the call goes on") }
    }

    fileprivate func checkNoDirective(in zone: Zone, _ step: TalkStep) throws(Mismatch) {
        let directives = directives(in: zone)
        guard directives.isEmpty else { throw mismatch(step, "! none", directives.joined(separator: "; ")) }
    }

    fileprivate mutating func checkFailure(_ code: String?, _ step: TalkStep) throws(Mismatch) {
        guard !takeFailure(code: code) else { return }
        throw mismatch(step, code.map { "! error \($0)" } ?? "! error", "no such error")
    }

    fileprivate func checkTimeout(_ target: String?, _ interval: Double?, _ step: TalkStep) throws(Mismatch) {
        let expected = timeoutText(target, interval)
        guard let timeout = state.timeout else { throw mismatch(step, expected, "no timeout") }
        let length = timeout.due.timeIntervalSince(at)
        let isRight =
            (target ?? timeout.targetState) == timeout.targetState && abs((interval ?? length) - length) < 0.001
        guard isRight else { throw mismatch(step, expected, timeoutText(timeout.targetState, length)) }
    }

    private func timeoutText(_ target: String?, _ interval: Double?) -> String {
        "timeout" + (interval.map { " of \(TimeLength.text(of: $0))" } ?? "") + (target.map { " to \($0)" } ?? "")
    }

    fileprivate func checkData(_ path: DataPath, _ wanted: TestJSON, _ step: TalkStep) throws(Mismatch) {
        let found = path.value(in: responseData)
        guard found?.contains(wanted) != true else { return }
        throw mismatch(step, wanted.text, found?.text ?? "nothing at that place")
    }

    fileprivate mutating func checkNewSession(_ message: String?, _ data: TestJSON?, _ step: TalkStep) throws(Mismatch)
    {
        guard let session = nextSession() else { throw mismatch(step, step.source, "no new session") }
        let isRight =
            (message.map { $0.folded == (session.message ?? "").folded } ?? true)
            && (data.map { TestJSON(session.data)?.contains($0) == true } ?? true)
        guard !isRight else { return }
        let said = session.message.map { " message=\"\($0)\"" } ?? ""
        throw mismatch(step, step.source, "<newSession\(said)><data>\(session.data)</data></newSession>")
    }

    fileprivate mutating func checkMail(
        _ recipient: String?, _ subject: String?, _ body: String?, _ step: TalkStep
    ) throws(Mismatch) {
        guard let mail = nextMail() else { throw mismatch(step, step.source, "no mail") }
        let isRight =
            (recipient.map { wanted in mail.recipients.contains { $0.folded == wanted.folded } } ?? true)
            && (subject.map { $0.folded == mail.subject.folded } ?? true)
            && (body.map { Blanks.dropped.comparable($0) == Blanks.dropped.comparable(mail.body) } ?? true)
        guard isRight else { throw mismatch(step, step.source, mail.description) }
    }

    /// `{replies: […], answer: "…"}` (dsl.md 9.3), and what scripts have put into `$response` besides.
    private var responseData: TestJSON {
        let answer = textReplies.compactMap(\.text).joined(separator: "\n\n")
        var data: [String: TestJSON] = [:]
        if case .object(let own)? = response { data = own }
        data["replies"] = .array(replies.map { TestJSON($0.json) ?? .null })
        data["answer"] = data["answer"] ?? .string(answer)
        return .object(data)
    }
}

// MARK: - Words for what came

extension ExpectedText {
    var talkLine: String {
        guard reading == .beginning else { return "< " + text }
        return "< " + text + "…"
    }
}

extension Reply {
    var talkLine: String { "< " + (text ?? "") }
}

extension TurnFailure {
    /// `error[script/exception] x is not defined, src/main.sc:12: x.go(1)`; of a long line of code what stands around the place.
    var sentence: String {
        let place = file.map { file in ", " + file + (line.map { ":\($0)" } ?? "") } ?? ""
        let code = sourceLine.map { SourceExcerpt(of: $0, column: column ?? 1, width: 60).text.trimmed } ?? ""
        return "error[\(self.code)] \(message)\(place)\(code.isEmpty ? "" : ": " + code)"
    }
}
