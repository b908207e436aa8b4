import CampaignModel
import Conversations
import Foundation
import Testing

/// `$dialer`: what it answers, what it leaves, and what it says of wrong arguments (dsl.md 5.5, campaigns.md 11).
@Suite struct DialerTests {
    /// A phone call of a campaign.
    private static var phone: PhoneFacts {
        var phone = PhoneFacts()
        phone.trunk = "office"
        phone.headers = ["X-Client": "42"]
        phone.zone = "Europe/Moscow"
        phone.standing = CallStanding(
            campaign: "spring",
            campaignPolicy: CallPolicy(
                allowedDays: [.mon, .fri], allowedTime: AllowedTime(byDefault: [DayInterval(from: 600, to: 1080)]),
                retryIntervalInMinutes: 30),
            numberPolicy: CallPolicy(allowedDays: [.sun]), retryIntervalInMinutes: 5,
            history: DialHistory(
                completedAttempts: 2, availableAttempts: 3, completedAttemptsToPhone: 4, availableAttemptsToPhone: 6))
        phone.recording.path = "a/b.mp3"
        phone.recording.address = "https://calls/{sessionId}"
        phone.recording.token = "t0ken"
        phone.voice.tts = #"{"speed":1,"voice":"ann"}"#
        return phone
    }

