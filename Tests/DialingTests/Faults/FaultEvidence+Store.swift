import CampaignModel
import Foundation

// What the store says in the end: points 1, 6 and 7 of what must hold, and the invariants of campaigns.md 2.
extension FaultEvidence {
    var ringsWithoutRecord: [String] {
        let known = Dictionary(uniqueKeysWithValues: attempts.map { ($0.id, $0) })
        let rang = Set(rings.map(\.attempt))
        let unknown = rings.compactMap { ring -> String? in
            guard let attempt = known[ring.attempt] else { return "\(ring.attempt) rang and is not in the store" }
            let isTrue =
                attempt.state == .ended && attempt.outcome?.rawValue == ring.outcome || attempt.state == .uncertain
            return isTrue
                ? nil
                : "\(ring.phone) rang at \(ring.at), and its attempt is \(attempt.state) \(attempt.outcome as Any)"
        }
        return unknown
            + attempts.filter { $0.state == .ended && !rang.contains($0.id) }.map { "\($0.id) ended and never rang" }
    }

    var unfinished: [String] {
        let open = numbers.filter { !$0.state.isFinal }.map { "\($0.id) is \($0.state) \($0.reason) in the end" }
        let running = campaigns.filter { $0.state != .finished }.map { "\($0.id) is \($0.state) in the end" }
        let live = attempts.filter(\.state.isLive).map { "attempt \($0.id) is \($0.state) in the end" }
        let silent = numbers.filter(\.reason.isEmpty).map { "\($0.id) gives no reason" }
        let count = numbers.count == world.setting.campaigns * world.setting.numbers ? [] : ["\(numbers.count) numbers"]
        return open + running + live + silent + count
    }

    var givenUp: [String] {
        let uncertain = attempts.filter { $0.state == .uncertain && !world.forgotten.contains($0.id) }
            .map { "\($0.id) is uncertain: \($0.lineReason ?? "")" }
        return uncertain
            + numbers.compactMap { number in
                let calls = rings(of: number)
                let last = series.last { $0.numberId == number.id }
                let ofLast = attempts.count { $0.seriesId == last?.id && $0.state != .notDialed }
                switch number.state {
                case .done where calls.last?.outcome == "answered": return nil
                case .notDone where number.reason.hasPrefix("exhausted") && ofLast == last?.quota: return nil
                case .notDone where number.reason.hasPrefix("expired") && world.setting.finish != nil: return nil
                case .uncertain, .suppressed: return nil
                case .canceled where world.outsider.stopped.contains(number.campaignId) || world.setting.finish != nil:
                    return nil
                default: return "\(number.id) is \(number.state): \(number.reason), after \(calls.map(\.outcome))"
                }
            }
    }

    var wrongCounts: [String] {
        let ofSeries = series.compactMap { one -> String? in
            let used = attempts.count { $0.seriesId == one.id && $0.state != .notDialed }
            if one.state == .open { return "\(one.id) is open in the end" }
            return one.used == used && used <= one.quota
                ? nil : "\(one.id) used \(one.used) of \(one.quota), has \(used)"
        }
        return ofSeries
            + numbers.compactMap { number in
                let own = attempts.filter { $0.numberId == number.id }
                let rang = own.count { $0.state != .notDialed }
                let ordinals = own.map(\.ordinalInNumber).sorted()
                if ordinals != Array(1..<own.count + 1) { return "\(number.id) has the attempts \(ordinals)" }
                return number.attemptsTotal == rang ? nil : "\(number.id) counts \(number.attemptsTotal), has \(rang)"
            }
    }

    var brokenPromises: [String] {
        world.promised.compactMap { id in
            guard let booked = series.first(where: { $0.id == id }) else { return "the promised series \(id) is gone" }
            guard booked.used == 0, booked.state != .replaced,
                let number = numbers.first(where: { $0.id == booked.numberId }),
                number.state == .done
            else { return nil }
            return "\(number.id) is done, and the promised \(id) was never used"
        }
    }

    var wrongLog: [String] {
        events.flatMap { campaign, events -> [String] in
            var found = events.map(\.seq) == Array(1..<events.count + 1) ? [] : ["the log of \(campaign) has gaps"]
            let replayed = CampaignEvent.replay(events)
            for number in numbers where number.campaignId == campaign && replayed[number.id] != .number(number) {
                found.append("the log tells another \(number.id)")
            }
            for attempt in attempts where attempt.campaignId == campaign {
                if replayed[attempt.id] != CampaignRecord.attempt(attempt).inLog {
                    found.append("the log tells another attempt \(attempt.id)")
                }
            }
            return found + wrongCommits(events)
        }
    }

    // No call is decided on while the campaign does not run, nor of a number that is over.
    private func wrongCommits(_ events: [CampaignEvent]) -> [String] {
        var isRunning = true
        var over: Set<String> = []
        var found: [String] = []
        for event in events {
            if event.kind == .attemptCommitted, !isRunning || over.contains(event.numberId ?? "") {
                found.append("line \(event.seq) of the log decides on a call that must not be")
            }
            for record in event.records {
                if case .campaign(let campaign) = record { isRunning = campaign.state == .running }
                guard case .number(let number) = record else { continue }
                if number.state.isFinal { over.insert(number.id) } else { over.remove(number.id) }
            }
        }
        return found
    }
}
