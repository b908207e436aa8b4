import CampaignModel
import FoundationEssentials

extension CampaignTransaction {
    /// Ends numbers that are planned and not in a call; one line in the log for all of them.
    ///
    /// - Returns: how many; when it is `limit`, there may be more.
    package func cancelNumbers(
        ofCampaign id: String, reason: String, at now: Date, limit: Int
    ) throws(StoreError) -> Int {
        _ = try lockCampaign(id: id)
        let open = try openNumbers(ofCampaign: id, limit: limit).filter {
            $0.state != .committed && $0.state != .inCall
        }
        guard !open.isEmpty else { return 0 }
        var records: [CampaignRecord] = []
        for var series in try series(ids: open.compactMap(\.currentSeriesId)) where series.state == .open {
            series.close()
            records.append(.series(series))
        }
        for var number in open {
            number.end(as: .canceled, reason: "canceled: \(reason)")
            number.currentSeriesId = nil
            records.append(.number(number))
        }
        let cause = CampaignEventCause(.numbersCanceled, at: now, actor: "dialer", campaignId: id, reason: reason)
        try save([RecordChange(records, because: cause)])
        return open.count
    }
}
