import CampaignModel
import FoundationEssentials

/// A place that keeps campaigns, numbers, series, attempts and their log.
///
/// Stores are synchronous: a turn of a talk is stored on the thread that plays it, before its replies are handed out.
package protocol CampaignStore: Sendable {
    /// Runs the body and keeps all of its writes, durably, or none of them when it throws.
    ///
    /// Other transactions may run at the same time: what the body reads of a campaign stands still once it has locked it, so
    /// it locks first and then reads what it decides by. When two of them meet, or a connection breaks, the body may be run
    /// again from its beginning, with nothing kept of the first time: it leaves nothing behind but its result. Do not call
    /// the store inside the body.
    func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result

    /// Runs the body on one unchanging view of the store.
    func read<Result>(_ body: (any CampaignReading) throws(StoreError) -> Result) throws(StoreError) -> Result

    /// What tells when others have changed the store; it hears from this moment on.
    func waking() throws(StoreError) -> any StoreWaking
}

/// What can be asked of a store inside ``CampaignStore/read(_:)`` or a transaction; valid only there.
package protocol CampaignReading {
    /// All campaigns, by name.
    func campaigns() throws(StoreError) -> [Campaign]
    func campaign(named name: String) throws(StoreError) -> Campaign?
    func campaign(id: String) throws(StoreError) -> Campaign?

    /// The numbers of a campaign whose `seq` is above another, in the order in which they were added.
    func numbers(ofCampaign id: String, after seq: Int, limit: Int) throws(StoreError) -> [CampaignNumber]
    /// The `seq` of the number that was added last; 0 when there is none.
    func lastNumberSeq(ofCampaign id: String) throws(StoreError) -> Int
    /// How many numbers of a campaign stand in each state.
    func numberStates(ofCampaign id: String) throws(StoreError) -> [NumberState: Int]
    func number(id: String) throws(StoreError) -> CampaignNumber?
    /// All numbers of a campaign with these digits, by `seq`: one phone may have been given with different settings.
    func numbers(phoneKey: String, ofCampaign id: String) throws(StoreError) -> [CampaignNumber]
    /// The numbers with any of these digits, of all campaigns for `nil`.
    func numbers(phoneKeys: [String], ofCampaign id: String?) throws(StoreError) -> [CampaignNumber]
    /// The phones of a contact, in its order.
    func numbers(ofContact id: String) throws(StoreError) -> [CampaignNumber]
    func contact(id: String) throws(StoreError) -> Contact?
    /// Numbers that are not final, in no order that matters; for a campaign that is stopped.
    func openNumbers(ofCampaign id: String, limit: Int) throws(StoreError) -> [CampaignNumber]

    /// `$client` of a number as a bot left it, JSON; `nil` when that bot has never kept any.
    func client(ofNumber id: String, bot: String) throws(StoreError) -> String?

    func series(ids: [String]) throws(StoreError) -> [Series]
    /// The series of a number, by ordinal.
    func series(ofNumber id: String) throws(StoreError) -> [Series]
    /// The open series of all numbers of a campaign.
    func openSeries(ofCampaign id: String) throws(StoreError) -> [Series]

    func attempt(id: String) throws(StoreError) -> Attempt?
    /// The attempts of a number, by ordinal.
    func attempts(ofNumber id: String) throws(StoreError) -> [Attempt]
    /// The attempts of numbers without their conversations, each number's by ordinal.
    func attempts(ofNumbers ids: [String]) throws(StoreError) -> [Attempt]
    /// How many attempts of a campaign rang or may have.
    func attemptCount(ofCampaign id: String) throws(StoreError) -> Int
    /// The live attempts of a campaign, of all of them for `nil`, without their conversations.
    func liveAttempts(ofCampaign id: String?) throws(StoreError) -> [Attempt]
    /// How many attempts of a campaign are live, and how many of them nobody has answered yet.
    func liveCounts(ofCampaign id: String) throws(StoreError) -> LiveCounts
    /// Which of these phones are in a call of any campaign, or may still be in one of which nobody knows: an uncertain
    /// attempt that was committed after `uncertainSince`.
    func phonesInCalls(among keys: [String], uncertainSince: Date) throws(StoreError) -> Set<String>
    /// The entries of the do-not-call list for these phones.
    func suppressions(ofPhones keys: [String]) throws(StoreError) -> [Suppression]
    /// The entries of the list by phone, whose phone comes after another.
    func suppressions(after key: String, limit: Int) throws(StoreError) -> [Suppression]

    /// The numbers that may be called now, in the order in which they are to be called (campaigns.md 6.1): priority, own
    /// policy first, the window that closes soonest, the window that opened first, due first, added first.
    ///
    /// In a transaction they are locked; another transaction's are skipped.
    func dueNumbers(ofCampaign id: String, limit: Int) throws(StoreError) -> [CampaignNumber]
    /// The numbers whose `turnsAt` has come: they become due, or their window has closed. The earliest first.
    func turningNumbers(ofCampaign id: String, at now: Date, limit: Int) throws(StoreError) -> [CampaignNumber]
    /// The earliest `turnsAt` of a campaign.
    func nextTurn(ofCampaign id: String) throws(StoreError) -> Date?
    /// How many due numbers of the campaign come before one; counts no further than `limit`.
    func dueAhead(of number: CampaignNumber, limit: Int) throws(StoreError) -> Int

    /// The log of a campaign, from a line number on.
    func events(ofCampaign id: String, from seq: Int) throws(StoreError) -> [CampaignEvent]
    /// The number of the last line of a campaign's log; 0 when there is none.
    ///
    /// In a transaction this locks the campaign, so that nobody else writes the next line.
    func lastSeq(ofCampaign id: String) throws(StoreError) -> Int
}

