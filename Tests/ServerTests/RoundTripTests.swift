import CampaignModel
import CivilTime
import Foundation
import Testing

@testable import Server

/// Random values of the engine, said as a vendor's request and read again: the same values.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<40) func numbersOfAddPhones(seed: UInt64) throws {
        var random = RandomDrafts(seed: seed)
        for _ in 0..<10 {
            let numbers = try (1...Int.random(in: 1...4, using: &random.generator)).map { try random.number(row: $0) }
            let command = EngineCommand.addNumbers(numbers, campaign: "8231.7056.1b131df1")
            #expect(try again(command, .addPhones) == [command])
        }
    }

    @Test(arguments: 0..<40) func campaignsOfVoIPEX(seed: UInt64) throws {
        var random = RandomDrafts(seed: seed)
        for _ in 0..<20 {
            let command = EngineCommand.makeCampaign(random.voipexCampaign())
            #expect(try again(command, .campaigns) == [command])
        }
    }

    @Test(arguments: 0..<40) func campaignsOfTWIN(seed: UInt64) throws {
        var random = RandomDrafts(seed: seed)
        for _ in 0..<20 {
            let draft = random.twinCampaign()
            let request = TWINAutoCall.encode(draft)
            let read = try FixtureSurface.autoCall.decode(Array(request.jsonText.utf8)).commands
            // What the request says besides is kept; all else is as it was.
            guard case .makeCampaign(var again)? = read.first else { throw RequestFaults([]) }
            #expect(TWINAutoCall.encode(again).differences(from: request) == [])
            again.kept = draft.kept
            #expect(again == draft)
        }
    }

    @Test(arguments: 0..<40) func candidatesOfTWIN(seed: UInt64) throws {
        var random = RandomDrafts(seed: seed)
        for _ in 0..<10 {
            let contacts = try (1...3).map { try random.contact(row: $0) }
            let commands = [
                EngineCommand.addContacts(contacts, campaign: "parallel"), .control(.start, campaign: "parallel"),
            ]
            let body = Array(TWINCandidates.encode(commands).jsonText.utf8)
            #expect(try FixtureSurface.batch.decode(body).commands == commands)
        }
    }

    @Test(arguments: 0..<20) func aDraftIsKeptInItsCampaign(seed: UInt64) throws {
        var random = RandomDrafts(seed: seed)
        for draft in [random.twinCampaign(), random.voipexCampaign()] {
            let campaign = draft.campaign(id: "1", at: FixtureSurface.context.now)
            #expect(CampaignDraft(campaign) == draft)
        }
    }

    @Test(arguments: 0..<20) func aCampaignOfOneSurfaceIsShownByTheOthers(seed: UInt64) throws {
        var random = RandomDrafts(seed: seed)
        let voipex = random.voipexCampaign()
        let shown = try FixtureSurface.autoCall.decode(Array(TWINAutoCall.encode(voipex).jsonText.utf8)).commands
        guard case .makeCampaign(let draft)? = shown.first else { throw RequestFaults([]) }
        #expect(draft.name == voipex.name && draft.bot == voipex.bot)
        #expect(draft.defaultPolicy.allowedTime == voipex.defaultPolicy.allowedTime)
        let twin = random.twinCampaign()
        do throws(RequestFaults) {
            _ = try FixtureSurface.campaigns.decode(Array(VoIPEXCampaign.encode(twin).jsonText.utf8))
        } catch {
            // What autoCall has no words for: a number to call from, and an application of the list of this test.
            #expect(error.faults.map(\.pointer) == ["/callerId", "/ivr"])
        }
    }

    @Test func aCampaignThatNoSurfaceMadeIsShown() {
        let campaign = Campaign(id: "1", name: "autumn", bot: "b", createdAt: FixtureSurface.context.now)
        let draft = CampaignDraft(campaign)
        #expect(TWINAutoCall.encode(draft)["cidType"] == .string("default"))
        #expect(VoIPEXCampaign.encode(draft)["activePeriod"]?["endTime"] == .string("24:00"))
    }

    @Test func whatAnotherSurfaceChangedIsShown() throws {
        var random = RandomDrafts(seed: 3)
        var draft = random.twinCampaign()
        draft.kept.append(.init("cps", .string("1.03")))
        draft.pacing.callsPerSecond = 3
        #expect(TWINAutoCall.encode(draft)["cps"] == .string("1.03"))
        draft.pacing.callsPerSecond = 5
        #expect(TWINAutoCall.encode(draft)["cps"] == .number(1.05))
    }

    private func again(_ command: EngineCommand, _ surface: FixtureSurface) throws -> [EngineCommand] {
        let request = try #require(surface.encode([command]))
        return try surface.decode(Array(request.jsonText.utf8)).commands
    }
}
