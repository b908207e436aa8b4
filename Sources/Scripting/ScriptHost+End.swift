import BotModel
import Conversations
import Dialog
import JavaScript

/// What a turn leaves behind.
extension ScriptHost {
    package func end() -> ScriptOutcome {
        var ending: TurnEnding?
        let (drawn, numbers) = calls.chance
        do {
            let told = numbers.isEmpty ? [] : [ScriptValue.array(numbers.map { .number(Double($0)) })]
            if !isCut { ending = TurnEnding(try call("end", told)) }
        } catch {
            note(error.aboutKeeping)
        }
        // After a cut the script's own objects are gone; what was said before it stays said.
        let said = ending?.replies ?? calls.said.map(\.reply)
        let (session, client) = (object("$session", ending?.session), object("$client", ending?.client))
        var outcome = ScriptOutcome(
            session: session ?? openedSession?.session ?? input.state.session,
            client: client ?? openedSession?.client ?? input.state.client,
            redialUsed: calls.redialUsed, happenings: calls.merged(with: said), random: calls.random)
        let (noInputTimeout, voice) = calls.phoneWishes
        outcome.line = line(after: said, noInputTimeout: noInputTimeout, bargeIn: ending?.bargeIn)
        outcome.voice = voice
        outcome.drawn = drawn
        outcome.begunSessions = begunSessions
        outcome.repliesBeforeSession = openedSession?.replyCount ?? 0
        outcome.endsSession = ending?.endsSession ?? false
        outcome.contextPath = ending?.contextPath.flatMap(existing)
        outcome.response = ending?.response
        if keepsHistory {
            let lines = said.compactMap { $0.text.map { SpokenLine(isBot: true, text: $0) } }
            outcome.history = (calls.heard + lines).bounded
        }
        return outcome
    }

    /// The JSON, if it is an object's; what else scripts have put in its place is told, and what was kept before stays.
    private func object(_ name: String, _ json: String?) -> String? {
        guard let json, !json.hasPrefix("{") else { return json }
        note(
            TurnFailure(
                code: "script/exception",
                message: "\(name) is no object but \(json.prefix(60)), so it cannot be kept.",
                hint: "Keep values as members: `\(name).name = …`. \(name) is as before this turn."))
        return nil
    }

    /// The path of a state that a script has named, when there is one.
    private func existing(_ written: String) -> String? {
        let path = StatePath(written)
        return bot.exists(path) ? path.description : nil
    }
}