/// What can be done inside a transaction. Callers use `save`, `keepTalk` and `note`; the other functions are what a store
/// implements for them.
package protocol CampaignTransaction: CampaignReading {
    /// The campaign, which no other transaction changes or calls for until this one is over.
    func lockCampaign(id: String) throws(StoreError) -> Campaign?
    /// Writes records, new or known, without a line in the log; known ones only where a column may change.
    func put(_ records: [CampaignRecord]) throws(StoreError)
    /// Writes `$client` of a known number for one bot.
    func putClient(_ client: String, ofNumber id: String, bot: String) throws(StoreError)
    /// Writes lines of the log.
    func append(_ events: [CampaignEvent]) throws(StoreError)
    /// Lets the leases of an owner's live attempts run until a later moment.
    func renewLeases(of owner: String, until: Date) throws(StoreError)
    /// Takes entries off the do-not-call list.
    func removeSuppressions(ids: [String]) throws(StoreError)
}

/// Calls that are live now.
package struct LiveCounts: Sendable, Hashable {
    package var live: Int
    package var unanswered: Int

    package init(live: Int, unanswered: Int) { (self.live, self.unanswered) = (live, unanswered) }
}

/// Records that one thing has changed, and what that was.
package struct RecordChange: Sendable {
    package var records: [CampaignRecord]
    package var cause: CampaignEventCause

    package init(_ records: [CampaignRecord], because cause: CampaignEventCause) {
        self.records = records
        self.cause = cause
    }
}

extension CampaignReading {
    package func series(id: String) throws(StoreError) -> Series? { try series(ids: [id]).first }

    /// The number with this phone that was added first.
    ///
    /// - Parameter phone: in any spelling; the digits count, and a Russian phone that was imported as such is found by its
    ///   national spelling too.
    package func number(phone: String, ofCampaign id: String) throws(StoreError) -> CampaignNumber? {
        let key = CampaignNumber.key(of: phone)
        let russian = PhoneNormalisation.russian.key(ofDigits: key, isInternational: phone.hasPrefix("+"))
        if let found = try numbers(phoneKey: key, ofCampaign: id).first { return found }
        return russian == key ? nil : try numbers(phoneKey: russian, ofCampaign: id).first
    }

    /// All numbers of a campaign, in the order in which they were added.
    package func numbers(ofCampaign id: String) throws(StoreError) -> [CampaignNumber] {
        try numbers(ofCampaign: id, after: 0, limit: .max)
    }
}

extension CampaignTransaction {
    /// An attempt whose campaign is locked: what it is now, it stays until the transaction is over.
    package func lockedAttempt(id: String) throws(StoreError) -> Attempt? {
        guard let known = try attempt(id: id), try lockCampaign(id: known.campaignId) != nil else { return nil }
        return try attempt(id: id)
    }

    /// Writes a record and the line of the log that tells why.
    package func save(_ record: CampaignRecord, because cause: CampaignEventCause) throws(StoreError) {
        try save([RecordChange([record], because: cause)])
    }

    /// Writes changes, all of one campaign, and a line of the log for each.
    package func save(_ changes: [RecordChange]) throws(StoreError) {
        guard let campaign = changes.first?.cause.campaignId else { return }
        // First, as it locks the campaign: all who change its rows come in one order.
        var seq = try lastSeq(ofCampaign: campaign)
        try put(changes.flatMap(\.records))
        try append(
            changes.map { change in
                seq += 1
                return CampaignEvent(change.cause, seq: seq, records: change.records.map(\.inLog))
            })
    }

    /// Writes a line of the log about something that changed no record.
    package func note(_ cause: CampaignEventCause) throws(StoreError) {
        try append([CampaignEvent(cause, seq: try lastSeq(ofCampaign: cause.campaignId) + 1)])
    }

    /// Writes the words of a talk: the conversation of an attempt and what a bot knows of its number, which no log tells.
    ///
    /// Nothing else in the attempt may differ from what is stored.
    package func keepTalk(of attempt: Attempt, client: String, bot: String) throws(StoreError) {
        try put([.attempt(attempt)])
        try putClient(client, ofNumber: attempt.numberId, bot: bot)
    }
}
