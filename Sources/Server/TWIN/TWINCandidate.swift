import CampaignModel
import CivilTime

/// Reads one candidate: a person with one or several phones.
struct TWINCandidate {
    static let fields = ["autoCallId", "phone", "variables", "callbackData", "clientExternalId", "timezone"]
    let task: TWINTask
    /// From 1, in the order of the request.
    let row: Int

    func read(_ fields: Fields, by form: inout NumberForm, _ findings: inout Findings) -> ContactDraft? {
        let variables = fields["variables"]?.fields(&findings)?.members ?? []
        let name = fields["clientExternalId"]?.textOrNumber(&findings)
        let callback = fields["callbackData"].flatMap { $0.fields(&findings) == nil ? nil : $0.value }
        var policy: [PolicyValue.Member] = []
        if let zone = zone(fields, &findings) { policy.append(.init("gmtZone", .string(zone))) }
        if let name { policy.append(.init("contact", .string(name))) }
        var contact = ContactDraft(
            externalId: name, strategy: task.strategy, callbackData: callback?.jsonText, numbers: [])
        for phone in phones(fields, &findings) {
            let entry = NumberEntry(phone: phone, payload: variables, policy: policy)
            add(entry, to: &contact, by: &form, &findings)
        }
        if contact.numbers.isEmpty, contact.invalidPhones.isEmpty { return nil }
        return contact
    }

    /// A single phone may stand without an array around it.
    private func phones(_ fields: Fields, _ findings: inout Findings) -> [Place] {
        guard let place = fields.required("phone", &findings) else { return [] }
        if case .array(let phones) = place.value {
            if phones.isEmpty {
                findings.fault(
                    place.pointer, .empty, "The candidate has no phone.", "Give one at least: [\"79990000000\"].")
            }
            return phones.enumerated().map { Place(value: $1, pointer: "\(place.pointer)/\($0)") }
        }
        return [place]
    }

    private func add(
        _ entry: NumberEntry, to contact: inout ContactDraft, by form: inout NumberForm, _ findings: inout Findings
    ) {
        do throws(RequestFaults) {
            let number = try entry.draft(row: row, by: &form)
            if let trouble = trouble(with: number.phone) {
                return leaveOut(entry.phone, trouble, of: &contact, &findings)
            }
            contact.numbers.append(number)
        } catch {
            let isOfPhone = error.faults.allSatisfy { $0.code == RequestFault.Code.phone.rawValue }
            if task.normalisation == .russian, isOfPhone, let fault = error.faults.first {
                return leaveOut(entry.phone, fault.message, of: &contact, &findings)
            }
            for fault in error.faults { findings.add(fault) }
        }
    }

    private func leaveOut(_ phone: Place, _ trouble: String, of contact: inout ContactDraft, _ findings: inout Findings)
    {
        let isKept = task.badPhones == .flag
        if isKept { contact.invalidPhones.append(phone.value.text ?? phone.value.jsonText) }
        findings.warn(phone.pointer, trouble + (isKept ? " It is added and never called." : " It is left out."))
    }

    /// Why a phone has no Russian form.
    private func trouble(with phone: ImportedPhone) -> String? {
        guard task.normalisation == .russian, phone.key.utf8.count != 11 || !phone.key.hasPrefix("7") else {
            return nil
        }
        return "The phone `\(phone.text)` is not a Russian one."
    }

    /// One client sends minutes, the vendor's page shows seconds: more than a day's minutes are seconds.
    private func zone(_ fields: Fields, _ findings: inout Findings) -> String? {
        guard let place = fields["timezone"] else { return nil }
        let given = place.value.text.flatMap(Double.init)
        guard case .number(let number) = given.map({ .number($0) }) ?? place.value, let value = Int(exactly: number),
            abs(value) <= 18 * 3600
        else {
            findings.fault(
                place.pointer, .badZone, "\(place.name) is \(place.value.described), not an offset from UTC.",
                "Write seconds or minutes east of Greenwich: 10800 or 180.")
            return nil
        }
        return Self.offsetText(abs(value) > 1440 ? value : value * 60)
    }

    private static func offsetText(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let rest = abs(seconds) % 60
        let clock = DayInterval.clockText(minutes)
        return (seconds < 0 ? "-" : "+") + clock + (rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + "\(rest)")
    }
}
