import CampaignModel
import CivilTime

/// The codec of `POST /dialer/campaigns` (campaigns.md 8).
package struct VoIPEXCampaign: Sendable {
    static let surface = "VoIPEX"
    private let context: RequestContext
    /// `nil`: not looked at.
    private let knownLists: Set<String>?
    private let knownBots: Set<String>?

    package init(context: RequestContext, knownLists: Set<String>? = nil, knownBots: Set<String>? = nil) {
        self.context = context
        self.knownLists = knownLists
        self.knownBots = knownBots
    }

    /// Reads the body of a request.
    package func decode(_ body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        var findings = Findings()
        guard let fields = Place(value: try RequestBody.read(body), pointer: "").fields(&findings) else {
            return try findings.decoded([])
        }
        fields.warnOfOthers(than: Self.read + ["callerId"], which: "has no effect", &findings)
        let draft = draft(fields, &findings)
        return try findings.decoded([.makeCampaign(draft)])
    }

    /// What the engine says again itself.
    private static let read = ["name", "activePeriod", "callLists", "rescheduleRules", "ivr", "endpoint"]

    private func draft(_ fields: Fields, _ findings: inout Findings) -> CampaignDraft {
        let name = fields.required("name", &findings)?.text(&findings)
        var draft = CampaignDraft(name: name ?? "", surface: Self.surface)
        _ = fields.required("callerId", &findings)?.textOrNumber(&findings)
        draft.defaultPolicy = policy(fields, &findings)
        draft.lists = lists(fields, &findings)
        draft.retryRules = rules(fields, &findings)
        draft.bot = bot(fields, &findings)
        draft.kept = fields.members.without(Self.read)
        draft.pacing = Pacing(lines: context.lines)
        readEndpoint(fields, &draft, &findings)
        // The hours are on the wall of the installation, not of the callee.
        draft.zone = context.zone
        return draft
    }

    private func policy(_ fields: Fields, _ findings: inout Findings) -> CallPolicy {
        guard let period = fields.required("activePeriod", &findings)?.fields(&findings) else { return CallPolicy() }
        period.warnOfOthers(than: ["startTime", "endTime", "weekDays"], &findings)
        let from = clock(period.required("startTime", &findings), latest: 1439, &findings)
        let to = clock(period.required("endTime", &findings), latest: 1440, &findings)
        var policy = CallPolicy(allowedDays: days(period, &findings))
        guard let from, let to else { return policy }
        if from == to {
            findings.fault(
                period.pointer, .emptyInterval,
                "The active period begins and ends at \(DayInterval.clockText(from)), which could mean nothing or a whole day.",
                "For a whole day write 00:00 to 24:00.")
        }
        policy.allowedTime = AllowedTime(byDefault: [DayInterval(from: from, to: to)])
        return policy
    }

    private func clock(_ place: Place?, latest: Int, _ findings: inout Findings) -> Int? {
        guard let place else { return nil }
        guard let minutes = place.value.text.flatMap(DayInterval.minutes), minutes <= latest else {
            findings.fault(
                place.pointer, .badClock, "\(place.name) is \(place.value.described), not a time of day.",
                "Write HH:mm: \"09:30\"\(latest == 1440 ? ", at most \"24:00\"" : "").")
            return nil
        }
        return minutes
    }

    private func days(_ period: Fields, _ findings: inout Findings) -> Set<Weekday>? {
        guard let place = period.required("weekDays", &findings), let elements = place.elements(&findings) else {
            return nil
        }
        if elements.isEmpty {
            findings.fault(
                place.pointer, .empty, "\(place.name) names no day.", "Name some of 1 (Monday) to 7 (Sunday).")
        }
        return Set(elements.compactMap { $0.whole(1...7, &findings) }.map { Weekday.allCases[$0 - 1] })
    }

    private func lists(_ fields: Fields, _ findings: inout Findings) -> [String] {
        let places = fields.required("callLists", &findings)?.elements(&findings) ?? []
        return places.compactMap { place in
            let id = place.whole(0...Int(Int32.max), &findings).map(String.init)
            if let id, let knownLists, !knownLists.contains(id) {
                findings.fault(
                    place.pointer, .unknownList, "There is no call list \(id).",
                    "Make it first, or take its id from the answer.")
            }
            return id
        }
    }

    private func bot(_ fields: Fields, _ findings: inout Findings) -> String? {
        guard let place = fields.required("ivr", &findings), let id = place.text(&findings) else { return nil }
        if let knownBots, !knownBots.contains(id) {
            findings.fault(place.pointer, .unknownBot, "There is no IVR application `\(id)`.", "GET /ivr lists them.")
        }
        return id
    }
}
