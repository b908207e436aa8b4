import CampaignModel
import FoundationEssentials

extension MemoryTransaction {
    func campaigns() -> [Campaign] { records.campaigns.values.sorted { $0.name < $1.name } }
    func campaign(named name: String) -> Campaign? { records.campaigns.values.first { $0.name == name } }
    func campaign(id: String) -> Campaign? { records.campaigns[id] }

    func numbers(ofCampaign id: String, after seq: Int, limit: Int) -> [CampaignNumber] {
        let ids = records.order[id] ?? []
        // Numbers are added in the order of their `seq`, so the place of one can be looked for by halves.
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if (records.numbers[ids[middle]]?.seq ?? 0) > seq { high = middle } else { low = middle + 1 }
        }
        return ids[low...].prefix(limit).compactMap { records.numbers[$0] }
    }

    func lastNumberSeq(ofCampaign id: String) -> Int {
        records.order[id]?.last.flatMap { records.numbers[$0]?.seq } ?? 0
    }

    func numberStates(ofCampaign id: String) -> [NumberState: Int] {
        (records.stateCounts[id] ?? [:]).filter { $0.value > 0 }
    }

    func number(id: String) -> CampaignNumber? { records.numbers[id] }

    func numbers(phoneKey: String, ofCampaign id: String) -> [CampaignNumber] {
        (records.numbersOfPhone[phoneKey] ?? []).compactMap { records.numbers[$0] }.filter { $0.campaignId == id }
    }

    func numbers(phoneKeys: [String], ofCampaign id: String?) -> [CampaignNumber] {
        phoneKeys.flatMap { records.numbersOfPhone[$0] ?? [] }.compactMap { records.numbers[$0] }
            .filter { id == nil || $0.campaignId == id }
    }

    func numbers(ofContact id: String) -> [CampaignNumber] {
        (records.numbersOfContact[id] ?? []).compactMap { records.numbers[$0] }
            .sorted { $0.placeInContact < $1.placeInContact }
    }

    func contact(id: String) -> Contact? { records.contacts[id] }

    func openNumbers(ofCampaign id: String, limit: Int) -> [CampaignNumber] {
        guard numberStates(ofCampaign: id).keys.contains(where: { !$0.isFinal }) else { return [] }
        return Array(
            (records.order[id] ?? []).lazy.compactMap { self.records.numbers[$0] }.filter { !$0.state.isFinal }.prefix(
                limit))
    }

    func client(ofNumber id: String, bot: String) -> String? { records.clients[id]?[bot] }

    func series(ids: [String]) -> [Series] { ids.compactMap { records.series[$0] } }

    func series(ofNumber id: String) -> [Series] {
        (records.seriesOfNumber[id] ?? []).compactMap { records.series[$0] }.sorted { $0.ordinal < $1.ordinal }
    }

    func openSeries(ofCampaign id: String) -> [Series] {
        records.series.values.filter { $0.state == .open && records.numbers[$0.numberId]?.campaignId == id }
    }

    func attempt(id: String) -> Attempt? { records.attempts[id] }

    func attempts(ofNumber id: String) -> [Attempt] {
        (records.attemptsOfNumber[id] ?? []).compactMap { records.attempts[$0] }
            .sorted { $0.ordinalInNumber < $1.ordinalInNumber }
    }

    func attempts(ofNumbers ids: [String]) -> [Attempt] {
        ids.flatMap { attempts(ofNumber: $0) }.map(\.withoutTalk)
    }

    func attemptCount(ofCampaign id: String) -> Int { records.attemptCounts[id]?.rang ?? 0 }

    func liveCounts(ofCampaign id: String) -> LiveCounts {
        let counts = records.attemptCounts[id] ?? AttemptCounts()
        return LiveCounts(live: counts.live, unanswered: counts.unanswered)
    }

    func liveAttempts(ofCampaign id: String?) -> [Attempt] {
        records.liveAttempts.values.compactMap { records.attempts[$0] }
            .filter { id == nil || $0.campaignId == id }.map(\.withoutTalk).sorted { $0.id < $1.id }
    }

    func phonesInCalls(among keys: [String], uncertainSince: Date) -> Set<String> {
        Set(
            keys.filter { key in
                if records.liveAttempts[key] != nil { return true }
                return (records.numbersOfPhone[key] ?? []).contains { id in
                    attempts(ofNumber: id).contains { $0.state == .uncertain && $0.committedAt > uncertainSince }
                }
            })
    }

    func suppressions(ofPhones keys: [String]) -> [Suppression] {
        keys.flatMap { records.suppressionsOfPhone[$0] ?? [] }.compactMap { records.suppressions[$0] }
    }

    func suppressions(after key: String, limit: Int) -> [Suppression] {
        Array(
            records.suppressions.values.filter { $0.phoneKey > key }
                .sorted { ($0.phoneKey, $0.id) < ($1.phoneKey, $1.id) }.prefix(limit))
    }

    func dueNumbers(ofCampaign id: String, limit: Int) -> [CampaignNumber] {
        (records.due[id]?.first(limit) ?? []).compactMap { records.numbers[$0] }
    }

    func turningNumbers(ofCampaign id: String, at now: Date, limit: Int) -> [CampaignNumber] {
        let moment = now.microseconds
        return (records.turns[id]?.first(limit) { $0.at <= moment } ?? []).compactMap { records.numbers[$0] }
    }

    func nextTurn(ofCampaign id: String) -> Date? { (records.turns[id]?.firstKey()).map { Date(microseconds: $0.at) } }

    func dueAhead(of number: CampaignNumber, limit: Int) -> Int {
        guard let key = DueKey(number) else { return 0 }
        return records.due[number.campaignId]?.count(before: key, limit: limit) ?? 0
    }

    func events(ofCampaign id: String, from seq: Int) -> [CampaignEvent] {
        records.events[id, default: []].filter { $0.seq >= seq }
    }

    func lastSeq(ofCampaign id: String) -> Int { records.lastSeqs[id] ?? 0 }
}
