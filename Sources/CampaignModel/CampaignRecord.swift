/// Any record of a store: what an event tells the change of.
package enum CampaignRecord: Sendable, Hashable {
    case campaign(Campaign)
    case number(CampaignNumber)
    case series(Series)
    case attempt(Attempt)

    /// The id of the record inside.
    package var id: String {
        switch self {
        case .campaign(let campaign): campaign.id
        case .number(let number): number.id
        case .series(let series): series.id
        case .attempt(let attempt): attempt.id
        }
    }

    /// The record without the words of the talk.
    ///
    /// `$client` and the conversation change every turn and are private; the log of a campaign tells what was promised
    /// and dialed, not what was said.
    package var withoutTalk: CampaignRecord {
        switch self {
        case .campaign, .series: return self
        case .number(var number):
            number.client = nil
            return .number(number)
        case .attempt(var attempt):
            attempt.conversation = nil
            return .attempt(attempt)
        }
    }
}

// An object with one key that names the kind: {"series":{…}}.
extension CampaignRecord: Codable {
    private enum Kind: String, CodingKey { case campaign, number, series, attempt }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Kind.self)
        switch container.allKeys.first {
        case .campaign: self = .campaign(try container.decode(Campaign.self, forKey: .campaign))
        case .number: self = .number(try container.decode(CampaignNumber.self, forKey: .number))
        case .series: self = .series(try container.decode(Series.self, forKey: .series))
        case .attempt: self = .attempt(try container.decode(Attempt.self, forKey: .attempt))
        case nil:
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "an object that names no kind of record"))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        switch self {
        case .campaign(let campaign): try container.encode(campaign, forKey: .campaign)
        case .number(let number): try container.encode(number, forKey: .number)
        case .series(let series): try container.encode(series, forKey: .series)
        case .attempt(let attempt): try container.encode(attempt, forKey: .attempt)
        }
    }
}
