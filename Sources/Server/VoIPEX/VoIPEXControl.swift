import CampaignModel

/// The codec of `PUT /dialer/campaigns/:id/control`.
package enum VoIPEXControl {
    private static let words: [(word: String, control: CampaignControl)] = [
        ("start", .start), ("pause", .pause), ("unpause", .resume), ("reload", .reload), ("remove", .remove),
    ]

    /// Reads the body of a request about the campaign with that id.
    package static func decode(_ body: [UInt8], campaign: String) throws(RequestFaults) -> DecodedRequest {
        var findings = Findings()
        let fields = Place(value: try RequestBody.read(body), pointer: "").fields(&findings)
        fields?.warnOfOthers(than: ["command"], &findings)
        let word = fields?.required("command", &findings)?.word(words.map(\.word), &findings)
        let commands = words.filter { $0.word == word }.map { EngineCommand.control($0.control, campaign: campaign) }
        return try findings.decoded(commands)
    }

    /// The body that asks for it; `nil` for what this surface has no word for.
    package static func encode(_ control: CampaignControl) -> PolicyValue? {
        words.first { $0.control == control }.map { .object([.init("command", .string($0.word))]) }
    }
}
