import CampaignModel
import Conversations
import Dialing
import FoundationEssentials

extension TurnResult {
    var lastMatch: RuleMatch? {
        happenings.lazy.compactMap { if case .match(let match) = $0 { match } else { nil } }.last
    }

    var hangsUp: Bool { happenings.contains(.hangUp(.bot)) }

    /// The words of all failures.
    private var failures: [String] {
        happenings.compactMap { if case .failure(let failure) = $0 { failure.message } else { nil } }
    }

    /// The redial that the conversation's guard let through; there is one at most.
    private var redial: RedialRequest? {
        happenings.lazy.compactMap { if case .redial(let request, refusal: nil) = $0 { request } else { nil } }.first
    }

    /// What the store is given before anything of the turn is handed out.
    var toKeep: TurnToKeep {
        let conversation = (try? JSONEncoder().encode(state)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return TurnToKeep(conversation: conversation, client: state.client, redial: redial)
    }

    /// The turn as records, in the order in which things happened; the series it has planned comes last.
    func records(with outcome: RedialOutcome?) -> [CallRecord] {
        var records = happenings.map { $0.record(with: outcome) }
        let failures = failures
        for index in records.indices { records[index].noteThrown(in: failures) }
        if let end = records.firstIndex(of: .hangUp(.bot)) {
            for index in records.indices.suffix(from: end) { records[index] = records[index].unheard }
        }
        guard case .scheduled(let id, let quota, let attempts, _) = outcome else { return records }
        return records + [.series(id: id, quota: quota, attempts: attempts)]
    }
}

extension Happening {
    fileprivate func record(with outcome: RedialOutcome?) -> CallRecord {
        switch self {
        case .match(let match): .match(match)
        case .reply(let reply): .reply(reply)
        case .hangUp(let party): .hangUp(party)
        case .directive(let name, let arguments): .directive(name: name, arguments: arguments)
        case .failure(let failure): .failure(failure)
        case .log(let text): .log(text)
        case .note(let text): .note(text)
        case .step(let step): .step(step)
        case .redial(let request, let refusal?): .redial(request, accepted: false, notes: request.notes + [refusal])
        case .redial(let request, nil): Self.record(of: request, outcome)
        }
    }

    private static func record(of request: RedialRequest, _ outcome: RedialOutcome?) -> CallRecord {
        switch outcome {
        case .scheduled(_, _, _, let notes):
            .redial(request, accepted: true, notes: request.notes + notes.filter { !request.notes.contains($0) })
        case .refused(let reason): .redial(request, accepted: false, notes: request.notes + [reason], byStore: true)
        case nil: preconditionFailure("the ledger kept a redial and said nothing about it")
        }
    }
}

extension CallRecord {
    /// A refusal that the script did not catch is told once more, as its failure.
    fileprivate mutating func noteThrown(in failures: [String]) {
        guard case .redial(let request, accepted: false, let notes, byStore: false, _) = self, let reason = notes.last,
            failures.contains(where: { $0.hasSuffix(reason) })
        else { return }
        self = .redial(request, accepted: false, notes: notes, isThrown: true)
    }

    /// After the line is closed a reply reaches no one.
    var unheard: CallRecord { if case .reply(let reply) = self { .unheard(reply) } else { self } }
}

extension Reply {
    /// What the author should see instead of words that reach no one.
    var unheardNote: String { "Not heard, the line was closed: \(text ?? type)" }
}
