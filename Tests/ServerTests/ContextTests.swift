import CampaignModel
import CivilTime
import Foundation
import Testing

@testable import Server

/// What a request is read beside.
@Suite struct ContextTests {
    private let nowhere = RequestContext(now: FixtureSurface.context.now)

    @Test func aDateWithoutOffsetAndZoneIsNoMoment() throws {
        let body = Array(#"[{"phone":"16500000000","startDateTime":"2026-11-23T10:00:00"}]"#.utf8)
        let error = #expect(throws: RequestFaults.self) { try AddPhones(campaign: "1", context: nowhere).decode(body) }
        #expect(error?.faults.map(\.code) == ["dateWithoutOffset"])
    }

    @Test func anAccountWithoutZoneStartsInUTCAndIsTold() throws {
        let draft = CampaignDraft(name: "autumn", surface: nil)
        var request = TWINAutoCall.encode(draft).members.without(["startType"])
        request += [.init("startType", .string("time")), .init("startMoment", .string("2026-11-23 10:00"))]
        request.append(.init("defaultExecData", .string("robot")))
        let body = Array(PolicyValue.object(request).jsonText.utf8)
        let decoded = try TWINAutoCall(context: nowhere).decode(body)
        guard case .makeCampaign(let read)? = decoded.commands.first else { throw RequestFaults([]) }
        #expect(read.start == .at(Date(timeIntervalSince1970: 1_795_428_000)) && read.zone == "UTC")
        #expect(decoded.warnings.map(\.pointer) == ["/startMoment"])
    }

    @Test func aNumberMayHaveAsManyAttemptsAsItAsksForWhenTheCampaignSaysNothing() throws {
        let body = Array(#"[{"phone":"16500000000","maxAttempts":50}]"#.utf8)
        let decoded = try AddPhones(campaign: "1", context: nowhere).decode(body)
        guard case .addNumbers(let numbers, _)? = decoded.commands.first else { throw RequestFaults([]) }
        #expect(numbers.first?.policy.maxAttempts == 50 && decoded.warnings.isEmpty)
    }
}
