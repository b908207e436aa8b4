import Conversations
import Testing

/// `$session` and `$client` that grow too big (dsl.md 6.6, 12). Figures and moments of the events are uncertain.
@Suite struct DataLimitTests {
    private static let bot = """
        theme: /
            state: Fill
                q!: fill *
                script:
                    $session.n = ($session.n || 0) + 1;
                    var size = Number($request.query.split(" ")[1]) * 1024;
                    $session.history = new Array(size + 1).join("x");
                a: {{$session.n}}
            state: Client
                q!: client
                script: $client.list = new Array(2000000).join("y");
                a: kept?
        """

    @Test func whatIsTooBigIsNotKeptAndNamed() throws {
        var call = try Call(script: Self.bot, seconds: 5)
        #expect(call.says("fill 1") == ["1"])
        let failure = try #require(call.failures("fill 1100").first)
        #expect(failure.code == "dialog/too-much-data")
        #expect(failure.message.contains("$session takes 1101 KB; 1024 KB is the most"))
        #expect(failure.message.contains("`history`, 1101 KB"))
        #expect(call.state.session.utf8.count < 2000)
        #expect(call.says("fill 1") == ["2"])
        #expect(call.failures("client").first?.message.contains("$client takes") == true)
        #expect(call.state.client == "{}")
    }

    /// A request that leaves too much is given up (dsl.md 4.6): silence, not even an apology, and the talk is where it was.
    @Test func aBotThatLeavesTooMuchIsSilent() throws {
        var call = try Call(
            script: Self.bot, yaml: "messages:\n  onError:\n    defaultMessage: Sorry.\n", seconds: 5)
        _ = call.says("fill 1")
        call.state.offered = [OfferedButton(text: "Yes", targetState: "/Fill")]
        let before = call.state
        #expect(call.says("fill 1100") == [])
        #expect(call.state == before)
        #expect(call.says("client") == [])
        #expect(call.state == before)
    }

    @Test func uncertainABotThatHearsOfTheHardLimitSpeaksOn() throws {
        var call = try Call(
            script: Self.bot + """

                    state: Hard || noContext = true
                        event!: sessionDataHardLimitExceeded
                        a: too much
                """, seconds: 5)
        #expect(call.says("fill 2000") == ["1", "too much"])
        #expect(call.state.contextPath == "/Fill" && call.state.session == "{}")
    }

    @Test func uncertainASoftLimitIsToldWhenItIsPassed() throws {
        var call = try Call(
            script: Self.bot + """

                    state: Soft || noContext = true
                        event!: sessionDataSoftLimitExceeded
                        a: soft {{$request.event}}
                """, seconds: 5)
        #expect(call.says("fill 300") == ["1", "soft sessionDataSoftLimitExceeded"])
        #expect(call.state.contextPath == "/Fill")
        #expect(call.says("fill 310") == ["2"])
        #expect(call.says("fill 1") == ["3"])
        #expect(call.says("fill 300") == ["4", "soft sessionDataSoftLimitExceeded"])
    }

    @Test func uncertainABotMayCleanUpBeforeTheHardLimitHolds() throws {
        var call = try Call(
            script: Self.bot + """

                    state: Hard || noContext = true
                        event!: sessionDataHardLimitExceeded
                        script: delete $session.history;
                        a: cleaned
                """, seconds: 5)
        #expect(call.says("fill 2000") == ["1", "cleaned"])
        #expect(call.failures("fill 2000").isEmpty)
        #expect(call.state.session == #"{"n":2}"#)
    }
}
