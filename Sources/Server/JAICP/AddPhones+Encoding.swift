import CampaignModel

extension AddPhones {
    /// The body of a request that adds these numbers; phones as texts, dates in UTC.
    package static func encode(_ numbers: [NumberDraft]) -> PolicyValue {
        .array(numbers.map(encode))
    }

    private static func encode(_ number: NumberDraft) -> PolicyValue {
        var members = [PolicyValue.Member("phone", .string(number.phone.text))]
        if !number.payloadValue.members.isEmpty { members.append(.init("payload", number.payloadValue)) }
        members += number.policy.value.members
        if let zone = number.zone { members.append(.init("gmtZone", .string(zone))) }
        return .object(members)
    }
}
