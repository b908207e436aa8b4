import CampaignModel
import Conversations
import FoundationEssentials

extension CallRecord {
    /// The record as one line of `call --json`; the fields are those of the documentation, in its order.
    ///
    /// - Parameter trace: whether the rules that lost are listed with the winner.
    package func json(trace: Bool = false) -> JSONValue {
        switch self {
        case .call(let number, let at):
            .object([("type", "call"), ("number", .string(number)), ("at", .moment(at))])
        case .caller(let text, let keypad):
            .object([("type", "caller"), ("text", .string(text))] + (keypad ? [("keypad", .bool(true))] : []))
        case .interruption(let text, let isHeard):
            .object([("type", "interruption"), ("text", .string(text)), ("heard", .bool(isHeard))])
        case .event(let name, let target, let data):
            .object(
                [("type", "event"), ("name", .string(name))] + optional("state", target)
                    + (data.map { [("data", .raw($0))] } ?? []))
        case .match(let match): Self.json(match, trace: trace)
        case .reply(let reply): Self.json(reply)
        case .redial(let request, let accepted, let notes, _, _):
            .object([
                ("type", "redial"), ("request", .raw(request.jsonText)), ("accepted", .bool(accepted)),
                ("notes", .array(notes.map(JSONValue.string))),
            ])
        case .hangUp(let party): .object([("type", "hangUp"), ("by", .string(party.rawValue))])
        case .series(let id, let quota, let attempts):
            .object([
                ("type", "series"), ("id", .string(id)), ("quota", .integer(quota)),
                ("attempts", .array(attempts.map(JSONValue.moment))),
            ])
        case .directive(let name, let arguments):
            .object([("type", "directive"), ("name", .string(name)), ("arguments", .raw(arguments))])
        case .failure(let failure): Self.json(failure)
        case .log(let text): .object([("type", "log"), ("text", .string(text))])
        case .unheard(let reply): .object([("type", "note"), ("text", .string(reply.unheardNote))])
        case .note(let text): .object([("type", "note"), ("text", .string(text))])
        case .step(let step): Self.json(step)
        case .change(let change):
            .object(
                [("type", "change"), ("variable", .string(change.name))]
                    + optional("before", json: change.before) + optional("after", json: change.after))
        }
    }

    private static func json(_ match: RuleMatch, trace: Bool) -> JSONValue {
        // Two decimals, as documented, unless they would hide who is before whom.
        let scores = ShownNumbers(telling: [match.score] + match.runnersUp.map(\.score)).decimals
        let ranks = ShownNumbers(telling: [match.rank] + match.runnersUp.map(\.rank)).decimals
        let losers = match.runnersUp.map { loser in
            JSONValue.object([
                ("state", .string(loser.state)), ("pattern", .string(loser.rule)),
                ("score", .number(loser.score, decimals: scores)),
                ("rank", .number(loser.rank, decimals: ranks)),
            ])
        }
        return .object(
            [
                ("type", "match"), ("state", .string(match.state)), ("pattern", .string(match.rule)),
                ("score", .number(match.score, decimals: scores)), ("rank", .number(match.rank, decimals: ranks)),
            ] + (match.detours.isEmpty ? [] : [("redirected", .array(match.detours.map(json)))])
                + (trace
                    ? [("file", .string(match.file)), ("line", .integer(match.line)), ("runnersUp", .array(losers))]
                    : []))
    }

    private static func json(_ detour: RuleMatch.Detour) -> JSONValue {
        .object([("state", .string(detour.state)), ("handler", .string(detour.handler))])
    }

    private static func json(_ step: TraceStep) -> JSONValue {
        switch step {
        case .transition(let from, let to, let isDeferred):
            .object([
                ("type", "transition"), ("from", .string(from)), ("to", .string(to)), ("deferred", .bool(isDeferred)),
            ])
        case .script(let run):
            .object(
                [("type", "script")] + place(of: run) + json(of: run.kind) + [
                    ("milliseconds", .number(run.seconds * 1000, decimals: 3)), ("bytes", .integer(run.bytes)),
                ])
        }
    }

    private static func json(of kind: ScriptRun.Kind) -> [(String, JSONValue)] {
        switch kind {
        case .block: [("kind", "block")]
        case .condition(let value): [("kind", "condition"), ("value", value.map(JSONValue.bool) ?? .null)]
        case .expression: [("kind", "expression")]
        case .handler(let phase): [("kind", "handler"), ("phase", .string(phase))]
        }
    }

    private static func place(of run: ScriptRun) -> [(String, JSONValue)] {
        run.file.isEmpty ? [] : [("file", .string(run.file)), ("line", .integer(run.line))]
    }

    /// A text reply is its words; of any other kind, and of one that has more to it, the whole reply object is given.
    private static func json(_ reply: Reply) -> JSONValue {
        let head: [(String, JSONValue)] = [("type", "reply"), ("state", .string(reply.state))]
        if reply.type == "text", let text = reply.text {
            return .object(head + [("text", .string(text))] + (reply.saysMore ? [("reply", .raw(reply.json))] : []))
        }
        return .object(head + optional("text", reply.text) + [("reply", .raw(reply.json))])
    }

    private static func json(_ failure: TurnFailure) -> JSONValue {
        .object(
            [("type", "error"), ("code", .string(failure.code)), ("message", .string(failure.message))]
                + optional("hint", failure.hint) + optional("file", failure.file)
                + optional("line", failure.line) + optional("column", failure.column)
                + optional("sourceLine", failure.sourceLine) + optional("state", failure.state)
                + optional("phrase", failure.phrase) + stack(failure))
    }

    private static func stack(_ failure: TurnFailure) -> [(String, JSONValue)] {
        guard !failure.stack.isEmpty else { return [] }
        let frames = failure.stack.map { frame in
            JSONValue.object(
                optional("function", frame.function) + [
                    ("file", .string(frame.file)), ("line", .integer(frame.line)), ("column", .integer(frame.column)),
                ])
        }
        return [("stack", .array(frames))]
    }
}

private func optional(_ name: String, _ value: String?) -> [(String, JSONValue)] {
    value.map { [(name, .string($0))] } ?? []
}

private func optional(_ name: String, json: String?) -> [(String, JSONValue)] {
    json.map { [(name, .raw($0))] } ?? []
}

private func optional(_ name: String, _ value: Int?) -> [(String, JSONValue)] {
    value.map { [(name, .integer($0))] } ?? []
}
