import CivilTime

/// What a piece of a phrase means.
package struct Entity: Sendable, Hashable {
    /// The piece as it was said.
    package let body: String
    /// Its first character and the one after its last, in Unicode scalars of the phrase.
    package let start: Int
    package let end: Int
    package let dimension: Dimension
    /// Whether it may well mean something else: "seven" as a time.
    package let isLatent: Bool
    package let value: EntityValue
}

/// What kind of thing an entity is.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
    case time, duration, number, ordinal
    case amountOfMoney = "amount-of-money"
    case phoneNumber = "phone-number"
    case email, url, temperature, distance, volume, quantity
    case creditCardNumber = "credit-card-number"

    /// All that there are.
    package static let all = Set(allCases)

    /// The name of the rules that find it: `$AmountOfMoney`.
    package var ruleName: String {
        rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

/// The value of an entity, in the shapes of Duckling's JSON.
package indirect enum EntityValue: Sendable, Hashable {
    /// A number, or the number of a rank: 3 of "third".
    case number(Double)
    /// A phone number, as digits with what belongs to them.
    case text(String)
    /// A card with the company that its digits tell.
    case card(number: String, issuer: String)
    /// An address of the web or of mail.
    case address(value: String, domain: String)
    /// A moment or an interval, with its other readings.
    case time(TimeValue)
    /// So many of a grain; as seconds, too.
    case duration(count: Int, grain: Grain, seconds: Int)
    /// So much of a unit, and of a product: three cups of sugar.
    case amount(value: Double, unit: String?, product: String?)
    /// An amount between two; either end may be open.
    case range(from: Double?, to: Double?, unit: String?, product: String?)
}

/// A time with its other readings.
package struct TimeValue: Sendable, Hashable {
    /// The one that is meant.
    package let best: TimeReading
    /// At most three that are still to come, the best one among them.
    package let values: [TimeReading]
    /// The feast that was named.
    package var holiday: String?
}

/// One reading of a time.
package enum TimeReading: Sendable, Hashable {
    /// At a time, as exact as it was said.
    case moment(Moment)
    /// From, until just before; either end may be open.
    case interval(from: Moment?, to: Moment?)

    /// A moment as it is told: `2013-02-12T04:30:00.000-02:00`, seen with a grain.
    package struct Moment: Sendable, Hashable {
        /// What the caller's wall shows.
        package let local: CivilDateTime
        /// Seconds east of Greenwich.
        package let offset: Int
        package let grain: Grain
    }
}

/// When and where a phrase was said.
package struct EntityMoment: Sendable {
    /// Seconds since 1970 in Greenwich.
    package let now: Int
    /// The caller's.
    package let zone: Zone

    /// - Parameter now: seconds since 1970 in Greenwich.
    package init(now: Int, zone: Zone) {
        self.now = now
        self.zone = zone
    }
}
