import Conversations
import Testing

@Suite struct TraceTests {
    /// `script main.sc:5`, `if main.sc:8 true`, `A -> B`, `A => B` for a deferred one; replies as their words.
    private func steps(_ happenings: [Happening]) -> [String] {
        happenings.compactMap { happening in
            switch happening {
            case .step(.transition(let from, let to, let isDeferred)): "\(from) \(isDeferred ? "=>" : "->") \(to)"
            case .step(.script(let run)):
                switch run.kind {
                case .block: "script \(run.file):\(run.line)"
                case .condition(let value): "if \(run.file):\(run.line) " + (value.map { "\($0)" } ?? "failed")
                case .handler(let phase): "handler of \(phase)"
                case .expression: "text \(run.file):\(run.line)"
                }
            case .reply(let reply): reply.text
            case .failure(let failure): failure.code
            default: nil
            }
        }
    }

    private static let script = """
        theme: /
            state: A
                q!: *
                script:
                    $session.count = ($session.count || 0) + 1;
                if: $session.count > 1
                    a: again
                a: {{ $session.count }} times
                go!: /B

            state: B
                script: $reactions.transition("/C");

            state: C
                go: /A
        """

    @Test func stepsStandWhereTheyHappened() throws {
        let call = try Call(script: Self.script)
        call.runtime.isTraced = true
        var random = call.random
        let result = call.runtime.turn(call.state, .text("x"), in: call.facts, at: call.now, random: &random)
        #expect(
            steps(result.happenings) == [
                "script main.sc:5", "if main.sc:6 false", "text main.sc:8", "1 times", "/A -> /B", "script main.sc:12",
                "/B -> /C", "/C => /A",
            ])
    }

    @Test func handlersAreStepsToo() throws {
        var call = try Call(
            script: """
                init: bind("preProcess", function () { $temp.targetState = "/B"; });
                theme: /
                    state: A
                        q!: *
                        a: a
                    state: B
                        a: b
                """)
        call.runtime.isTraced = true
        #expect(steps(call.hears("x")) == ["handler of preProcess", "/A -> /B", "b"])
    }

    @Test func nothingIsTracedUnasked() throws {
        var call = try Call(script: Self.script)
        #expect(steps(call.hears("x")) == ["1 times"])
    }

    @Test func aTraceTellsWhatAScriptTook() throws {
        var call = try Call(
            """
                    script:
                        var list = [];
                        for (var i = 0; i < 20000; i++) list.push("text " + i);
                    script: 1 + 1;
            """)
        call.runtime.isTraced = true
        let runs = call.hears("x").compactMap { happening -> ScriptRun? in
            if case .step(.script(let run)) = happening { run } else { nil }
        }
        #expect(runs.count == 2)
        #expect(runs[0].bytes > 300_000 && runs[1].bytes < 20_000)
        #expect(runs[0].seconds > runs[1].seconds && runs[1].seconds > 0)
    }

    @Test func aFailedScriptIsAStepToo() throws {
        var call = try Call("        if: $nowhere.field\n            a: no\n")
        call.runtime.isTraced = true
        #expect(steps(call.hears("x")) == ["if main.sc:4 failed", "script/exception"])
    }

    @Test func aTracedTurnDoesWhatAnUntracedOneDoes() throws {
        var plain = try Call(script: Self.script)
        var traced = try Call(script: Self.script)
        traced.runtime.isTraced = true
        for text in ["x", "y", "z"] {
            let happenings = traced.hears(text).filter { if case .step = $0 { false } else { true } }
            #expect(plain.hears(text) == happenings)
            #expect(plain.state == traced.state)
        }
    }
}
