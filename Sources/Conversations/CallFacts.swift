import CampaignModel

/// What is fixed for a whole call.
package struct CallFacts: Sendable, Hashable {
    package var number: String
    /// The number's payload as a JSON object.
    package var payload: String
    /// The zone of the call by name: `UTC`, `Europe/Moscow`, `+03:00`.
    package var zone: String
    /// Whether it is a replay, in which `$context.testContext` is there; a call in the console is none.
    package var isTest: Bool
    /// What the phone's side knows besides; empty unless somebody says so.
    package var phone: PhoneFacts {
        get {
            switch kept {
            case .facts(let facts): facts
            }
        }
        set { kept = .facts(newValue) }
    }
    private var kept: Kept

    /// Behind a reference, since every turn copies the facts.
    private indirect enum Kept: Sendable, Hashable { case facts(PhoneFacts) }

    package init(
        number: String, payload: String = "{}", zone: String = "UTC", isTest: Bool = false,
        phone: PhoneFacts = PhoneFacts()
    ) {
        self.number = number
        self.payload = payload
        self.zone = zone
        self.isTest = isTest
        kept = .facts(phone)
    }
}

/// What a telephone exchange and a campaign know of a call; all of it empty, as outside telephony, unless it is given.
package struct PhoneFacts: Sendable, Hashable {
    /// The SIP trunk that the call came or went through.
    package var trunk = ""
    /// Whether the other side rang.
    package var isIncoming = false
    /// The SIP headers of the call, by name as they were written.
    package var headers: [String: String] = [:]
    /// The zone of the callee by name, where somebody knows it.
    package var zone = ""
    /// `nil` for a call of no campaign.
    package var standing: CallStanding?
    package var recording = CallRecording()
    /// What the call began with.
    package var voice = VoiceSettings()
    /// What a test gives as `$request.rawRequest`, a JSON object; its members go before all of the above.
    package var rawRequest: String?
    /// What a test gives as `$request.data`, a JSON object.
    package var requestData: String?

    package init() {}
}

/// Where the sound of a call is kept.
package struct CallRecording: Sendable, Hashable {
    package var path = ""
    /// An address with `{sessionId}` in it.
    package var address = ""
    /// What a download must show.
    package var token = ""

    package init() {}
}

/// What the provider of speech was told: two JSON objects.
package struct VoiceSettings: Sendable, Hashable, Codable {
    /// Of what hears.
    package var asr = "{}"
    /// Of what speaks.
    package var tts = "{}"

    package init() {}
}
