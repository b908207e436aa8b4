import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// The records around one call, as a transaction finds them.
struct CallRows {
    var campaign: Campaign
    var number: CampaignNumber
    var attempt: Attempt

    init(campaign: Campaign, number: CampaignNumber, attempt: Attempt) {
        self.campaign = campaign
        self.number = number
        self.attempt = attempt
    }

    init(ofAttempt id: String, in reading: any CampaignReading) throws(StoreError) {
        guard let attempt = try reading.attempt(id: id), let number = try reading.number(id: attempt.numberId),
            let campaign = try reading.campaign(id: number.campaignId)
        else {
            throw StoreError(
                .missing, "The store no longer has the call \(id).",
                hint: "Somebody removed or replaced the file during the call; begin a new call.")
        }
        self.init(campaign: campaign, number: number, attempt: attempt)
    }

    /// Throws when the call is over, so that a process that slept through its end writes nothing.
    func checkLive() throws(StoreError) {
        guard !attempt.state.isLive else { return }
        let moment = (attempt.endedAt ?? attempt.committedAt).isoText
        guard attempt.endedBy == .abandoned else {
            throw StoreError(.conflict, "This call to \(number.phone) ended at \(moment); nothing more can be kept.")
        }
        throw StoreError(
            .conflict,
            "Another call to \(number.phone) began at \(moment) and took over; the last turn of this one was not kept.",
            hint: "Let one program at a time call a number of a store, or use another --number or --store.")
    }

    /// The cause of a change that this call brings about.
    func cause(
        _ kind: CampaignEventKind, at now: Date, actor: String, series: String? = nil, reason: String? = nil
    ) -> CampaignEventCause {
        CampaignEventCause(
            kind, at: now, actor: actor, campaignId: campaign.id, numberId: number.id, seriesId: series,
            attemptId: attempt.id, reason: reason)
    }
}
