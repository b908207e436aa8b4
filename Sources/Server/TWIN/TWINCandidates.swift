import CampaignModel
import CivilTime

/// What a task says about the candidates that are added to it.
package struct TWINTask: Sendable, Hashable {
    package var strategy: ContactStrategy
    package var normalisation: PhoneNormalisation
    package var badPhones: CampaignDraft.BadPhones

    package init(
        strategy: ContactStrategy = .oneAfterAnother, normalisation: PhoneNormalisation = .none,
        badPhones: CampaignDraft.BadPhones = .skip
    ) {
        (self.strategy, self.normalisation, self.badPhones) = (strategy, normalisation, badPhones)
    }

    package init(_ draft: CampaignDraft) {
        self.init(strategy: draft.strategy, normalisation: draft.normalisation, badPhones: draft.badPhones)
    }
}

/// The codec of `POST …/autoCallCandidate` and `…/autoCallCandidate/batch` (campaigns.md 9).
///
/// All or nothing, but for phones that the task's normalisation cannot read: the task says what becomes of them.
package struct TWINCandidates: Sendable {
    /// Of one request.
    package static let mostCandidates = 10_000
    private let context: RequestContext
    /// By the id of the request, as it is written there.
    private let tasks: [String: TWINTask]

    package init(context: RequestContext, tasks: [String: TWINTask]) {
        self.context = context
        self.tasks = tasks
    }

    /// Reads the body of a request about one candidate.
    package func decode(_ body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        var findings = Findings()
        guard let fields = Place(value: try RequestBody.read(body), pointer: "").fields(&findings) else {
            return try findings.decoded([])
        }
        if let batch = fields["batch"] {
            findings.fault(
                batch.pointer, .wrongMethod, "A batch cannot be sent to autoCallCandidate.",
                "Send it to autoCallCandidate/batch, or one candidate without a batch around it.")
            return try findings.decoded([])
        }
        let commands = commands(for: [fields], of: fields, known: TWINCandidate.fields + ["forceStart"], &findings)
        return try findings.decoded(commands)
    }

    /// Reads the body of a request about many.
    package func decode(batch body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        var findings = Findings()
        guard let fields = Place(value: try RequestBody.read(body), pointer: "").fields(&findings) else {
            return try findings.decoded([])
        }
        fields.warnOfOthers(than: ["batch", "forceStart"], &findings)
        let candidates = candidates(fields, &findings)
        let commands = commands(for: candidates, of: fields, known: TWINCandidate.fields, &findings)
        return try findings.decoded(commands)
    }

    private func candidates(_ request: Fields, _ findings: inout Findings) -> [Fields] {
        guard let batch = request.required("batch", &findings), let places = batch.elements(&findings) else {
            return []
        }
        guard !places.isEmpty, places.count <= Self.mostCandidates else {
            findings.fault(
                batch.pointer, places.isEmpty ? .empty : .tooMany, "The batch has \(places.count) candidates.",
                "Send 1 to \(Self.mostCandidates) in an array.")
            return []
        }
        return places.compactMap { $0.fields(&findings) }
    }

    /// The additions, then the start of each task, if it is asked for.
    private func commands(
        for candidates: [Fields], of request: Fields, known: [String], _ findings: inout Findings
    ) -> [EngineCommand] {
        let isStarted = request["forceStart"]?.boolean(&findings) ?? false
        var additions = TWINAdditions(zones: context.zones)
        for (index, fields) in candidates.enumerated() {
            fields.warnOfOthers(than: known, &findings)
            guard let (id, task) = task(of: fields, &findings) else { continue }
            additions.add(fields, row: index + 1, to: id, task, &findings)
        }
        return additions.commands + (isStarted ? additions.order.map { .control(.start, campaign: $0) } : [])
    }

    private func task(of fields: Fields, _ findings: inout Findings) -> (String, TWINTask)? {
        guard let place = fields.required("autoCallId", &findings), let id = place.text(&findings) else { return nil }
        guard let task = tasks[id] else {
            findings.fault(
                place.pointer, .unknownCampaign, "There is no task `\(id.prefix(60))`.",
                "Use the id.identity that autoCall answered.")
            return nil
        }
        return (id, task)
    }
}

/// Candidates in the order of the request, those of one task together.
private struct TWINAdditions {
    let zones: ZoneDirectory
    /// The ids of the tasks.
    private(set) var order: [String] = []
    private var contacts: [String: [ContactDraft]] = [:]
    private var forms: [PhoneNormalisation: NumberForm] = [:]

    init(zones: ZoneDirectory) { self.zones = zones }

    mutating func add(
        _ fields: Fields, row: Int, to id: String, _ task: TWINTask, _ findings: inout Findings
    ) {
        if contacts[id] == nil { order.append(id) }
        let form = NumberForm(task.normalisation, zones: zones)
        let candidate = TWINCandidate(task: task, row: row)
        let contact = candidate.read(fields, by: &forms[task.normalisation, default: form], &findings)
        contacts[id, default: []] += contact.map { [$0] } ?? []
    }

    /// A task of which every candidate was left out gets none.
    var commands: [EngineCommand] {
        order.compactMap { id in
            contacts[id].flatMap { $0.isEmpty ? nil : .addContacts($0, campaign: id) }
        }
    }
}
