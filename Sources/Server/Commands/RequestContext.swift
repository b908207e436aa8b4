import CampaignModel
import CivilTime
import FoundationEssentials

/// What a request is read beside: values of the installation, the account or the campaign.
package struct RequestContext: Sendable {
    package var now: Date
    /// Of dates without an offset and of numbers without a zone, as given; `nil`: nobody has set one.
    package let zone: String?
    package let zones: ZoneDirectory
    /// The zone as a clock; `nil` also when no such zone is known.
    let clock: Zone?
    /// Calls at one time that a campaign may make when its surface does not say.
    package var lines: Int
    /// Calls a second that a campaign may ask for.
    package var fastestRate: Int
    /// What a number's `maxAttempts` may be at most; `nil`: anything.
    package var mostAttempts: Int?

    package init(
        now: Date, zone: String? = nil, zones: ZoneDirectory = .system, lines: Int = Pacing().lines,
        fastestRate: Int = 100, mostAttempts: Int? = nil
    ) {
        (self.now, self.zone, self.zones) = (now, zone, zones)
        clock = zone.flatMap { try? Zone.named($0, in: zones) }
        (self.lines, self.fastestRate, self.mostAttempts) = (lines, fastestRate, mostAttempts)
    }
}
