import FoundationEssentials

/// One phone number of a campaign and what is planned for it: the number job of campaigns.md 2 and 3.
package struct CampaignNumber: Sendable, Hashable {
    package var id: String
    package var campaignId: String
    /// 1, 2, 3 … in each campaign: the order in which they were added.
    package var seq: Int
    /// The phone as it was given; reports show it so.
    package var phone: String
    /// The digits that the phone is called by: what makes two spellings one number. An import may read a national spelling
    /// as the international one (`PhoneNormalisation`).
    package var phoneKey: String
    /// JSON that the script reads by `$dialer.getPayload()`.
    package var payload: String
    /// What was given for this number only; absent fields are the campaign's.
    package var policy: CallPolicy
    /// The zone of the callee, as given.
    package var zone: String?
    package var state: NumberState
    /// Why the number is in this state: a stable word (`WaitReason`, an outcome), then details for people; never empty.
    package var reason: String
    /// The series that plans the next attempts; `nil` when nothing is planned.
    package var currentSeriesId: String?
    /// The earliest moment of the next attempt, moved into an allowed window.
    package var nextDueAt: Date?
    /// Whether it may be called as soon as a line is free: `nextDueAt` has come and the window is open.
    package var isDue: Bool
    /// The allowed stretch in which `nextDueAt` lies; no end: `nil`.
    package var windowStart: Date?
    package var windowEnd: Date?
    /// The moment at which time changes something: the number becomes due, or its window closes.
    package var turnsAt: Date?
    /// 1 (first) to 5.
    package var priority: Int
    /// The person whose phone it is, when that person may have several.
    package var contactId: String?
    /// From 0, among the phones of its contact.
    package var placeInContact: Int
    /// How many series it has had.
    package var seriesCount: Int
    /// Attempts that rang or may have.
    package var attemptsTotal: Int
    /// With those of which it was proved that nothing rang.
    package var attemptsBegun: Int
    /// Attempts made in redial series; all of them together stay within the campaign's `maxAttempts` (campaigns.md 5.3).
    package var attemptsExtra: Int
    /// `$client` as stores of version 1 kept it, for all bots together; the first bot that calls takes it. Not part of events.
    package var client: String?
    package var addedAt: Date

    package init(
        id: String, campaignId: String, seq: Int = 0, phone: String, phoneKey: String? = nil, payload: String = "{}",
        policy: CallPolicy = CallPolicy(),
        zone: String? = nil, state: NumberState = .planned, reason: String, addedAt: Date
    ) {
        self.id = id
        self.campaignId = campaignId
        self.seq = seq
        self.phone = phone
        self.phoneKey = phoneKey ?? Self.key(of: phone)
        self.payload = payload
        self.policy = policy
        self.zone = zone
        self.state = state
        self.reason = reason
        isDue = false
        priority = policy.dialerPriority ?? 5
        placeInContact = 0
        seriesCount = 0
        self.attemptsTotal = 0
        attemptsBegun = 0
        self.attemptsExtra = 0
        self.addedAt = addedAt
    }

    /// Whether anything but its phone, its zone and its payload was given for it alone: such numbers come first (campaigns.md 6.1).
    package var hasOwnPolicy: Bool {
        var rest = policy
        (rest.gmtZone, rest.dialerPriority) = (nil, nil)
        return rest != CallPolicy()
    }

    /// The digits of a phone, or the phone as it is when it has none (a SIP name).
    package static func key(of phone: String) -> String {
        let digits = String(phone.filter { $0.isASCII && $0.isNumber })
        return digits.isEmpty ? phone : digits
    }
}

/// Where a number stands (campaigns.md 3, "Number job"; the names are those of campaign-cli.md).
package enum NumberState: String, Sendable, Hashable, Codable, CaseIterable {
    case planned, waiting, committed, inCall, onRetry
    case done, notDone, nonexistent, canceled, suppressed, invalid, uncertain

    /// Whether no attempt follows unless a new series is opened.
    package var isFinal: Bool {
        switch self {
        case .planned, .waiting, .committed, .inCall, .onRetry: false
        case .done, .notDone, .nonexistent, .canceled, .suppressed, .invalid, .uncertain: true
        }
    }
}
