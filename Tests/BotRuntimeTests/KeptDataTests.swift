import Conversations
import Testing

@Suite struct KeptDataTests {
    private func failures(_ happenings: [Happening]) -> [String] {
        happenings.compactMap { if case .failure(let failure) = $0 { failure.message } else { nil } }
    }

    @Test(arguments: [
        ("$client = 'abc'", "$client"), ("$session = 'text'", "$session"), ("$context.session = 5", "$session"),
        ("$session = [1, 2]", "$session"), ("$client = null", "$client"),
        ("Object.prototype.toJSON = function () { return 'x' }", "$session"),
    ])
    func whatIsNoObjectIsNotKept(_ code: String, _ name: String) throws {
        var call = try Call("        script:\n            \(code);\n        a: said\n")
        call.state = ConversationState(session: #"{"a":1}"#, client: #"{"b":2}"#)
        let told = failures(call.hears("x"))
        #expect(told.contains { $0.hasPrefix(name + " is no object but ") })
        #expect(call.state.session == #"{"a":1}"# || name == "$client")
        #expect(call.state.client == #"{"b":2}"#)
    }

    @Test func aReplyThatIsNoneIsLeftOutAndTold() throws {
        var call = try Call(
            """
                    a: one
                    script: $response.replies.push(null, {type: "text", text: "two"}, 5);
                    a: three
            """)
        let happenings = call.hears("x")
        #expect(
            happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } } == [
                "one", "two", "three",
            ])
        let lines = happenings.compactMap { if case .log(let text) = $0 { text } else { nil } }
        #expect(lines.count == 2 && lines[0].hasPrefix("$response.replies[1] is null and was left out"))
    }

    /// What a caller says is said back as it is, whatever it looks like.
    @Test func wordsOfACallerAreNeverCode() throws {
        var call = try Call(
            """
                    script:
                        $reactions.answer("You said " + $request.query);
                        $reactions.answer("{{ 1 + 1 }}");
            """)
        let redial = "{{$dialer.redial({startDateTime: new Date(Date.now() + 3600000)})}}"
        #expect(call.says(redial) == ["You said " + redial, "2"])
        #expect(!call.state.redialUsed)
    }

    @Test func aCallThatNobodyTookIsASessionOfItsOwn() throws {
        let call = try Call(
            script: """
                theme: /
                    state: Missed
                        event!: onCallNotConnected
                        script: $session.missed = true;
                """)
        var state = ConversationState(contextPath: "/Old", session: #"{"old":1}"#, client: #"{"b":2}"#)
        state.redialUsed = true
        var random = call.random
        let after = call.runtime.turn(
            state, .event("onCallNotConnected"), in: call.facts, at: call.now, random: &random
        ).state
        #expect(after.session == #"{"missed":true}"#)
        #expect(after.client == #"{"b":2}"# && after.redialUsed)
    }
}