    private func said(
        _ expression: String, in phone: PhoneFacts? = DialerTests.phone, event: String? = nil, data: String? = nil
    ) throws -> String? {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: *
                        event!: transfer
                        event!: onCallNotConnected
                        event!: onCallNotConnectedTechnical
                        event!: bargeInIntent
                        script:
                            $reactions.answer("" + JSON.stringify(\(expression)));
                """)
        if let phone { call.facts.phone = phone }
        let incoming = event.map { Incoming.event($0, data: data) } ?? .text("x")
        let turn = call.runtime.turn(call.state, incoming, in: call.facts, at: call.now, random: &call.random)
        return turn.happenings.lazy.compactMap {
            switch $0 {
            case .reply(let reply): reply.text
            case .failure(let failure): failure.message
            default: nil
            }
        }.first
    }

    /// What a script leaves: directives with their data, replies, notes and failures.
    private func left(_ code: String) throws -> [String] {
        var call = try Call("        script:\n            \(code);\n")
        return call.hears("x").compactMap {
            switch $0 {
            case .directive(let name, let arguments): name + " " + arguments
            case .reply(let reply): reply.json
            case .failure(let failure): "failed: " + failure.message
            case .note(let note): "note: " + note
            case .hangUp: "hangUp"
            default: nil
            }
        }
    }

    // MARK: Who is called, the campaign, the recording

    @Test(arguments: [
        ("$dialer.getCaller()", #""+16500000000""#), ("$dialer.getTrunk()", #""office""#),
        ("$dialer.getPayload().name", #""Ann""#), ("$dialer.getSipHeaders()", #"{"X-Client":"42"}"#),
        ("$dialer.isIncomingCall()", "false"), ("$dialer.getAbonentTimezone()", #""Europe/Moscow""#),
        ("$dialer.getCampaignToken()", #""spring""#),
        (
            "$dialer.getCampaignSchedule()",
            #"{"allowedDays":["mon","fri"],"allowedTime":{"default":[{"localTimeFrom":"10:00","localTimeTo":"18:00"}]}}"#
        ),
        ("$dialer.getDialSchedule()", #"{"allowedDays":["sun"]}"#),
        (
            "$dialer.getDialHistory()",
            #"{"completedAttempts":2,"availableAttempts":3,"completedAttemptsToPhone":4,"availableAttemptsToPhone":6}"#
        ),
        ("$dialer.getRetryIntervals()", #"{"retryIntervalInMinutes":5,"campaignRetryIntervalInMinutes":30}"#),
        ("$dialer.getCallRecordingPath()", #""a/b.mp3""#),
        ("$dialer.getCallRecordingFullUrl()", #""https://calls/{sessionId}""#),
        ("$dialer.getAudioToken()", #""t0ken""#), ("$dialer.getTtsConfig()", #"{"speed":1,"voice":"ann"}"#),
        ("$dialer.getAsrConfig()", "{}"),
    ])
    func gettersKnowTheCall(_ expression: String, _ wanted: String) throws {
        #expect(try said(expression) == wanted)
    }

    @Test(arguments: [
        ("$dialer.getTrunk()", "\"\""), ("$dialer.getSipHeaders()", "{}"), ("$dialer.isIncomingCall()", "false"),
        ("$dialer.getCampaignSchedule()", "{}"), ("$dialer.getDialHistory()", "{}"),
        ("$dialer.getRetryIntervals()", "{}"), ("$dialer.getTransferStatus()", "{}"),
        ("$dialer.getBargeInIntentStatus()", "{}"), ("$dialer.getBargeInLabel()", "\"\""),
        ("$dialer.isBargeInInterrupted()", "false"), ("$dialer.getCallNotConnectedReason()", "\"\""),
        ("$dialer.getCallRecordingPath()", "\"\""), ("$dialer.getAsrConfig()", "{}"),
    ])
    func outsideOfTelephonyTheyAreEmpty(_ expression: String, _ wanted: String) throws {
        #expect(try said(expression, in: nil) == wanted)
    }

    // MARK: The wire

    @Test(arguments: [
        ("$request.rawRequest.caller", #""+16500000000""#), ("$request.rawRequest.extension", #""office""#),
        ("$request.rawRequest.originateData.payload", #"{"name":"Ann"}"#),
        (
            "$request.rawRequest.originateData.callScenarioData.schedule.dialSchedule.allowedDays[0]", #""sun""#
        ),
        ("$request.rawRequest.originateData.callScenarioData.callAttemptsHistory.completedAttempts", "2"),
        ("$context.request.rawRequest.asrTtsProviderData.tts.speed", "1"),
        ("$request.data.resterisk.callRecordingFile", #""a/b.mp3""#),
        ("$request.data.resterisk.callRecordsDownloadData.audioToken.token", #""t0ken""#),
        ("$request.rawRequest === $request.rawRequest", "true"),
        ("($request.rawRequest.mine = 1, $request.rawRequest.mine)", "1"),
        ("($request.rawRequest = 5, $request.rawRequest)", "5"),
        ("Object.keys($request).indexOf(\"rawRequest\") >= 0", "true"),
        ("(Object.freeze($request), $request.rawRequest.extension)", #""office""#),
        ("delete $request.rawRequest && $request.rawRequest === undefined", "true"),
    ])
    func theWireHasItsShapes(_ expression: String, _ wanted: String) throws {
        #expect(try said(expression) == wanted)
    }

    @Test func eventsBringTheirData() throws {
        let transfer = #"{"status":"SUCCESS","hangup":false,"number":"+1"}"#
        #expect(try said("$dialer.getTransferStatus()", event: "transfer", data: transfer) == transfer)
        #expect(
            try said("$request.rawRequest.transferStatus.status", event: "transfer", data: transfer) == "\"SUCCESS\"")
        let busy = #"{"reason":"BUSY"}"#
        #expect(try said("$dialer.getCallNotConnectedReason()", event: "onCallNotConnected", data: busy) == "\"BUSY\"")
        #expect(
            try said(
                "$request.data.resterisk.callNotConnectedData.reason", event: "onCallNotConnectedTechnical", data: busy)
                == "\"BUSY\"")
        let intent = #"{"text":"no","resultType":"final","bargeInIf":"early"}"#
        #expect(
            try said("$dialer.getBargeInIntentStatus().bargeInIf", event: "bargeInIntent", data: intent) == "\"early\"")
        #expect(
            try said(
                "$request.rawRequest.bargeInIntentStatus.recognitionResult.text", event: "bargeInIntent", data: intent)
                == "\"no\"")
    }

    @Test(arguments: ["5", "[1]", "null", "\"x\"", "{\"status\": {}}"]) func oddDataOfAnEventIsHarmless(data: String)
        throws
    {
        #expect(try said("1 + typeof $dialer.getTransferStatus()", event: "transfer", data: data) == "\"1object\"")
    }

    @Test func aTestTellsTheRawRequest() throws {
        var phone = PhoneFacts()
        phone.rawRequest = """
            {"caller":7,"extension":"lab","mine":1,"transferStatus":{"status":"FAIL"},"asrTtsProviderData":{"tts":{"speed":2}},
             "originateData":{"payload":{"name":"Bob"},"callScenarioData":{"callAttemptsHistory":{"completedAttempts":9}}}}
            """
        for (expression, wanted) in [
            ("$dialer.getCaller() + $dialer.getTrunk()", #""7lab""#), ("$dialer.getPayload().name", #""Bob""#),
            ("$dialer.getDialHistory()", #"{"completedAttempts":9}"#), ("$dialer.getTtsConfig().speed", "2"),
            ("$request.rawRequest.mine", "1"), ("$request.rawRequest.originateData.payload.name", #""Bob""#),
        ] {
            #expect(try said(expression, in: phone) == wanted)
        }
        #expect(try said("$dialer.getTransferStatus().status", in: phone, event: "transfer") == "\"FAIL\"")
        phone.rawRequest = #"{"originateData":5,"caller":null}"#
        #expect(try said("$dialer.getPayload().name", in: phone) == "\"Ann\"")
    }

    @Test func whileABotIsLoadedNobodyIsOnTheLine() throws {
        var call = try Call(
            "        a: {{trunk}}|{{said}}\n",
            before:
                "init:\n    var trunk = $dialer.getTrunk(), said; try { $dialer.hangUp(); } catch (e) { said = e.message; }\n"
        )
        #expect(call.says().first?.hasPrefix("|Nobody is on the line") == true)
    }

    // MARK: What comes of the call

    @Test(arguments: [
        ("$dialer.setCallResult(\"done\", {n: 1})", #"setCallResult {"result":"done","payload":{"n":1}}"#),
        ("$dialer.setCallResult(5)", #"setCallResult {"result":"5"}"#),
        ("$dialer.setCallResultAccepted()", #"setCallResult {"result":"ACCEPTED"}"#),
        ("$dialer.setCallResultRejected(\"too dear\")", #"setCallResult {"result":"REJECTED","payload":"too dear"}"#),
        ("$dialer.reportData(\"Rating\", 5)", #"reportData {"header":"Rating","value":"5","order":0}"#),
        ("$dialer.reportData(\"A\", {b: [1]}, 2)", #"reportData {"header":"A","value":"{\"b\":[1]}","order":2}"#),
        ("$dialer.reportData(\"A\", \"\", \"3\")", #"reportData {"header":"A","value":"","order":3}"#),
        ("$dialer.addCallTag(\"callback\")", #"addCallTag {"tag":"callback"}"#),
        ("$dialer.setAsrProperties({a: 1})", #"setAsrProperties {"a":1}"#),
        ("$dialer.setAsrConfig({model: \"phone\"})", #"setAsrConfig {"model":"phone"}"#),
        ("$dialer.hangUp(\"(over)\")", "hangUp"), ("$dialer.hangUp()", "hangUp"),
        ("$dialer.transferCall(\"+1\")", #"{"type":"switch","phoneNumber":"+1","state":"/A"}"#),
        (
            "$dialer.transferCall(\"+1\", {a: \"b\"})",
            #"{"type":"switch","phoneNumber":"+1","headers":{"a":"b"},"state":"/A"}"#
        ),
        (
            "$dialer.transferCall({sipUri: \"sip:1@a\", method: \"refer\", continueCall: true})",
            #"{"type":"switch","sipUri":"sip:1@a","method":"refer","state":"/A"}"#
        ),
        (
            "$dialer.transferCall({phoneNumber: 8800, continueCall: true, transferChannel: \"t\", timeout: 30})",
            #"{"type":"switch","phoneNumber":"8800","transferChannel":"t","timeout":30,"continueCall":true,"state":"/A"}"#
        ),
    ])
    func effectsAreData(_ code: String, _ wanted: String) throws { #expect(try left(code) == [wanted]) }

    @Test func aDateInTheReportIsItsText() throws {
        #expect(
            try left("$dialer.reportData(\"A\", new Date(0))")
                == [#"reportData {"header":"A","value":"1970-01-01T00:00:00.000Z","order":0}"#])
    }

    @Test(arguments: [
        ("bargeInTransition: \"/Nowhere\"", "belongs to an answer"),
        ("bargeInTriger: \"final\"", "`bargeInTriger` is no setting"),
    ])
    func whatBargeInResponseIgnoresIsTold(_ member: String, says: String) throws {
        var call = try Call("        script: $dialer.bargeInResponse({bargeIn: \"forced\", \(member)});\n")
        let notes = call.hears("x").compactMap { if case .note(let note) = $0 { note } else { nil } }
        #expect(notes.count == 1 && notes[0].contains(says), "\(notes)")
    }

    @Test func aLongValueOfTheReportIsCut() throws {
        let cut = try #require(try left("$dialer.reportData(\"A\", \"x\".repeat(40000))").first)
        #expect(cut.filter { $0 == "x" }.count == 30_000)
    }

    /// Each error names the member, what was found, and what to give.
    @Test(arguments: [
        ("setCallResult()", "nothing"), ("setCallResult(\"\")", "an empty text"), ("setCallResult({})", "an object"),
        ("setCallResult(\"a\", cyclic)", "an object"), ("setCallResult(\"a\", function () {})", "a function"),
        ("reportData()", "nothing"), ("reportData(\"A\")", "nothing"), ("reportData(\"A\", null)", "null"),
        ("reportData(null, 1)", "null"), ("reportData(\"h\".repeat(256), 1)", "256 characters"),
        ("reportData(\"A\", cyclic)", "an object"), ("reportData(\"A\", Symbol())", "a symbol"),
        ("reportData(\"A\", 1, \"first\")", "the text `first`"), ("reportData(\"A\", 1, NaN)", "NaN"),
        ("addCallTag()", "nothing"), ("addCallTag([])", "a list"),
        ("setNoInputTimeout()", "nothing"), ("setNoInputTimeout(\"soon\")", "the text `soon`"),
        ("setNoInputTimeout(NaN)", "NaN"), ("setNoInputTimeout(Infinity)", "Infinity"),
        ("setNoInputTimeout(null)", "null"),
        ("bargeInResponse()", "nothing"), ("bargeInResponse({})", "nothing"),
        ("bargeInResponse({bargeIn: \"force\"})", "the text `force`"),
        ("bargeInResponse({bargeIn: \"forced\", bargeInTrigger: 1})", "the number 1"),
        ("bargeInResponse({bargeIn: \"forced\", noInterruptTime: -1})", "-1"),
        ("bargeInResponse({bargeIn: \"forced\", noInterruptTime: \"x\"})", "the text `x`"),
        ("bargeInInterrupt()", "nothing"), ("bargeInInterrupt(\"true\")", "the text `true`"),
        ("setAsrConfig()", "nothing"), ("setTtsConfig([])", "a list"), ("setTtsConfig(cyclic)", "an object"),
        ("setAsrProperties(5)", "the number 5"),
        ("transferCall()", "nothing"), ("transferCall({})", "nothing"),
        ("transferCall({phoneNumber: \"+1\", method: \"send\"})", "the text `send`"),
        ("transferCall({phoneNumber: \"+1\", continueCall: \"yes\"})", "the text `yes`"),
        ("transferCall(\"+1\", \"X-A: 1\")", "the text `X-A: 1`"), ("hangUp({})", "an object"),
    ])
    func wrongArgumentsAreSaid(_ call: String, found: String) throws {
        let left = try left("var cyclic = {}; cyclic.cyclic = cyclic; $dialer.\(call)")
        let name = String(call.prefix { $0 != "(" })
        #expect(left.count == 1)
        let message = left.first ?? ""
        #expect(message.hasPrefix("failed: Error: $dialer.\(name): ") && message.contains(found), "\(message)")
        #expect(message.contains("give") || message.contains("it is") || message.contains("at most"), "\(message)")
    }

    @Test func aRedialInACallFromOutsideIsIgnoredWithAWord() throws {
        var call = try Call("        script: $dialer.redial({startDateTime: new Date(Date.now() + 9000)});\n")
        call.facts.phone.isIncoming = true
        let refusals = call.hears("x").compactMap { if case .redial(_, let refusal) = $0 { refusal } else { nil } }
        #expect(refusals.count == 1 && refusals[0].contains("no campaign"))
        #expect(!call.state.redialUsed)
    }
}
