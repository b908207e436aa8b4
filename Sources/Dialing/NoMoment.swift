import CampaignModel
import CivilTime
import FoundationEssentials

/// Why a redial has no moment to call at: the fields that leave none, and what to change in them.
struct NoMoment {
    let given: CallPolicy
    /// With the fields of the number and the campaign.
    let policy: CallPolicy
    let from: Date
    let campaign: Campaign

    var sentence: String {
        guard let finish = policy.finish else {
            return
                "unreachableSchedule: \(restrictions) leave no moment to call within 400 days of \(from.isoText). \(exclusion ?? widen)"
        }
        guard finish > from else { return passed(finish) }
        return "finishPassed: from \(from.isoText) until \(finishName) \(finish.isoText) there is no moment within "
            + "\(restrictions). Make \(finishName) later, or let \(restrictions) reach into that time."
    }

    private func passed(_ finish: Date) -> String {
        let start = policy.start == from ? "startDateTime" : "the moment of the redial"
        let remedy =
            given.finish == nil
            ? "Nothing more can be planned in this campaign unless its finishDateTime is moved."
            : "Give a finishDateTime that is still to come, or leave it out."
        return "finishPassed: \(finishName) \(finish.isoText) is not after \(start), \(from.isoText). \(remedy)"
    }

    private var finishName: String {
        policy.finish == given.finish ? "finishDateTime" : "the campaign's finishDateTime"
    }

    /// `allowedDays and allowedTime`, with whose they are where the script did not give them.
    private var restrictions: String {
        var names: [String] = []
        if policy.allowedDays != nil { names.append(name("allowedDays", isGiven: given.allowedDays != nil)) }
        if policy.allowedTime != nil { names.append(name("allowedTime", isGiven: given.allowedTime != nil)) }
        if campaign.profile.hours != nil { names.append("the legal 08:00-21:00 of the callee") }
        return names.isEmpty ? "the allowed hours" : names.joined(separator: " and ")
    }

    private func name(_ field: String, isGiven: Bool) -> String { isGiven ? field : "the campaign's \(field)" }

    /// Which days exclude one another, where no allowed day has any hours.
    private var exclusion: String? {
        guard let days = policy.allowedDays, let time = policy.allowedTime else { return nil }
        let open = Set(Weekday.allCases.filter { !(time.byDay[$0] ?? time.byDefault ?? []).isEmpty })
        guard !open.isEmpty, days.isDisjoint(with: open) else { return nil }
        let (daysName, timeName) = (
            name("allowedDays", isGiven: given.allowedDays != nil),
            name("allowedTime", isGiven: given.allowedTime != nil)
        )
        return "Allowed by \(daysName): \(list(days)). With hours in \(timeName): \(list(open)). "
            + "Give allowedTime hours on an allowed day, or allow a day that has hours."
    }

    private func list(_ days: Set<Weekday>) -> String {
        Weekday.allCases.filter(days.contains).map(\.rawValue).joined(separator: ", ")
    }

    private var widen: String {
        campaign.profile.hours != nil
            ? "Give allowedTime an interval between 08:00 and 21:00 on one of the allowed days."
            : "Give allowedTime an interval on one of the allowedDays."
    }
}
