import CampaignModel

/// The bytes of a request as a value.
enum RequestBody {
    static func read(_ body: some Collection<UInt8>) throws(RequestFaults) -> PolicyValue {
        guard let text = String(validating: body, as: UTF8.self) else {
            throw RequestFaults([
                RequestFault("", .malformedJSON, "The request is not UTF-8.", hint: "Send the JSON text in UTF-8.")
            ])
        }
        do throws(PolicyFaults) {
            return try PolicyValue(json: text)
        } catch {
            throw RequestFaults(error.faults.map(about))
        }
    }

    /// The reader of JSON speaks of policies.
    private static func about(_ fault: PolicyFault) -> RequestFault {
        let of = "The policy"
        let message = fault.message.hasPrefix(of) ? "The request" + fault.message.dropFirst(of.count) : fault.message
        return RequestFault("", .malformedJSON, message, hint: "Correct the text there.")
    }
}

extension PolicyValue {
    var members: [Member] { if case .object(let members) = self { members } else { [] } }

    var elements: [PolicyValue] { if case .array(let elements) = self { elements } else { [] } }

    var text: String? { if case .string(let text) = self { text } else { nil } }

    /// A field of an object; of a repeated one the last.
    subscript(name: String) -> PolicyValue? { members.last { $0.name == name }?.value }
}

extension [PolicyValue.Member] {
    /// Without those fields.
    func without(_ names: [String]) -> [PolicyValue.Member] {
        filter { !names.contains($0.name) }
    }
}
