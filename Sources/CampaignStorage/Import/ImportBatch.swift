import CampaignModel
import FoundationEssentials

/// The rows of one transaction on their way to numbers.
struct ImportBatch {
    private(set) var verdicts: [ImportVerdict] = []
    private let transaction: any CampaignTransaction
    private let campaign: Campaign
    private let now: Date
    private var plans: FirstPlans
    private var known: [SameNumber: String]
    private let suppressions: [String: [Suppression]]
    private var contacts: [String: ContactPhones] = [:]
    private var records: [CampaignRecord] = []
    private var seq: Int

    /// So long the same number is not added again (campaigns.md 7.3).
    private static let memory: TimeInterval = 86_400

    init(
        _ drafts: [NumberDraft], of campaign: Campaign, book: ScheduleBook, at now: Date,
        _ transaction: any CampaignTransaction
    ) throws(StoreError) {
        (self.transaction, self.campaign, self.now) = (transaction, campaign, now)
        plans = FirstPlans(campaign, book: book, at: now)
        let keys = Array(Set(drafts.map { $0.phone.key }))
        let since = now.addingTimeInterval(-Self.memory)
        let added = try transaction.numbers(phoneKeys: keys, ofCampaign: campaign.id).filter { $0.addedAt > since }
        known = Dictionary(added.map { (SameNumber($0), $0.id) }, uniquingKeysWith: { first, _ in first })
        let isListEmpty = try transaction.suppressions(after: "", limit: 1).isEmpty
        let entries = isListEmpty ? [] : try transaction.suppressions(ofPhones: keys)
        suppressions = Dictionary(grouping: entries, by: \.phoneKey)
        seq = try transaction.lastNumberSeq(ofCampaign: campaign.id)
        records.reserveCapacity(drafts.count)
    }

    mutating func take(
        _ row: ImportedRow<NumberDraft>, using identifiers: inout any RandomNumberGenerator
    ) throws(StoreError) {
        switch row {
        case .draft(let draft): try take(draft, using: &identifiers)
        case .refused(let refusal):
            verdicts.append(ImportVerdict(row: refusal.row, phone: refusal.phone, outcome: .refused(refusal.faults)))
        }
    }

    /// Writes the numbers and contacts with one line of the log.
    func save(actor: String) throws(StoreError) {
        guard !records.isEmpty else { return }
        let cause = CampaignEventCause(.numbersImported, at: now, actor: actor, campaignId: campaign.id)
        try transaction.save([RecordChange(records, because: cause)])
    }

    private mutating func take(
        _ draft: NumberDraft, using identifiers: inout any RandomNumberGenerator
    ) throws(StoreError) {
        switch try plans.plan(of: draft) {
        case .failure(let fault): tell(draft, .refused([fault.inRow(draft.row)]))
        case .success(var number):
            number.phone = draft.phone.text
            number.phoneKey = draft.phone.key
            number.payload = draft.payload
            number.contactId = draft.contact.map { Contact.id(named: $0, inCampaign: campaign.id) }
            let same = SameNumber(number)
            if let id = known[same] { return tell(draft, .duplicate(numberId: id)) }
            number.id = RecordID.make(at: now, using: &identifiers)
            known[same] = number.id
            try add(number, draft)
        }
    }

    private mutating func add(_ planned: CampaignNumber, _ draft: NumberDraft) throws(StoreError) {
        var number = planned
        seq += 1
        number.seq = seq
        let entry = suppressions[number.phoneKey]?.first { $0.holds(at: now, inCampaign: campaign.id) }
        if let entry { number.end(by: entry) }
        if let id = number.contactId { try join(&number, id, draft) }
        records.append(.number(number))
        tell(draft, entry == nil ? .accepted(numberId: number.id) : .suppressed(numberId: number.id))
    }

    /// One phone of a person is planned at a time.
    private mutating func join(_ number: inout CampaignNumber, _ id: String, _ draft: NumberDraft) throws(StoreError) {
        var phones = if let known = contacts[id] { known } else { try ContactPhones(of: id, transaction) }
        if !phones.isKnown {
            let contact = Contact(id: id, campaignId: campaign.id, externalId: draft.contact, addedAt: now.asStored)
            records.append(.contact(contact))
        }
        number.placeInContact = phones.count
        if !number.state.isFinal, phones.hasOpen { number.wait(.afterOtherPhone) }
        phones.isKnown = true
        phones.count += 1
        phones.hasOpen = phones.hasOpen || !number.state.isFinal
        contacts[id] = phones
    }

    private mutating func tell(_ draft: NumberDraft, _ outcome: ImportVerdict.Outcome) {
        verdicts.append(
            ImportVerdict(
                row: draft.row, phone: draft.phone.text, phoneKey: draft.phone.key, zone: draft.zone ?? campaign.zone,
                zoneSource: draft.zone == nil ? .campaign : .number, outcome: outcome))
    }
}

/// What makes two rows one number (campaigns.md 7.3): compared whole, which is as exact as a hash of it and needs no column.
private struct SameNumber: Hashable {
    let phoneKey: String
    let zone: String?
    let policy: CallPolicy
    let payload: String
    let contactId: String?

    init(_ number: CampaignNumber) {
        (phoneKey, zone, policy) = (number.phoneKey, number.zone, number.policy)
        (payload, contactId) = (number.payload, number.contactId)
    }

    // Numbers that are equal in these two are few: the rest need not be hashed.
    func hash(into hasher: inout Hasher) {
        hasher.combine(phoneKey)
        hasher.combine(payload)
    }
}

/// The phones that a person has so far.
private struct ContactPhones {
    var isKnown: Bool
    var count: Int
    var hasOpen: Bool

    init(of id: String, _ reading: any CampaignReading) throws(StoreError) {
        isKnown = try reading.contact(id: id) != nil
        let numbers = isKnown ? try reading.numbers(ofContact: id) : []
        count = (numbers.map(\.placeInContact).max() ?? -1) + 1
        hasOpen = numbers.contains { !$0.state.isFinal }
    }
}
