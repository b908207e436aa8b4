/// A number as an import gives it: right in itself, not yet seen beside its campaign.
package struct NumberDraft: Sendable, Hashable {
    /// Of the file, as `ImportFault.row`.
    package var row: Int
    package var phone: ImportedPhone
    /// An object as JSON, its keys in order, so that equal payloads are equal texts.
    package var payload: String
    /// As it was given for this number; its zone is in `zone`.
    package var policy: CallPolicy
    package var zone: String?
    /// What the file calls the person by, the same for each of that person's phones.
    package var contact: String?
    /// What was changed or ignored, and what people should know.
    package var notes: [String]

    package init(
        row: Int, phone: ImportedPhone, payload: String = "{}", policy: CallPolicy = CallPolicy(), zone: String? = nil,
        contact: String? = nil, notes: [String] = []
    ) {
        (self.row, self.phone, self.payload) = (row, phone, payload)
        (self.policy, self.zone, self.contact, self.notes) = (policy, zone, contact, notes)
    }
}

extension PolicyValue {
    /// One line of JSON in which the keys of objects are in order; of a repeated key the last one counts.
    var canonicalText: String { canonical.jsonText }

    private var canonical: PolicyValue {
        switch self {
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let members):
            .object(
                Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
                    .sorted { $0.key < $1.key }.map { Member($0.key, $0.value.canonical) })
        default: self
        }
    }
}
