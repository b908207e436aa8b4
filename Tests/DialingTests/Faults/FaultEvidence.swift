import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// What is left of a run: what the network saw, and what the store says.
struct FaultEvidence {
    let world: FaultWorld
    let rings: [Ring]
    let campaigns: [Campaign]
    let numbers: [CampaignNumber]
    let attempts: [Attempt]
    let series: [Series]
    let events: [String: [CampaignEvent]]

    /// A line of the network's log, read without any code of the dialer.
    struct Ring: Decodable {
        let attempt: String
        let campaign: String
        let phone: String
        let committedAt: String
        let at: String
        let until: String
        let outcome: String

        var begin: Date { Date(iso: at) ?? .distantPast }
        var end: Date { Date(iso: until) ?? .distantFuture }
        var decision: Date { Date(iso: committedAt) ?? .distantPast }
    }

    init(_ world: FaultWorld) throws {
        self.world = world
        rings = world.log
        let ids = world.setting.campaignIds
        (campaigns, numbers, attempts, series, events) = try world.store.read { reading throws(StoreError) in
            var campaigns: [Campaign] = []
            var numbers: [CampaignNumber] = []
            var events: [String: [CampaignEvent]] = [:]
            for id in ids {
                campaigns += [try reading.campaign(id: id)].compactMap(\.self)
                numbers += try reading.numbers(ofCampaign: id)
                events[id] = try reading.events(ofCampaign: id, from: 1)
            }
            var series: [Series] = []
            for number in numbers { series += try reading.series(ofNumber: number.id) }
            return (campaigns, numbers, try reading.attempts(ofNumbers: numbers.map(\.id)), series, events)
        }
    }

    /// The rings of a number, in their order.
    func rings(of number: CampaignNumber) -> [Ring] {
        rings.filter { $0.campaign == number.campaignId && CampaignNumber.key(of: $0.phone) == number.phoneKey }
            .sorted { $0.begin < $1.begin }
    }

    /// Everything that must hold and does not.
    var violations: [String] {
        ringsOnce + overlaps + tooManyLines + wrongMoments + tooManyCalls + unfinished + givenUp + silenceBroken
            + ringsWithoutRecord + wrongCounts + brokenPromises + wrongLog
    }
}

extension FaultWorld {
    /// The calls in the network's log.
    var log: [FaultEvidence.Ring] {
        let text = (try? String(contentsOfFile: logPath, encoding: .utf8)) ?? ""
        let decoder = JSONDecoder()
        return text.split(separator: "\n").filter { $0.contains("\"ring\"") }
            .compactMap { try? decoder.decode(FaultEvidence.Ring.self, from: Data($0.utf8)) }
    }
}
