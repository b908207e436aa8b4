import CampaignModel
import CivilTime
import FoundationEssentials

/// The codec of `POST /api/calls/campaign/{token}/addPhones` (campaigns.md 7.2).
///
/// All or nothing: a request with a fault adds no number, and the answer names every fault.
package struct AddPhones: Sendable {
    /// Of one request.
    package static let mostNumbers = 10_000
    /// What addresses the campaign: its token.
    private let campaign: String
    private let context: RequestContext

    package init(campaign: String, context: RequestContext) {
        self.campaign = campaign
        self.context = context
    }

    /// Reads the body of a request.
    package func decode(_ body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        var findings = Findings()
        let elements = elements(try RequestBody.read(body), &findings)
        var form = NumberForm(zones: context.zones)
        let numbers = elements.enumerated().compactMap { index, element in
            number(element, row: index + 1, by: &form, &findings)
        }
        return try findings.decoded([.addNumbers(numbers, campaign: campaign)])
    }

    private func elements(_ body: PolicyValue, _ findings: inout Findings) -> [Place] {
        let right = "Send an array of 1 to \(Self.mostNumbers) numbers: [{\"phone\": \"16500000000\"}]."
        guard case .array(let elements) = body else {
            findings.fault("", .bodyNotArray, "The body is \(body.described), not an array.", right)
            return []
        }
        if elements.isEmpty { findings.fault("", .empty, "The array has no numbers in it.", right) }
        guard elements.count <= Self.mostNumbers else {
            findings.fault("", .tooMany, "The array has \(elements.count) numbers.", right)
            return []
        }
        return elements.enumerated().map { Place(value: $1, pointer: "/\($0)") }
    }

    private func number(
        _ place: Place, row: Int, by form: inout NumberForm, _ findings: inout Findings
    ) -> NumberDraft? {
        guard let fields = place.fields(&findings) else { return nil }
        defer { checkTimes(fields, &findings) }
        do throws(ImportFaults) {
            var draft = try form.draft(row: row, members: members(of: fields, &findings))
            checkFinish(draft, fields, &findings)
            for note in draft.notes { findings.warn(place.pointer, note) }
            clampAttempts(&draft, fields, &findings)
            return draft
        } catch {
            for fault in error.faults { findings.add(RequestFault(fault, of: fields)) }
            return nil
        }
    }

    /// As the reader of numbers takes them: dates with an offset, and no field of ours that this page does not have.
    private func members(of fields: Fields, _ findings: inout Findings) -> [PolicyValue.Member] {
        var members: [PolicyValue.Member] = []
        for member in fields.members {
            if member.name == "contact" {
                findings.warn(fields.pointer(to: "contact"), "`contact` is not a field here and is ignored.")
            } else {
                members.append(.init(member.name, withOffset(member, of: fields, &findings)))
            }
        }
        return members
    }

    /// A date without an offset is on the callee's wall.
    private func withOffset(_ member: PolicyValue.Member, of fields: Fields, _ findings: inout Findings) -> PolicyValue
    {
        guard ["startDateTime", "finishDateTime"].contains(member.name), case .string(let text) = member.value,
            Date(iso: text) == nil, let zone = zone(of: fields), let date = Date(iso: text, zone: zone)
        else { return member.value }
        findings.warn(
            fields.pointer(to: member.name),
            "\(member.name) `\(text)` has no offset; it is read on the callee's clock (\(zone.name)): \(date.isoText).")
        return .date(date)
    }

    private func zone(of fields: Fields) -> Zone? {
        guard let given = fields["gmtZone"]?.value.text else { return context.clock }
        return try? Zone.named(given, in: context.zones)
    }

    /// An empty list of intervals is most likely a slip, and would allow no call on that day.
    private func checkTimes(_ fields: Fields, _ findings: inout Findings) {
        guard let times = fields["allowedTime"], case .object(let days) = times.value else { return }
        for day in days where day.value == .array([]) && (day.name == "default" || Weekday(rawValue: day.name) != nil) {
            findings.fault(
                times.pointer + "/" + day.name, .empty, "allowedTime.\(day.name) has no intervals.",
                "Give one, or leave the day out; days without calls are left out of allowedDays.")
        }
    }

    private func checkFinish(_ draft: NumberDraft, _ fields: Fields, _ findings: inout Findings) {
        guard let finish = draft.policy.finish, finish <= context.now else { return }
        findings.fault(
            fields.pointer(to: "finishDateTime"), .finishPassed,
            "finishDateTime (\(finish.isoText)) has already passed; it is \(context.now.isoText).",
            "Make it a later moment, or leave it out.")
    }

    private func clampAttempts(_ draft: inout NumberDraft, _ fields: Fields, _ findings: inout Findings) {
        guard let most = context.mostAttempts, let given = draft.policy.maxAttempts, given > most else { return }
        draft.policy.maxAttempts = most
        findings.warn(
            fields.pointer(to: "maxAttempts"), "maxAttempts \(given) is above the campaign's \(most); \(most) is used.")
    }
}

extension RequestFault {
    /// The codes of this page where they are not those of policies.
    private static let codes = [
        PolicyFault.Code.boundMissing.rawValue: Code.intervalBounds,
        PolicyFault.Code.badClock.rawValue: .intervalBounds,
        PolicyFault.Code.emptyInterval.rawValue: .intervalBounds, PolicyFault.Code.finishInPast.rawValue: .finishPassed,
    ]

    fileprivate init(_ fault: ImportFault, of fields: Fields) {
        let told = RequestFault(fault, at: Self.pointer(fault, in: fields))
        self.init(told.pointer, code: Self.codes[told.code]?.rawValue ?? told.code, told.message, hint: told.hint)
    }

    /// `allowedTime.mon[1].localTimeTo` of the reader of policies as a pointer.
    private static func pointer(_ fault: ImportFault, in fields: Fields) -> String {
        guard !fault.field.isEmpty else { return fields.pointer }
        // The key that is no weekday may itself have points and brackets.
        if fault.code == "badDay", fault.field.hasPrefix("allowedTime.") {
            let day = String(fault.field.dropFirst("allowedTime.".count))
            return Fields([], at: fields.pointer(to: "allowedTime")).pointer(to: day)
        }
        let steps = fault.field.split { ".[]".contains($0) }
        return steps.reduce(fields.pointer) { $0 + "/" + $1 }
    }
}
