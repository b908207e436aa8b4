extension LegalProfile {
    /// Reads a profile file: `{"name":"…","version":"…","source":"…","hours":{…}}`, hours as `allowedTime` of a policy.
    package init(json text: String) throws(PolicyFaults) {
        guard case .object(let members) = try PolicyValue(json: text) else {
            throw PolicyFaults([Self.fault("", .notAnObject, "A profile is an object.")])
        }
        let fields = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
        for member in members where !["name", "version", "source", "hours"].contains(member.name) {
            throw PolicyFaults([Self.fault(member.name, .missing, "`\(member.name)` is not a field of a profile.")])
        }
        guard case .string(let name)? = fields["name"], !name.isEmpty else {
            throw PolicyFaults([Self.fault("name", .missing, "The profile has no name.")])
        }
        guard let given = fields["hours"] else {
            throw PolicyFaults([Self.fault("hours", .missing, "The profile has no hours.")])
        }
        let policy = try PolicyReader(.addPhones).read(.object([.init("allowedTime", given)])).policy
        self.init(
            name: name, version: Self.text(fields["version"]) ?? "1", source: Self.text(fields["source"]),
            hours: policy.allowedTime)
    }

    private static func text(_ value: PolicyValue?) -> String? {
        switch value {
        case .string(let text): text
        case .number: value?.jsonText
        default: nil
        }
    }

    private static func fault(_ path: String, _ code: PolicyFault.Code, _ message: String) -> PolicyFault {
        PolicyFault(
            path: path, code: code, message: message,
            hint:
                #"Write {"name": "mine", "version": "1", "source": "where the rule is written", "hours": {"default": [{"localTimeFrom": "09:00", "localTimeTo": "20:00"}]}}."#
        )
    }
}
