import BotModel
import BotRuntime
import CampaignModel
import CivilTime
import Conversations
import Foundation
import JavaScript
import SourceText
import Testing
import Understanding
import Utterances

@Suite struct RuntimeTests {
    @Test func sessionAndClientAreKeptAsData() throws {
        var call = try Call(
            """
                    script:
                        $session.n = ($session.n || 0) + 1;
                        $client.seen = true;
                    a: {{$session.n}} {{$client.seen}} {{$request.query}} {{$dialer.getCaller()}} {{$dialer.getPayload().name}}
            """)
        #expect(call.says("hi") == ["1 true hi +16500000000 Ann"])
        #expect(call.says("ho") == ["2 true ho +16500000000 Ann"])
        #expect(call.state.session == #"{"n":2}"#)
    }

    @Test func nothingLeaksFromOneTurnToTheNext() throws {
        var call = try Call(
            """
                    a: {{typeof leaked}} {{String(Array.prototype.foo)}}
                    script:
                        leaked = 1;
                        Array.prototype.foo = 2;
            """)
        #expect(call.says() == ["undefined undefined"])
        #expect(call.says() == ["undefined undefined"])
    }

    @Test func parseTreesHaveValuesConvertersAndShortcuts() throws {
        var call = try Call(
            script: """
                require: code.js
                patterns:
                    $Digit = $regexp<\\d+> || converter = toNumber
                    $Num = ($Digit|one:1)
                theme: /
                    state: Add
                        q!: add $Num::A to $Num::B
                        a: {{$parseTree._A}} {{$parseTree._B}} {{$parseTree.B[0].Digit[0].value + 1}} {{$parseTree.A[0].pattern}} {{$parseTree._Digit}}
                """,
            files: ["code.js": "function toNumber(pt) { return Number(pt.text); }"])
        #expect(call.says("add one to 7") == ["1 7 8 Num 7"])
    }

    @Test func aPatternThatIsGivenUpIsTold() throws {
        var call = try Call(
            script: """
                theme: /
                    state: Costly
                        q!: $regexp<^(x+)+$>
                        a: x
                    state: Rest
                        event!: noMatch
                        a: What?
                """, yaml: "messages:\n  onError:\n    defaultMessage: Sorry.\n")
        let happenings = call.hears(String(repeating: "x", count: 60) + "-b")
        let codes = happenings.compactMap { if case .failure(let failure) = $0 { failure.code } else { nil } }
        #expect(codes == ["match/given-up"])
        #expect(happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } } == ["What?"])
    }

    @Test func aConverterThatFailsLeavesTheTree() throws {
        var call = try Call(
            script: """
                require: code.js
                patterns:
                    $Bad = oops || converter = throwUp
                    $Good = well || converter = toLength
                theme: /
                    state: A
                        q!: $Good $Bad
                        a: {{$parseTree.text}} {{$parseTree._Good}} {{$parseTree._Bad}}
                """,
            files: [
                "code.js":
                    "function throwUp() { throw new Error('no'); }\nfunction toLength(node) { return node.text.length; }"
            ])
        #expect(call.failures("well oops").map(\.message) == ["Error: no"])
        #expect(call.says("well oops") == ["well oops 4 oops"])
    }

    @Test func theClockIsTheCallsOwn() throws {
        var call = try Call(
            "        a: {{new Date().getHours()}} {{Date.now()}} {{$jsapi.currentTime()}} {{new Date() instanceof Date}}\n"
        )
        call.facts.zone = "Europe/Moscow"
        let now = "\(Int(call.now.timeIntervalSince1970 * 1000))"
        #expect(call.says() == ["12 \(now) \(now) true"])
    }

    @Test func happeningsStandInTheirOrder() throws {
        var call = try Call(
            """
                    a: one
                    script:
                        log("note");
                        $dialer.redial({startDateTime: new Date(Date.now() + 3600000), maxAttempts: 9});
                        $reactions.answer("two {{1 + 1}}");
                        $dialer.hangUp();
            """)
        let happenings = call.hears("x")
        var kinds: [String] = []
        for happening in happenings {
            switch happening {
            case .match: kinds.append("match")
            case .reply(let reply): kinds.append("reply " + (reply.text ?? ""))
            case .redial(let request, let refusal):
                kinds.append("redial \(refusal ?? "accepted")")
                #expect(request.policy.maxAttempts == 5)
                #expect(request.notes.count == 1)
                #expect(request.jsonText.contains("\"maxAttempts\":9"))
            case .hangUp(let party): kinds.append("hangUp " + party.rawValue)
            case .directive(let name, _): kinds.append(name)
            case .failure(let failure): kinds.append(failure.message)
            case .log(let text): kinds.append("log " + text)
            case .note(let text): kinds.append("note " + text)
            case .step: kinds.append("step")
            }
        }
        #expect(kinds == ["match", "reply one", "log note", "redial accepted", "reply two 2", "hangUp bot"])
        #expect(call.state.hungUpBy == .bot && call.state.redialUsed)
    }

