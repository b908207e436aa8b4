import CampaignModel
import CivilTime
import FoundationEssentials

/// The timetables of numbers: many numbers of a campaign share one, so each is made once.
package final class ScheduleBook {
    private struct Key: Hashable {
        let policy: CallPolicy
        let zone: String
        let profile: LegalProfile
    }

    private let zones: ZoneDirectory
    private var timetables: [Key: Timetable] = [:]
    private var knownZones: [String: Zone] = [:]

    /// - Parameter zones: where zone names are looked up; what it knew once is kept until the book is thrown away.
    package init(zones: ZoneDirectory = .system) { self.zones = zones }

    /// When a number may be called under a resolved policy.
    ///
    /// - Throws: when neither the number nor its campaign has a zone, or it is unknown: nobody guesses one.
    package func timetable(
        of number: CampaignNumber, in campaign: Campaign, policy: CallPolicy
    ) throws(StoreError) -> Timetable {
        guard let zone = number.zone ?? policy.gmtZone ?? campaign.zone else {
            throw StoreError(
                .unusable, "The number \(number.phone) has no time zone, and its campaign \(campaign.name) has none.",
                hint: "Give the campaign a zone, or import the number again with its gmtZone.")
        }
        let key = Key(policy: policy.withoutNonTimes, zone: zone, profile: campaign.profile)
        if let known = timetables[key] { return known }
        if timetables.count > 10_000 { timetables.removeAll(keepingCapacity: true) }
        let made = Timetable(policy: policy, zone: try self.zone(named: zone), profile: campaign.profile)
        timetables[key] = made
        return made
    }

    package func zone(named text: String) throws(StoreError) -> Zone {
        if let known = knownZones[text] { return known }
        do {
            let zone = try Zone.named(text, in: zones)
            knownZones[text] = zone
            return zone
        } catch {
            throw StoreError(.unusable, error.message, hint: error.hint)
        }
    }
}

extension CallPolicy {
    /// What a timetable does not depend on left out, so that more numbers share one.
    fileprivate var withoutNonTimes: CallPolicy {
        var policy = self
        (policy.maxAttempts, policy.dialerPriority, policy.gmtZone) = (nil, nil, nil)
        return policy
    }
}
