import Conversations
import Testing

/// Action tags with real scripts: what they ask, keep and lead to.
@Suite struct ActionTests {
    @Test func inputTextKeepsWhatWasSaid() throws {
        var call = try Call(
            script: """
                theme: /
                    state: Ask
                        q!: ask
                        InputText:
                            prompt = Your name,
                                {{$request.query}}?
                            varName = name
                            then = ./Thanks
                            actions = [{"type": "buttons", "buttons": [{"name": "Home", "transition": "/Home"}]}]
                        state: Thanks
                            a: Thanks, {{$session.name}}!
                    state: Home
                        a: home
                """)
        #expect(call.says("ask") == ["Your name,\nask?"])
        #expect(call.says("Ann Lee") == ["Thanks, Ann Lee!"])
        _ = call.says("ask")
        #expect(call.says("Home") == ["home"])
    }

    @Test func inputNumberMindsItsLimits() throws {
        var call = try Call(
            script: """
                theme: /
                    state: Ask
                        q!: ask
                        InputNumber:
                            prompt = How many?
                            varName = n
                            minValue = 1
                            maxValue = {{$client.most || 10}}
                            failureMessage = ["Not {{$parseTree._Number}}", "No"]
                            then = /Take
                    state: Take
                        a: {{$session.n + 1}}
                """)
        #expect(call.says("ask") == ["How many?"])
        #expect(call.says("I do not know") == ["How many?"])
        #expect(call.says("take 12 of them") == ["Not 12"])
        #expect(call.says("0") == ["Not 0"])
        #expect(call.says("2,5") == ["3.5"])
        _ = call.says("ask")
        #expect(call.says("семь") == ["8"])
    }

    @Test func aBotsOwnNumberPatternIsTaken() throws {
        var call = try Call(
            script: """
                patterns:
                    $Number = few || converter = function() { return 3; }
                theme: /
                    state: Ask
                        q!: ask
                        InputNumber:
                            varName = n
                            then = /Take
                    state: Take
                        a: {{$session.n}}
                """)
        _ = call.says("ask")
        #expect(call.says("a few") == ["3"])
    }

    @Test(arguments: [
        ("8 (912) 345-67-89", "79123456789"), ("912 345 67 89", "79123456789"), ("+44 20 7946 0958", "442079460958"),
        ("12345", nil),
    ])
    func inputPhoneNumberTakesNumbers(_ said: String, _ kept: String?) throws {
        var call = try Call(
            script: """
                theme: /
                    state: Ask
                        q!: ask
                        InputPhoneNumber:
                            varName = phone
                            failureMessage = Again, please
                            then = /Done
                    state: Done
                        a: {{$session.phone}}
                """)
        _ = call.says("ask")
        #expect(call.says(said) == [kept ?? "Again, please"])
    }

    @Test(arguments: [
        ("on 31.12.2026", "2026-12-31"), ("2027-02-28", "2027-02-28"), ("1/3", "2026-03-01"),
        ("tomorrow", "2026-11-24"),
        ("послезавтра", "2026-11-25"), ("30.02.2026", nil), ("never", nil),
    ])
    func inputDateTakesDates(_ said: String, _ kept: String?) throws {
        var call = try Call(
            script: """
                theme: /
                    state: Ask
                        q!: ask
                        InputDate:
                            prompt = When?
                            varName = day
                            then = /Done
                    state: Done
                        a: {{$session.day}}
                """)
        _ = call.says("ask")
        #expect(call.says(said) == [kept ?? "When?"])
    }

    @Test func confirmationsAreAnsweredByWordsAndButtons() throws {
        var call = try Call(
            script: """
                theme: /
                    state: Ask
                        q!: ask
                        Confirmation:
                            prompt = Sure?
                            agreeState = ./Good
                            disagreeState = ./Bad
                            useButtons = true
                            agreeButton = Do it
                        state: Good
                            a: good
                        state: Bad
                            a: bad
                """)
        for (said, answer) in [("yes, please", "good"), ("не надо", "bad"), ("Do it", "good"), ("No", "bad")] {
            #expect(call.says("ask") == ["Sure?"])
            #expect(call.says(said) == [answer])
        }
    }

    @Test func endSessionForgetsTheSessionAndTheContext() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        script: $session.x = 1;
                        EndSession:
                        a: {{JSON.stringify($session)}} {{$response.endSession}}
                """)
        #expect(call.says("a") == ["{} true"])
        #expect(call.state.contextPath == "/")
    }

    @Test func aTransferredCallGoesOnByItsEvent() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        TransferCallToOperator:
                            dialMessage = One moment
                            phoneNumber = {{"77" + 8}}
                            continueCall = true
                            then = /Back
                            errorState = /Failed
                    state: Back
                        a: back
                    state: Failed
                        a: failed
                """)
        let replies = call.replies("a")
        #expect(replies.map(\.type) == ["text", "switch"])
        #expect(
            replies.last?.json
                == #"{"type":"switch","phoneNumber":"778","continueCall":true,"state":"/A"}"#)
        #expect(call.says(event: "transfer") == ["failed"])
    }

    @Test func aTalkIsHandedOverUnlessNobodyIsThere() throws {
        let script = """
            theme: /
                state: A
                    q!: a
                    TransferToOperator:
                        messageBeforeTransfer = Wait
                        titleOfCloseButton = Close
                        prechatAttributes = {"name": "{{$client.name}}"}
                        noOperatorsOnlineState = /Alone
                        dialogCompletedState = /Done
                state: Alone
                    a: alone
                state: Done
                    a: done
            """
        var call = try Call(script: script)
        #expect(call.replies("a").map(\.type) == ["text", "switch"])
        #expect(call.says(event: "livechatFinished") == ["done"])
        let library = ["code.js": "function hasOperatorsOnline() { return false; }"]
        var alone = try Call(script: "require: code.js\n" + script, files: library)
        #expect(alone.says("a") == ["alone"])
    }

    @Test func aTagOfTheBotGetsItsArguments() throws {
        var call = try Call(
            script: """
                theme: /
                    state: A
                        q!: a
                        Sum:
                            okState = ./Next
                            first = {{1 + 1}}
                            loud = true
                            list = ["x", "{{$request.query}}"]
                        a: never
                        state: Next
                            a: next
                """,
            files: [
                "sum.json": #"""
                {"tagName": "Sum", "startState": "/Sum/Start", "scenarioFile": "sum.sc", // a comment
                 "parameters": [{"name": "okState", "type": "state", "required": true}, {"name": "first", "type": "integer"},
                 {"name": "loud", "type": "bool"}, {"name": "list", "type": "stringArray"}]}
                """#,
                "sum.sc":
                    "theme: /Sum\n    state: Start\n        a: {{JSON.stringify($request.data.args)}}\n        go!: {{$request.data.args.okState}}\n",
            ], yaml: "customTags: [sum.json]\n")
        #expect(call.says("a") == [#"{"okState":"/A/Next","first":2,"loud":true,"list":["x","a"]}"#, "next"])
    }
}