    @Test func onlyTheFirstRedialCountsAlsoAfterANewSession() throws {
        var call = try Call(
            """
                    script:
                        $dialer.redial({startDateTime: new Date(Date.now() + 3600000)});
                        $jsapi.startSession();
                    a: on
            """)
        #expect(refusals(call.hears("x")) == [nil])
        let second = refusals(call.hears("y"))
        #expect(second.first??.contains("already scheduled") == true)
    }

    private func refusals(_ happenings: [Happening]) -> [String?] {
        happenings.compactMap { if case .redial(_, let refusal) = $0 { .some(refusal) } else { nil } }
    }

    @Test(arguments: [
        ("{maxAttempts: 2}", "startDateTime"), ("{startDateTime: \"soon\"}", "startDateTime"),
        ("{startDateTime: new Date(NaN)}", "startDateTime"),
        ("{startDateTime: new Date(Date.now() + 9), finishDateTime: new Date(Date.now() + 3)}", "finishDateTime"),
        ("{startDateTime: new Date(), maxAttempts: 0}", "maxAttempts"),
        ("{startDateTime: new Date(), retryIntervalInMinutes: \"x\"}", "retryIntervalInMinutes"),
        ("{startDateTime: new Date(), allowedDays: [\"monday\"]}", "allowedDays"),
        ("{startDateTime: new Date(8.64e15)}", "startDateTime"),
        ("{allowedTime: {mon: [{localTimeFrom: \"10:00\"}]}}", "localTimeTo"), ("", "argument"),
    ])
    func aWrongRedialIsAnExceptionWithItsPlace(_ argument: String, names field: String) throws {
        var call = try Call(
            "        a: before\n        script:\n            $dialer.redial(\(argument));\n        a: after\n")
        let happenings = call.hears("x")
        let failure = try #require(
            happenings.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }.first)
        #expect(failure.code == "script/exception")
        #expect(failure.message.contains(field))
        #expect(failure.message.components(separatedBy: "$dialer.redial: ").count == 2)
        #expect(failure.file == "main.sc" && failure.line == 6)
        #expect(refusals(happenings).first??.contains(field) == true)
        #expect(!call.state.redialUsed)
    }

    @Test func aScriptWithoutEndIsOneFailureAndTheTalkGoesOn() throws {
        var call = try Call(
            "        a: before\n        if: $request.query == \"x\"\n            script: for (;;);\n        a: after\n")
        let cut = call.hears("x")
        #expect(cut.compactMap { if case .failure(let failure) = $0 { failure.code } else { nil } } == ["script/time"])
        #expect(cut.contains { if case .reply(let reply) = $0 { reply.text == "before" } else { false } })
        #expect(call.says("y") == ["before", "after"])
    }

    @Test func aSessionThatContainsItselfIsSaidAndTheOldOneStays() throws {
        var call = try Call(
            """
                    script:
                        $session.n = ($session.n || 0) + 1;
                        if ($request.query == "bad") $session.self = $session;
                    a: {{$session.n}}
            """)
        #expect(call.says("good") == ["1"])
        let failure = try #require(call.failures("bad").first)
        #expect(failure.message.contains("$session") && failure.hint?.contains("before this turn") == true)
        #expect(call.says("good") == ["2"])
    }

    @Test func exceptionsPointIntoTheScript() throws {
        var call = try Call(
            "        a: hi\n        script:\n            var a = 1;\n            # a comment\n            nothing.there();\n        a: never\n"
        )
        let failure = try #require(call.failures().first)
        #expect(failure.message.contains("nothing"))
        #expect(failure.line == 8 && failure.file == "main.sc")
        #expect(call.says() == ["hi"])
    }

    @Test func expressionsAndConditionsFailAtTheirPlace() throws {
        var call = try Call("        if: missing.thing\n            a: no\n")
        #expect(call.failures().first?.line == 4)
        call = try Call("        a: Hello {{gone.x}}\n")
        let failure = try #require(call.failures().first)
        #expect(failure.line == 4)
    }

    @Test func aSyntaxErrorIsKnownAtLoadAndSaidWhenReached() throws {
        var call = try Call("        script:\n            var = 1;\n")
        let failure = try #require(call.runtime.loadFailures.first)
        #expect(failure.code == "script/syntax" && failure.line == 5)
        #expect(call.failures().first?.code == "script/syntax")
    }

    @Test func messagesOnErrorApologise() throws {
        var call = try Call(
            "        script: throw new Error(\"x\");\n", yaml: "messages:\n  onError:\n    defaultMessage: Sorry!\n")
        #expect(call.says() == ["Sorry!"])
    }

    @Test func injectorAndDataReachScripts() throws {
        var call = try Call(
            script:
                "require: d.yaml\n    var = d\ninit: boot = d.a[1];\ntheme: /\n    state: A\n        q!: *\n        a: {{$injector.k}} {{boot}}\n",
            files: ["d.yaml": "a: [1, two]\n"], yaml: "injector: {k: v}\n")
        #expect(call.says() == ["v two"])
    }

    @Test func uncertainHowLongRandomAvoidsRepeats() throws {
        let reactions =
            "        random:\n            a: 0\n            a: 1\n            a: 2\n        a: {{$reactions.random(3)}} {{$jsapi.random(3)}}\n"
        var call = try Call(reactions)
        call.random = .queue([2, 2, 1, 1, 1, 1, 0, 0])
        #expect(call.says() == ["2", "1 1"])
        #expect(call.says() == ["0", "0 0"])
        #expect(call.state.drawn != nil)
        call = try Call("        random:\n            a: 0\n            a: 1\n")
        call.random = .seeded(1)
        let said = (0..<20).flatMap { _ in call.says() }
        #expect(zip(said, said.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func aRequestOfATestBringsItsDataAndItsChance() throws {
        var call = try Call(
            "        a: {{$reactions.random(3)}} {{$reactions.random(3)}} {{$reactions.random(3)}} {{$jsapi.random(3)}}\n        a: {{$request.data.offset}} {{$request.data.smartRandom.length}}\n"
        )
        call.facts.isTest = true
        call.facts.phone.requestData = #"{"offset":180,"smartRandom":[2,2]}"#
        call.random = .queue([1, 0])
        call.random.smart = [2, 2]
        #expect(call.says() == ["2 2 1 0", "180 2"])
    }

    @Test func theResponseTellsWhatChanceGave() throws {
        var call = try Call("        a: {{$reactions.random(5)}}\n        script: $response.own = 1;\n")
        call.random = .queue([3])
        let turn = call.runtime.turn(call.state, .text("x"), in: call.facts, at: call.now, random: &call.random)
        #expect(turn.response == #"{"smartRandom":[3],"own":1}"#)
        #expect(turn.state.drawn != nil)
        call = try Call("        a: x\n")
        _ = call.says()
        #expect(call.state.drawn == nil)
    }

    @Test func randomComesFromItsSource() throws {
        var call = try Call(
            "        random:\n            a: 0\n            a: 1\n            a: 2\n        a: {{$reactions.random(5)}} {{$jsapi.random(5)}}\n"
        )
        call.random = .queue([2, 4])
        #expect(call.says() == ["2", "4 0"])
    }
}

