import CampaignModel

/// A phone with its payload, as surfaces give them beside what is their own.
struct NumberEntry {
    let phone: Place
    var payload: [PolicyValue.Member] = []
    var policy: [PolicyValue.Member] = []

    /// The number, or everything that is wrong with it.
    ///
    /// - Parameter row: from 1, in the order of the request.
    func draft(row: Int, by form: inout NumberForm) throws(RequestFaults) -> NumberDraft {
        do throws(ImportFaults) {
            let fields = [PolicyValue.Member("phone", phone.value), .init("payload", .object(payload))] + policy
            return try form.draft(row: row, members: fields)
        } catch {
            throw RequestFaults(error.faults.map { RequestFault($0, at: phone.pointer) })
        }
    }
}

extension RequestFault {
    /// Of a phone that nobody could be called by, whatever is wrong with it, the code is `phone`.
    private static let ofPhones = [ImportFault.Code.phoneMissing, .phoneExponent, .phoneDecimal, .formula].map(
        \.rawValue)

    /// What is wrong with a number, at its place in a request.
    init(_ fault: ImportFault, at pointer: String) {
        let isOfPhone = Self.ofPhones.contains(fault.code)
        let message = fault.code == ImportFault.Code.phoneMissing.rawValue ? "There is no phone." : fault.message
        self.init(pointer, code: isOfPhone ? Code.phone.rawValue : fault.code, message, hint: fault.hint)
    }
}

extension NumberDraft {
    /// What the script is given, as a value.
    var payloadValue: PolicyValue { (try? PolicyValue(json: payload)) ?? .object([]) }
}
