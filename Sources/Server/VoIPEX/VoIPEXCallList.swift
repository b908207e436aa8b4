import CampaignModel

/// The codec of `POST /dialer/call-lists`.
///
/// Numbers that nobody could be called by are reported and left out; `numbersCount` of the answer counts the others.
package struct VoIPEXCallList: Sendable {
    private let context: RequestContext

    package init(context: RequestContext) { self.context = context }

    /// Reads the body of a request.
    package func decode(_ body: [UInt8]) throws(RequestFaults) -> DecodedRequest {
        var findings = Findings()
        guard let fields = Place(value: try RequestBody.read(body), pointer: "").fields(&findings) else {
            return try findings.decoded([])
        }
        fields.warnOfOthers(than: ["name", "numbers"], &findings)
        var list = NumberListDraft(name: fields.required("name", &findings)?.text(&findings) ?? "", numbers: [])
        var form = NumberForm(zones: context.zones)
        let entries = fields.required("numbers", &findings)?.elements(&findings) ?? []
        for (index, entry) in entries.enumerated() { add(entry, row: index + 1, to: &list, by: &form) }
        return try findings.decoded([.makeList(list)])
    }

    private func add(_ entry: Place, row: Int, to list: inout NumberListDraft, by form: inout NumberForm) {
        var findings = Findings()
        if let number = number(entry, row: row, by: &form, &findings) { list.numbers.append(number) }
        list.refused += findings.faults
    }

    private func number(
        _ place: Place, row: Int, by form: inout NumberForm, _ findings: inout Findings
    ) -> NumberDraft? {
        guard let fields = place.fields(&findings), let phone = fields.required("number", &findings) else { return nil }
        let attributes = fields["attributes"].map { [PolicyValue.Member("attributes", $0.value)] } ?? []
        guard fields["attributes"] == nil || fields["attributes"]?.elements(&findings) != nil else { return nil }
        do throws(RequestFaults) {
            return try NumberEntry(phone: phone, payload: attributes).draft(row: row, by: &form)
        } catch {
            for fault in error.faults { findings.add(fault) }
            return nil
        }
    }

    /// The body of a request that makes this list.
    package static func encode(_ list: NumberListDraft) -> PolicyValue {
        let numbers = list.numbers.map { number in
            PolicyValue.object([
                .init("number", .string(number.phone.text)),
                .init("attributes", number.payloadValue["attributes"] ?? .array([])),
            ])
        }
        return .object([.init("name", .string(list.name)), .init("numbers", .array(numbers))])
    }
}
