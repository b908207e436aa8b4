import CampaignModel
import Foundation

// What the network saw: points 1 to 5 of what must hold, and that a command is true when it answers.
extension FaultEvidence {
    var ringsOnce: [String] {
        Dictionary(grouping: rings, by: \.attempt).filter { $1.count > 1 }.map {
            "\($0.key) rang \($0.value.count) times"
        }
    }

    var overlaps: [String] {
        Dictionary(grouping: rings, by: { CampaignNumber.key(of: $0.phone) }).values.flatMap { calls in
            let sorted = calls.sorted { $0.begin < $1.begin }
            return zip(sorted, sorted.dropFirst()).filter { $1.begin < $0.end && !world.forgotten.contains($0.attempt) }
                .map { "\($0.phone) had two live calls: \($0.at) until \($0.until) and \($1.at)" }
        }
    }

    var tooManyLines: [String] {
        campaigns.flatMap { campaign in
            let own = rings.filter { $0.campaign == campaign.id && !world.forgotten.contains($0.attempt) }
            return own.compactMap { ring in
                let live = own.count { $0.begin <= ring.begin && ring.begin < $0.end }
                return live > campaign.pacing.lines ? "\(live) calls were live at \(ring.at)" : nil
            }
        }
    }

    var wrongMoments: [String] {
        rings.compactMap { ring in
            if !world.setting.allows(ring.decision) { return "decided outside the windows: \(ring.committedAt)" }
            if ring.begin > ring.decision.addingTimeInterval(10) { return "rang late: \(ring.committedAt), \(ring.at)" }
            return ring.begin < ring.decision.addingTimeInterval(-2)
                ? "rang before: \(ring.committedAt), \(ring.at)" : nil
        }
    }

    var tooManyCalls: [String] {
        numbers.flatMap { number -> [String] in
            let calls = rings(of: number)
            let own = Dictionary(uniqueKeysWithValues: attempts.map { ($0.id, $0) })
            var found: [String] = []
            for (first, second) in zip(calls, calls.dropFirst()) {
                guard let before = own[first.attempt], let after = own[second.attempt] else { continue }
                let isSameSeries = before.seriesId == after.seriesId
                if isSameSeries, first.outcome == "answered" { found.append("\(number.phone) rang after answered") }
                guard isSameSeries,
                    let minutes = series.first(where: { $0.id == before.seriesId })?.policyResolved
                        .retryIntervalInMinutes, second.decision < first.end.addingTimeInterval(Double(minutes) * 60)
                else { continue }
                found.append("\(number.phone) rang again too soon: until \(first.until), decided \(second.committedAt)")
            }
            for one in series where one.numberId == number.id {
                let count = calls.count { own[$0.attempt]?.seriesId == one.id }
                if count > one.quota { found.append("\(number.phone) rang \(count) times of \(one.quota)") }
            }
            return found
        }
    }

    var silenceBroken: [String] {
        world.outsider.silences.flatMap { silence in
            rings.indices.filter { $0 >= silence.from && $0 < silence.to ?? .max }.map { rings[$0] }
                .filter { $0.campaign == silence.campaign || CampaignNumber.key(of: $0.phone) == silence.phoneKey }
                .map { "\($0.phone) rang at \($0.at) after \(silence) had been promised" }
        }
    }
}
