import CampaignModel
import Commands
import Conversations
import FoundationEssentials
import Testing

@Suite struct PhoneCallTests {
    private let callback: [String: [Happening]] = [
        "/start": [
            .match("/Start", "$regex</start>", 1, rank: 0.99), .says("Hello! Is it a good time to talk?", in: "/Start"),
        ],
        "call me back in an hour": [
            .match("/CallbackInAnHour", "* call [me] [back] * (an/one) hour *", 0.8402, rank: 0.8),
            .says("Okay! I’ll call you back in an hour.", in: "/CallbackInAnHour"), .redialInAnHour, .hangUp(.bot),
        ],
    ]

    @Test func theExampleOfTheDocumentationComesOutToTheLetter() throws {
        let fake = FakeCall(callback, outcome: .twice)
        try fake.call.begin(at: nine)
        try fake.call.say("call me back in an hour", at: nine)
        #expect(
            fake.diary.records == [
                #"{"type":"call","number":"+16500000000","at":"2026-11-23T09:00:00Z"}"#,
                #"{"type":"caller","text":"/start"}"#,
                #"{"type":"match","state":"/Start","pattern":"$regex</start>","score":1,"rank":0.99}"#,
                #"{"type":"reply","state":"/Start","text":"Hello! Is it a good time to talk?"}"#,
                #"{"type":"caller","text":"call me back in an hour"}"#,
                #"{"type":"match","state":"/CallbackInAnHour","pattern":"* call [me] [back] * (an/one) hour *","score":0.84,"rank":0.8}"#,
                #"{"type":"reply","state":"/CallbackInAnHour","text":"Okay! I’ll call you back in an hour."}"#,
                #"{"type":"redial","request":{"startDateTime":"2026-11-23T10:00:00Z","finishDateTime":"2026-11-23T10:15:00Z","maxAttempts":2,"retryIntervalInMinutes":5},"accepted":true,"notes":[]}"#,
                #"{"type":"hangUp","by":"bot"}"#,
                #"{"type":"series","id":"S1","quota":2,"attempts":["2026-11-23T10:00:00Z","2026-11-23T10:05:00Z"]}"#,
            ])
        #expect(fake.call.isOver)
        #expect(
            fake.call.series
                == PlannedSeries(
                    id: "S1", quota: 2, attempts: [nine.addingTimeInterval(3600), nine.addingTimeInterval(3900)]))
    }

    @Test func whatComesBehindAHangUpIsNotHeard() throws {
        let fake = FakeCall(["x": [.says("before", in: "/A"), .hangUp(.bot), .says("behind", in: "/A")]])
        try fake.call.say("x", at: nine)
        #expect(fake.diary.records.contains { $0.contains(#""text":"before""#) && $0.contains(#""reply""#) })
        #expect(fake.diary.records.contains(#"{"type":"note","text":"Not heard, the line was closed: behind"}"#))
    }

    @Test func aTurnIsStoredBeforeItsFirstReplyIsHandedOut() throws {
        let fake = FakeCall(callback, outcome: .twice)
        try fake.call.begin(at: nine)
        try fake.call.say("call me back in an hour", at: nine)
        let kept = try #require(fake.diary.lines.firstIndex(of: "kept with redial"))
        let reply = try #require(fake.diary.lines.firstIndex { $0.contains("I’ll call you back") })
        #expect(kept < reply)
        #expect(fake.diary.lines.last == "ended by bot")
    }

    @Test func whatCouldNotBeStoredIsNotSaid() throws {
        let fake = FakeCall(callback, outcome: .twice)
        fake.keeper.refusal = Trouble(.inputOutput, "The disk is full.")
        #expect(throws: Trouble.self) { try fake.call.begin(at: nine) }
        #expect(!fake.diary.lines.contains { $0.contains(#""reply""#) })
    }

    @Test func aRefusalOfTheLedgerIsARedialThatWasNotAccepted() throws {
        let fake = FakeCall(callback, outcome: .refused(reason: "No calls are left for this number."))
        try fake.call.say("call me back in an hour", at: nine)
        let redial = try #require(fake.diary.records.first { $0.contains(#""redial""#) })
        #expect(redial.hasSuffix(#""accepted":false,"notes":["No calls are left for this number."]}"#))
        #expect(fake.call.series == nil)
    }

    @Test func aSecondRedialOfAConversationIsRefusedByItsOwnReason() throws {
        let fake = FakeCall([
            "again": [.redial(RedialRequest(policy: CallPolicy()), refusal: "Only one series a call.")]
        ])
        try fake.call.say("again", at: nine)
        #expect(
            fake.diary.lines == [
                #"{"type":"caller","text":"again"}"#, "kept",
                #"{"type":"redial","request":{},"accepted":false,"notes":["Only one series a call."]}"#,
            ])
    }

    @Test func aRefusalThatBreaksTheScriptIsReadOnce() throws {
        let reason = "$dialer.redial: startDateTime is the number 123, not a Date."
        let refused = Happening.redial(
            RedialRequest(policy: CallPolicy(), askedJSON: #"{"startDateTime":123}"#), refusal: reason)
        let failure = TurnFailure(code: "script/exception", message: "Error: " + reason, file: "main.sc", line: 5)
        let fake = FakeCall(["thrown": [refused, .failure(failure)], "caught": [refused]])
        try fake.call.say("thrown", at: nine)
        try fake.call.say("caught", at: nine)
        #expect(
            fake.diary.shown == [
                "caller  thrown", #"        redial not accepted: {"startDateTime":123}"#,
                "        main.sc:5: error[script/exception] Error: " + reason,
                "caller  caught", #"        redial not accepted: {"startDateTime":123}"# + "\n          " + reason,
            ])
    }

    @Test func whatTheBotSaysAfterTheCallerHungUpIsNotHeard() throws {
        let fake = FakeCall(["@hangup": [.says("Come back!", in: "/Bye"), .redialInAnHour]], outcome: .twice)
        try fake.call.hangUp(at: nine)
        #expect(
            fake.diary.lines.prefix(4) == [
                #"{"type":"hangUp","by":"caller"}"#, #"{"type":"event","name":"hangup"}"#, "kept with redial",
                #"{"type":"note","text":"Not heard, the line was closed: Come back!"}"#,
            ])
        #expect(
            fake.diary.lines.suffix(2) == [
                #"{"type":"series","id":"S1","quota":2,"attempts":["2026-11-23T10:00:00Z","2026-11-23T10:05:00Z"]}"#,
                "ended by caller",
            ])
        try fake.call.hangUp(at: nine)
        #expect(fake.diary.lines.filter { $0.hasPrefix("ended") }.count == 1)
    }

    @Test func silenceIsOnlySaidToABotThatCares() throws {
        let deaf = FakeCall([:])
        #expect(try !deaf.call.keepSilent(at: nine))
        #expect(deaf.diary.lines.isEmpty)
        let patient = FakeCall(["@speechNotRecognized": [.says("Are you there?", in: "/Silence")]])
        #expect(try patient.call.keepSilent(at: nine))
        #expect(patient.diary.records.count == 2)
    }

    @Test func aBotWithoutAGreetingIsSpokenToFirst() throws {
        let fake = FakeCall([:])
        try fake.call.begin(at: nine)
        #expect(
            fake.diary.records.last
                == #"{"type":"note","text":"The bot waits for you to speak first: no state answers `/start`."}"#)
    }

    @Test func wordsThatNoStateAnswersAreSaidToBeSo() throws {
        let fake = FakeCall([:])
        try fake.call.say("hello", at: nine)
        #expect(fake.diary.records.last == #"{"type":"note","text":"No state answers this; the bot says nothing."}"#)
    }
}
