import CampaignModel

/// `jobStatus` of the Calls API (campaigns.md 3, "Number job").
package enum JAICPJobStatus: String, Sendable, Hashable, CaseIterable {
    case planned, inProcess, onRetry, canceled, noAnswer, nonexistentNumber, notDone, longCallWithResult
    case longCallWithNoResult

    /// - Parameter attempts: the number's, by ordinal.
    package init(of number: CampaignNumber, attempts: [Attempt]) {
        let last = attempts.last { $0.state == .ended }
        self =
            switch number.state {
            case .planned, .waiting: .planned
            case .committed, .inCall: .inProcess
            case .onRetry: .onRetry
            case .canceled: .canceled
            case .nonexistent, .invalid: .nonexistentNumber
            case .done: last?.result == nil ? .longCallWithNoResult : .longCallWithResult
            case .notDone: last?.outcome == .noAnswer || last?.outcome == .busy ? .noAnswer : .notDone
            case .suppressed, .uncertain: .notDone
            }
    }
}