/// What recognises intents is given by whoever makes the runtime.
@Suite struct ClassifierTests {
    private struct Certain: IntentClassifying {
        func candidates(for utterance: Utterance) -> [IntentCandidate] {
            utterance.tokens.isEmpty ? [] : [IntentCandidate(intent: 1, source: .phrases, confidence: 0.9)]
        }
    }

    private static func bot() -> Bot {
        let files = [
            "main.sc": """
            theme: /
                state: Bye
                    intent!: /Bye
                    a: bye {{$nlp.match("so long", "/").targetState}}
                state: Else
                    event!: noMatch
                    a: what?
            """,
            "nlu.json":
                #"{"intents": [{"path": "/Hi", "phrases": [{"text": "hi"}]}, {"path": "/Bye", "phrases": [{"text": "bye"}]}]}"#,
        ]
        let configuration = BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"], configuration: configuration,
            read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        return Linker.link(project).0
    }

    private static func says(_ runtime: BotRuntime) -> [String] {
        var random = RandomSource.queue([])
        let result = runtime.turn(
            ConversationState(), .text("I must leave"), in: CallFacts(number: "1"),
            at: Date(timeIntervalSince1970: 0), random: &random)
        return result.happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } }
    }

    @Test func theClassifierThatIsGivenAnswersRulesAndScripts() throws {
        #expect(Self.says(try BotRuntime(bot: Self.bot())) == ["what?"])
        #expect(Self.says(try BotRuntime(bot: Self.bot(), teaching: { _ in Certain() })) == ["bye /Bye"])
    }

    @Test func aPoolTakesItToo() async throws {
        let pool = try BotRuntimePool(bot: Self.bot(), teaching: { _ in Certain() }, size: PoolSize(slots: 1))
        #expect(try await pool.run(in: "a") { Self.says($0) } == ["bye /Bye"])
        pool.close()
    }
}
