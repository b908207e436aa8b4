import CampaignModel
import CivilTime
import Foundation
import Testing

@testable import Server

/// The vendors' words for what the engine has (campaigns.md 3, 7.5, 10).
@Suite struct StatusTests {
    @Test func statesOfCampaigns() {
        let told = CampaignState.allCases.map { state in
            [
                state.rawValue, state.jaicpStatus, state.voipexRunState ?? "–",
                state.twinStatus(isCompleted: true) ?? "–",
            ]
            .joined(separator: " ")
        }
        #expect(
            told == [
                "draft planned IDLE BLANK", "scheduled planned IDLE READY", "running inProcess RUNNING PROCESS",
                "paused paused PAUSED PAUSED", "stopping inProcess RUNNING PROCESS",
                "finished finished COMPLETED FINISHED",
                "deleted deleted – –",
            ])
        #expect(CampaignState.finished.twinStatus(isCompleted: false) == "HALTED")
    }

    @Test func outcomesOfCalls() {
        let told = AttemptOutcome.allCases.map { "\($0.rawValue) \(VoIPEXStatus(of: $0).rawValue) \($0.twinStatus)" }
        #expect(
            told == [
                "answered TERMINATED ANSWERED", "answeredMachine TERMINATED ANSWERED",
                "answeredNoSuccess TERMINATED ANSWERED", "abandoned RS_LOST CANCEL", "busy RS_BUSY BUSY",
                "noAnswer RS_NOANSWER NOANSWER", "rejected RS_REJECTED REJECTED", "nonexistent RS_NUMBER INVALID",
                "congestion RS_REJECTED CONGESTION", "trunkFailure RS_ERROR CHANUNAVAIL",
                "expiredInDial RS_ERROR EXPIRED", "failed RS_ERROR FAILED",
            ])
    }

    @Test func wordsOfControl() {
        #expect(
            ["start", "pause", "resume", "stop", "halted"].map { CampaignControl(jaicp: $0) } == [
                .start, .pause, .resume, .stop, nil,
            ])
        #expect(["play", "pause", "halted", "stop"].map { CampaignControl(twin: $0) } == [.start, .pause, .stop, nil])
        #expect(CampaignControl.allCases.compactMap { VoIPEXControl.encode($0) }.count == 5)
    }

    private let moment = Date(timeIntervalSince1970: 1_790_000_000)

    private func number(_ state: NumberState) -> CampaignNumber {
        var number = CampaignNumber(
            id: "7", campaignId: "1", phone: "+7 999 000 00 01", state: state, reason: "x", addedAt: moment)
        (number.attemptsTotal, number.seriesCount) = (3, 2)
        return number
    }

    private func call(_ outcome: AttemptOutcome, result: String? = nil) -> Attempt {
        var call = Attempt(
            id: "a", campaignId: "1", numberId: "7", seriesId: "s", phoneKey: "79990000001", ordinalInSeries: 1,
            ordinalInNumber: 1, state: .ended, committedAt: moment)
        (call.outcome, call.result, call.endedAt) = (outcome, result, moment.addingTimeInterval(40))
        if outcome.isAnswered { call.answeredAt = moment.addingTimeInterval(10) }
        return call
    }

    @Test func statesOfNumbers() {
        let told = NumberState.allCases.map { JAICPJobStatus(of: number($0), attempts: []).rawValue }
        #expect(
            told == [
                "planned", "planned", "inProcess", "inProcess", "onRetry", "longCallWithNoResult", "notDone",
                "nonexistentNumber", "canceled", "notDone", "nonexistentNumber", "notDone",
            ])
        #expect(JAICPJobStatus(of: number(.notDone), attempts: [call(.busy)]) == .noAnswer)
        #expect(JAICPJobStatus(of: number(.notDone), attempts: [call(.trunkFailure)]) == .notDone)
        #expect(JAICPJobStatus(of: number(.done), attempts: [call(.answered, result: "sold")]) == .longCallWithResult)
    }

    @Test func theReportOfANumber() {
        let report = JAICPReport.job(number(.done), attempts: [call(.busy), call(.answered, result: "sold")])
        #expect(
            report.jsonText == #"""
                {"callJobId":"7","phone":"+7 999 000 00 01","redialNumber":1,"jobStatus":"longCallWithResult","attemptsCount":3,"callDuration":30,"createdAt":1790000000000,"startedAt":1790000000000,"finishedAt":1790000040000,"callResult":"sold"}
                """#)
        let open = JAICPReport.job(number(.onRetry), attempts: [call(.busy)])
        #expect(open["finishedAt"] == .null && open["callResult"] == .null && open["callDuration"] == .number(0))
    }

    @Test func theReportOfACampaign() {
        var campaign = Campaign(id: "1", name: "autumn", state: .running, bot: "bots/callback", createdAt: moment)
        campaign.startedAt = moment.addingTimeInterval(60)
        let numbers = [NumberState.done, .onRetry, .inCall, .planned].map(number)
        let report = JAICPReport.campaign(
            campaign, id: "8231", project: "shop", numbers: numbers,
            attempts: [call(.answered), call(.busy), call(.answered)])
        #expect(
            report.jsonText == #"""
                {"id":"8231","name":"autumn","projectName":"shop","creationDate":1790000000000,"botId":"bots/callback","status":"inProcess","startTime":1790000060000,"endTime":null,"maxSimultaneousCalls":10,"shortReport":{"totalNumbers":4,"processedNumbers":1,"usedTalkingTime":60,"inProcessCalls":1,"retryCalls":1}}
                """#)
    }
}
