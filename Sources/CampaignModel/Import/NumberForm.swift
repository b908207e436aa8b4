import CivilTime

/// Files of numbers: a phone and, beside it, whatever `addPhones` takes.
///
/// Most rows of a file have the same policy and zone, so what was found out about one is remembered for the others.
package struct NumberForm: ImportForm {
    let normalisation: PhoneNormalisation
    private let reader: PolicyReader
    private var policies: [PolicyValue: Result<Settings, PolicyFaults>] = [:]
    /// The policy that texts of cells mean, by those texts.
    var cellPolicies: [[String]: PolicyValue] = [:]
    var columns = NumberColumns([])

    private struct Settings {
        var policy: CallPolicy
        var zone: String?
        var notes: [String]
    }

    /// The most that a payload may take as JSON.
    static let largestPayload = 64 * 1024
    static let mostRemembered = 4096

    package init(_ normalisation: PhoneNormalisation = .none, zones: ZoneDirectory = .system) {
        self.normalisation = normalisation
        reader = PolicyReader(.addPhones, zones: zones)
    }

    package mutating func draft(row: Int, members: [PolicyValue.Member]) throws(ImportFaults) -> NumberDraft {
        var fields = NumberFields()
        for member in members where member.value != .null {
            switch member.name {
            case "phone": fields.phone = member.value
            case "payload": fields.payload = member.value
            case "contact": fields.contact = member.value
            default: fields.policy.append(member)
            }
        }
        return try draft(row: row, fields)
    }

    /// Collects every fault, in the order of the fields.
    mutating func draft(row: Int, _ fields: NumberFields) throws(ImportFaults) -> NumberDraft {
        var faults = fields.faults
        let phone = collecting(&faults) { () throws(ImportFault) in try fields.phone(normalisation) }
        let payload = collecting(&faults) { () throws(ImportFault) in try fields.payloadText() }
        let contact = collecting(&faults) { () throws(ImportFault) in try fields.contactText() }
        let settings = settings(fields.policy, &faults)
        guard faults.isEmpty, let phone, let payload, let settings else {
            throw ImportFaults(phone: fields.shownPhone, faults)
        }
        return NumberDraft(
            row: row, phone: phone, payload: payload, policy: settings.policy, zone: settings.zone,
            contact: contact ?? nil, notes: settings.notes)
    }

    private func collecting<Value>(
        _ faults: inout [ImportFault], _ read: () throws(ImportFault) -> Value
    ) -> Value? {
        do { return try read() } catch {
            faults.append(error)
            return nil
        }
    }

    private mutating func settings(_ members: [PolicyValue.Member], _ faults: inout [ImportFault]) -> Settings? {
        let value = PolicyValue.object(members)
        switch remembered(value) {
        case .success(let settings): return settings
        case .failure(let error):
            faults += error.faults.map { ImportFault($0) }
            return nil
        }
    }

    private mutating func remembered(_ value: PolicyValue) -> Result<Settings, PolicyFaults> {
        if let known = policies[value] { return known }
        if policies.count >= Self.mostRemembered { policies.removeAll(keepingCapacity: true) }
        let read = read(value)
        policies[value] = read
        return read
    }

    private func read(_ value: PolicyValue) -> Result<Settings, PolicyFaults> {
        do throws(PolicyFaults) {
            let reading = try reader.read(value)
            var settings = Settings(policy: reading.policy, zone: reading.policy.gmtZone, notes: reading.notes)
            settings.policy.gmtZone = nil
            if let zone = settings.zone, isFixed(zone) { settings.notes.append(Self.fixedOffsetNote(zone)) }
            return .success(settings)
        } catch {
            return .failure(error)
        }
    }

    /// An offset in the place of a place (campaigns.md 4.3, W13); Greenwich itself is meant as it is.
    private func isFixed(_ text: String) -> Bool {
        guard let zone = try? Zone.named(text, in: reader.zones), zone.isFixed else { return false }
        return text.contains { $0 == "+" || $0 == "-" } && !text.contains("/")
    }

    private static func fixedOffsetNote(_ zone: String) -> String {
        "The zone `\(zone)` is an offset, not a place: it knows no summer time, so for half a year calls may come an hour "
            + "off the callee's clock. Name a place, such as America/New_York, where the clock is changed."
    }
}

/// The fields of a number before they are read.
struct NumberFields {
    var phone = PolicyValue.null
    var payload = PolicyValue.null
    /// A payload that is JSON in order already.
    var payloadJSON: String?
    var contact = PolicyValue.null
    var policy: [PolicyValue.Member] = []
    /// What was wrong with cells before they became values.
    var faults: [ImportFault] = []

    var shownPhone: String? {
        switch phone {
        case .string(let text): text.short
        case .number: phone.jsonText
        default: nil
        }
    }

    func phone(_ normalisation: PhoneNormalisation) throws(ImportFault) -> ImportedPhone {
        switch phone {
        case .null: throw .phoneMissing
        case .string(let text): return try ImportedPhone(text, normalisation)
        case .number(let number) where number >= 0 && Int(exactly: number) != nil:
            return try ImportedPhone(phone.jsonText, normalisation)
        default: throw .notAPhone(phone)
        }
    }

    func payloadText() throws(ImportFault) -> String {
        var text = payloadJSON ?? "{}"
        switch payload {
        case .null: break
        case .object: text = payload.canonicalText
        default: throw .notAPayload(payload.described)
        }
        guard text.utf8.count <= NumberForm.largestPayload else { throw .payloadTooLarge(text.utf8.count) }
        return text
    }

    func contactText() throws(ImportFault) -> String? {
        switch contact {
        case .null: return nil
        case .string(let text) where (1...200).contains(text.count): return text
        case .number(let number) where Int(exactly: number) != nil: return contact.jsonText
        default: throw .contact(contact)
        }
    }
}
