import CampaignModel
import CivilTime
import FoundationEssentials

extension TWINCandidates {
    /// The body of a batch that asks for these commands; what is no addition and no start is left out.
    package static func encode(_ commands: [EngineCommand], zones: ZoneDirectory = .system) -> PolicyValue {
        var candidates: [PolicyValue] = []
        var isStarted = false
        for command in commands {
            switch command {
            case .addContacts(let contacts, let id): candidates += contacts.map { encode($0, id, zones) }
            case .control(.start, _): isStarted = true
            default: break
            }
        }
        return .object([.init("forceStart", .boolean(isStarted)), .init("batch", .array(candidates))])
    }

    private static func encode(_ contact: ContactDraft, _ id: String, _ zones: ZoneDirectory) -> PolicyValue {
        let phones = contact.numbers.map(\.phone.text) + contact.invalidPhones
        var members: [PolicyValue.Member] = [
            .init("autoCallId", .string(id)), .init("phone", .array(phones.map { .string($0) })),
        ]
        let first = contact.numbers.first
        if let variables = first?.payloadValue, !variables.members.isEmpty {
            members.append(.init("variables", variables))
        }
        if let data = contact.callbackData.flatMap({ try? PolicyValue(json: $0) }) {
            members.append(.init("callbackData", data))
        }
        if let name = contact.externalId { members.append(.init("clientExternalId", .string(name))) }
        if let zone = first?.zone.flatMap({ try? Zone.named($0, in: zones) }), zone.isFixed {
            // In seconds, as the vendor's page shows it, unless those would be read as minutes.
            let seconds = zone.offset(at: Date(timeIntervalSince1970: 0))
            members.append(.init("timezone", .number(Double(abs(seconds) > 1440 ? seconds : seconds / 60))))
        }
        return .object(members)
    }
}
