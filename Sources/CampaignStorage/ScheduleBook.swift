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

    private struct Page {
        let timetable: Timetable
        /// The stretch that was found last: it is the same for every moment from the asked one to its end.
        var opening: (asked: Date, found: CallWindows.Window)?
    }

    private let zones: ZoneDirectory
    private var timetables: [Key: Page] = [:]
    private var knownZones: [String: Zone] = [:]

    /// - Parameter zones: where zone names are looked up; what it knew once is kept until the book is thrown away.
    package init(zones: ZoneDirectory = .system) { self.zones = zones }

    /// When a number may be called under a resolved policy.
    ///
    /// - Throws: when neither the number nor its campaign has a zone, or it is unknown: nobody guesses one.
    package func timetable(
        of number: CampaignNumber, in campaign: Campaign, policy: CallPolicy
    ) throws(StoreError) -> Timetable {
        let key = try key(of: number, in: campaign, policy: policy)
        return try page(key, policy).timetable
    }

    /// The first allowed stretch that is not over at a moment (`Timetable.opening`): many numbers ask for the same one.
    package func opening(
        from moment: Date, of number: CampaignNumber, in campaign: Campaign, policy: CallPolicy
    ) throws(StoreError) -> CallWindows.Window? {
        let key = try key(of: number, in: campaign, policy: policy)
        let page = try page(key, policy)
        if let (asked, known) = page.opening, min(asked, known.from) <= moment, moment < known.to { return known }
        let found = page.timetable.opening(from: moment)
        // Of one without end the beginning is where the search began.
        if let found, found.to != .distantFuture { timetables[key]?.opening = (moment, found) }
        return found
    }

    private func key(
        of number: CampaignNumber, in campaign: Campaign, policy: CallPolicy
    ) throws(StoreError) -> Key {
        guard let zone = number.zone ?? policy.gmtZone ?? campaign.zone else {
            throw StoreError(
                .unusable, "The number \(number.phone) has no time zone, and its campaign \(campaign.name) has none.",
                hint: "Give the campaign a zone, or import the number again with its gmtZone.")
        }
        return Key(policy: policy.withoutNonTimes, zone: zone, profile: campaign.profile)
    }

    private func page(_ key: Key, _ policy: CallPolicy) throws(StoreError) -> Page {
        if let known = timetables[key] { return known }
        if timetables.count > 10_000 { timetables.removeAll(keepingCapacity: true) }
        let made = Page(timetable: Timetable(policy: policy, zone: try zone(named: key.zone), profile: key.profile))
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
