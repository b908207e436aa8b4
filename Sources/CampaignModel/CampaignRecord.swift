/// Any record of a store: what an event tells the change of.
package enum CampaignRecord: Sendable, Hashable {
    case campaign(Campaign)
    case number(CampaignNumber)
    case series(Series)
    case attempt(Attempt)
    case contact(Contact)
    case suppression(Suppression)

    /// The id of the record inside.
    package var id: String {
        switch self {
        case .campaign(let campaign): campaign.id
        case .number(let number): number.id
        case .series(let series): series.id
        case .attempt(let attempt): attempt.id
        case .contact(let contact): contact.id
        case .suppression(let suppression): suppression.id
        }
    }

    /// The record as the log tells it: without the words of the talk and without the lease.
    ///
    /// `$client` and the conversation change every turn and are private; the log of a campaign tells what was promised
    /// and dialed, not what was said. A lease is renewed every few seconds and says nothing about the call.
    package var inLog: CampaignRecord {
        switch self {
        case .campaign, .series, .contact, .suppression: return self
        case .number(var number):
            number.client = nil
            return .number(number)
        case .attempt(let stored):
            var attempt = stored.withoutTalk
            attempt.leaseUntil = nil
            return .attempt(attempt)
        }
    }
}
