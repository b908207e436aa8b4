import CampaignModel
import FoundationEssentials

/// What the Calls API answers about a campaign: `GET …/campaign/{token}` (campaigns.md 7.5).
package enum JAICPReport {
    /// - Parameters:
    ///   - attempts: of all its numbers, in any order.
    ///   - id: the alias that the surface shows.
    package static func campaign(
        _ campaign: Campaign, id: String, project: String, numbers: [CampaignNumber], attempts: [Attempt]
    ) -> PolicyValue {
        .object([
            .init("id", .string(id)), .init("name", .string(campaign.name)), .init("projectName", .string(project)),
            .init("creationDate", milliseconds(campaign.createdAt)),
            .init("botId", campaign.bot.map { .string($0) } ?? .null),
            .init("status", .string(campaign.state.jaicpStatus)),
            .init("startTime", milliseconds(campaign.startedAt ?? campaign.startsAt)),
            .init("endTime", milliseconds(campaign.lastMoment)),
            .init("maxSimultaneousCalls", count(campaign.pacing.lines)),
            .init("shortReport", short(numbers, attempts)),
        ])
    }

    /// `usedAsrSeconds` is left out: who recognises speech is no part of the engine.
    private static func short(_ numbers: [CampaignNumber], _ attempts: [Attempt]) -> PolicyValue {
        .object([
            .init("totalNumbers", count(numbers.count)),
            .init("processedNumbers", count(numbers.count { $0.state.isFinal })),
            .init("usedTalkingTime", count(attempts.reduce(0) { $0 + $1.secondsOfTalk })),
            .init("inProcessCalls", count(numbers.count { $0.state == .committed || $0.state == .inCall })),
            .init("retryCalls", count(numbers.count { $0.state == .onRetry })),
        ])
    }

    /// A number as `callJob/getReport` tells it.
    ///
    /// `callDuration` is that of the last call; `redialNumber` counts the series after the first. `reportData` and the tag are
    /// left out: of what a script says about a call the engine keeps the result.
    ///
    /// - Parameter attempts: the number's, by ordinal.
    package static func job(_ number: CampaignNumber, attempts: [Attempt]) -> PolicyValue {
        let isOver = number.state.isFinal
        return .object([
            .init("callJobId", .string(number.id)), .init("phone", .string(number.phone)),
            .init("redialNumber", count(max(0, number.seriesCount - 1))),
            .init("jobStatus", .string(JAICPJobStatus(of: number, attempts: attempts).rawValue)),
            .init("attemptsCount", count(number.attemptsTotal)),
            .init("callDuration", count(attempts.last?.secondsOfTalk ?? 0)),
            .init("createdAt", milliseconds(number.addedAt)),
            .init("startedAt", milliseconds(attempts.first?.committedAt)),
            .init("finishedAt", isOver ? milliseconds(attempts.last?.endedAt) : .null),
            .init("callResult", attempts.last?.result.map { .string($0) } ?? .null),
        ])
    }

    private static func milliseconds(_ moment: Date?) -> PolicyValue {
        moment.map { .number(($0.timeIntervalSince1970 * 1000).rounded()) } ?? .null
    }

    private static func count(_ count: Int) -> PolicyValue { .number(Double(count)) }
}

extension Attempt {
    fileprivate var secondsOfTalk: Int {
        guard let answeredAt, let endedAt else { return 0 }
        return max(0, Int(endedAt.timeIntervalSince(answeredAt).rounded()))
    }
}
