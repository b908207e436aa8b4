import CampaignModel

/// A place that keeps campaigns, numbers, series, attempts and their log.
///
/// Stores are synchronous: a turn of a talk is stored on the thread that plays it, before its replies are handed out.
package protocol CampaignStore: Sendable {
    /// Runs the body and keeps all of its writes, durably, or none of them when it throws.
    ///
    /// One transaction at a time: what the body reads does not change under it. Do not call the store inside the body.
    func transaction<Result>(
        _ body: (any CampaignTransaction) throws(StoreError) -> Result
    ) throws(StoreError) -> Result

    /// Runs the body on one unchanging view of the store.
    func read<Result>(_ body: (any CampaignReading) throws(StoreError) -> Result) throws(StoreError) -> Result
}

/// What can be asked of a store inside ``CampaignStore/read(_:)`` or a transaction; valid only there.
package protocol CampaignReading {
    /// All campaigns, by name.
    func campaigns() throws(StoreError) -> [Campaign]
    func campaign(named name: String) throws(StoreError) -> Campaign?
    func campaign(id: String) throws(StoreError) -> Campaign?

    /// The numbers of a campaign, in the order in which they were added.
    func numbers(ofCampaign id: String) throws(StoreError) -> [CampaignNumber]
    /// How many numbers of a campaign stand in each state.
    func numberStates(ofCampaign id: String) throws(StoreError) -> [NumberState: Int]
    func number(id: String) throws(StoreError) -> CampaignNumber?
    /// - Parameter phone: in any spelling; the digits count.
    func number(phone: String, ofCampaign id: String) throws(StoreError) -> CampaignNumber?

    /// `$client` of a number as a bot left it, JSON; `nil` when that bot has never kept any.
    func client(ofNumber id: String, bot: String) throws(StoreError) -> String?

    func series(id: String) throws(StoreError) -> Series?
    /// The series of a number, by ordinal.
    func series(ofNumber id: String) throws(StoreError) -> [Series]
    /// The open series of all numbers of a campaign.
    func openSeries(ofCampaign id: String) throws(StoreError) -> [Series]

    func attempt(id: String) throws(StoreError) -> Attempt?
    /// The attempts of a number, by ordinal.
    func attempts(ofNumber id: String) throws(StoreError) -> [Attempt]
    /// The attempts of all numbers of a campaign without their conversations, each number's by ordinal.
    func attempts(ofCampaign id: String) throws(StoreError) -> [Attempt]

    /// The log of a campaign, from a line number on.
    func events(ofCampaign id: String, from seq: Int) throws(StoreError) -> [CampaignEvent]
    /// The number of the last line of a campaign's log; 0 when there is none.
    func lastSeq(ofCampaign id: String) throws(StoreError) -> Int
}

/// What can be done inside a transaction. Callers use `save`, `keep` and `note`; `put` and `append` are what a store
/// implements for them.
package protocol CampaignTransaction: CampaignReading {
    /// Writes a record, new or known, without a line in the log.
    func put(_ record: CampaignRecord) throws(StoreError)
    /// Writes `$client` of a known number for one bot.
    func putClient(_ client: String, ofNumber id: String, bot: String) throws(StoreError)
    /// Writes a line of the log.
    func append(_ event: CampaignEvent) throws(StoreError)
}

extension CampaignReading {
    /// The record that a store has under the id of another.
    package func stored(_ record: CampaignRecord) throws(StoreError) -> CampaignRecord? {
        switch record {
        case .campaign(let campaign): try self.campaign(id: campaign.id).map(CampaignRecord.campaign)
        case .number(let number): try self.number(id: number.id).map(CampaignRecord.number)
        case .series(let series): try self.series(id: series.id).map(CampaignRecord.series)
        case .attempt(let attempt): try self.attempt(id: attempt.id).map(CampaignRecord.attempt)
        }
    }
}

extension CampaignTransaction {
    /// Writes a record and the line of the log that tells why.
    package func save(_ record: CampaignRecord, because cause: CampaignEventCause) throws(StoreError) {
        let before = try stored(record)
        try put(record)
        let seq = try lastSeq(ofCampaign: cause.campaignId) + 1
        try append(CampaignEvent(cause, seq: seq, before: before?.withoutTalk, after: record.withoutTalk))
    }

    /// Writes a line of the log about something that changed no record.
    package func note(_ cause: CampaignEventCause) throws(StoreError) {
        try append(CampaignEvent(cause, seq: try lastSeq(ofCampaign: cause.campaignId) + 1))
    }

    /// Writes the words of a talk: the conversation of an attempt and what a bot knows of its number, which no log tells.
    ///
    /// Nothing else in the attempt may differ from what is stored.
    package func keepTalk(of attempt: Attempt, client: String, bot: String) throws(StoreError) {
        try put(.attempt(attempt))
        try putClient(client, ofNumber: attempt.numberId, bot: bot)
    }
}
