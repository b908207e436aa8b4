import CampaignModel
import CivilTime
import FoundationEssentials

/// The codec of `POST /cis/api/v1/telephony/autoCall` (campaigns.md 9).
package struct TWINAutoCall: Sendable {
    static let surface = "TWIN"
    private let context: RequestContext

    /// - Parameter context: its zone is that of the account, on whose wall `startMoment` is.
    package init(context: RequestContext) { self.context = context }

    /// Reads the body of a request.
    package func decode(_ body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        var reader = AutoCallReader(context: context)
        let place = Place(value: try RequestBody.read(body), pointer: "")
        if let fields = place.fields(&reader.findings) { reader.read(fields) }
        return try reader.findings.decoded([.makeCampaign(reader.draft)])
    }

    /// The fields that the engine says again itself; the others are kept.
    static let read = [
        "name", "defaultExecData", "startType", "startMoment", "lifetime", "callStrategy", "cps", "phoneNormalization",
        "normalizationErrorAction", "additionalOptions", "redialStrategyOptions",
    ]
    static let kept = [
        "taskComment", "scheduleId", "defaultExec", "secondExec", "secondExecData", "cidType", "cidData", "checkPhone",
        "sendReportAfterFinish", "webhookUrls",
    ]
}

/// An autoCall request while it is being read.
struct AutoCallReader {
    let context: RequestContext
    var findings = Findings()
    var draft = CampaignDraft(name: "", surface: TWINAutoCall.surface)

    init(context: RequestContext) {
        self.context = context
        draft.pacing = Pacing(lines: context.lines)
        draft.zone = context.zone
        // Candidates come by other requests; the task ends by its lifetime or by `halted`.
        draft.isInputOpen = true
    }

    mutating func read(_ fields: Fields) {
        fields.warnOfOthers(than: TWINAutoCall.read + TWINAutoCall.kept, which: "has no effect", &findings)
        draft.kept = fields.members.without(TWINAutoCall.read)
        draft.name = fields.required("name", &findings)?.text(&findings) ?? ""
        readBot(fields)
        readStart(fields)
        readRate(fields)
        readStrategy(fields)
        readPhones(fields)
        checkCall(fields)
        readOptions(fields)
        readRedials(fields)
    }

    private mutating func readBot(_ fields: Fields) {
        _ = fields.required("defaultExec", &findings)?.word(["robot"], &findings)
        draft.bot = fields.required("defaultExecData", &findings)?.text(&findings)
    }

    private mutating func readStart(_ fields: Fields) {
        draft.lifetimeInSeconds = fields["lifetime"]?.whole(1...Int(Int32.max), &findings)
        let type = fields.required("startType", &findings)?.word(["manual", "time"], &findings)
        guard type == "time", let place = fields.required("startMoment", &findings) else { return }
        guard let text = place.value.text, text.count == 16, let moment = moment(text, at: place) else {
            return badMoment(place)
        }
        if moment < context.now {
            findings.warn(
                place.pointer, "startMoment `\(text)` has passed (\(moment.isoText)); the task starts at once.")
        } else if TWINAutoCall.wallText(moment, in: context.clock ?? .utc) != text {
            findings.warn(
                place.pointer,
                "The clock never shows startMoment `\(text)`; the task starts when it is put forward: \(moment.isoText)."
            )
        }
        draft.start = .at(moment)
    }

    /// A time that the clock skips is the moment of the skip, one that it shows twice the first of the two (campaigns.md 4.3).
    private mutating func moment(_ text: String, at place: Place) -> Date? {
        guard Date(iso: text) == nil, !text.contains("T") else { return nil }
        if context.clock == nil {
            findings.warn(place.pointer, "The account has no zone; startMoment is read in UTC.")
            draft.zone = "UTC"
        }
        return Date(iso: text, zone: context.clock ?? .utc)
    }

    private mutating func badMoment(_ place: Place) {
        findings.fault(
            place.pointer, .badDate, "startMoment is \(place.value.described), not a date with a time.",
            "Write YYYY-MM-DD HH:MM on the account's clock: \"2026-11-23 10:00\".")
    }

    private mutating func readStrategy(_ fields: Fields) {
        let word = fields["callStrategy"]?.word(["STEP_2_STEP", "PARALLEL"], &findings)
        guard word == "PARALLEL" else { return }
        draft.strategy = .inTurn
        guard let rate = draft.pacing.callsPerSecond, rate <= 1 else { return }
        findings.warn(
            fields.pointer(to: "callStrategy"),
            "PARALLEL with cps up to 1 leaves candidates waiting for each other; give a cps above 1.01.")
    }

    private mutating func readPhones(_ fields: Fields) {
        guard fields["phoneNormalization"]?.word(["RU"], &findings) != nil else {
            let pointer = fields.pointer(to: "normalizationErrorAction")
            if let action = fields["normalizationErrorAction"] {
                findings.warn(pointer, "normalizationErrorAction has no effect without phoneNormalization.")
                draft.kept.append(.init("normalizationErrorAction", action.value))
            }
            return
        }
        draft.normalisation = .russian
        let action = fields["normalizationErrorAction"]?.word(TWINAutoCall.actions.map(\.word), &findings)
        draft.badPhones = TWINAutoCall.actions.first { $0.word == action }?.badPhones ?? .skip
    }
}

extension TWINAutoCall {
    static let actions: [(word: String, badPhones: CampaignDraft.BadPhones)] = [
        ("IGNORE_NORMALIZATION_ERROR", .skip), ("SET_NORMALIZATION_ERROR_FLAG", .flag),
    ]

    /// `2026-11-23 10:00`.
    static func wallText(_ moment: Date, in zone: Zone) -> String {
        let text = zone.localTime(at: moment).description
        return String(text.prefix(16)).replacing("T", with: " ")
    }
}
