import Conversations
import Testing

/// What a script does to its world spoils nothing that the runtime itself does, and is gone with the turn.
@Suite struct HostileScriptTests {
    private static let builtIns = [
        "JSON", "Date", "String", "Number", "Object", "Array", "Math", "RegExp", "Function", "Error", "Promise", "Map",
    ]

    @Test(arguments: builtIns) func aBuiltInThatIsReplaced(name: String) throws {
        var call = try Call(
            """
                    script:
                        \(name) = null;
                        $session.n = ($session.n || 0) + 1;
                        $reactions.answer("kept {{$session.n}}");
                        $reactions.buttons(["yes", { text: "no" }]);
                        $dialer.setCallResult("done", "well");
                        log({ n: 1 });
            """)
        for turn in 1...2 {
            let happenings = call.hears("x")
            #expect(happenings.contains { if case .failure = $0 { true } else { false } } == false, "\(happenings)")
            #expect(call.state.session == "{\"n\":\(turn)}")
        }
    }

    @Test(arguments: ["Array", "String", "RegExp", "Function", "Object"])
    func prototypesThatAreEmptied(kind: String) throws {
        var call = try Call(
            """
                    script:
                        var names = Object.getOwnPropertyNames(\(kind).prototype);
                        for (var index = 0; index < names.length; index++) {
                            try { delete \(kind).prototype[names[index]]; } catch (e) {}
                        }
                        $reactions.answer("still {{1 + 1}} here");
            """)
        #expect(call.failures() == [])
        #expect(call.says() == ["still 2 here"])
    }

    @Test func theHostIsOutOfReach() throws {
        var call = try Call("        a: {{typeof __host}} {{typeof __ringback.host}}\n")
        #expect(call.says() == ["undefined undefined"])
    }
}
