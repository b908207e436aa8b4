import Conversations
import Testing

/// What scripts wish outside of a `script:` is done, too, and reaches no other script (dsl.md 5.2, 5.3).
@Suite struct WishTests {
    private static func call(_ reactions: String, before: String = "") throws -> Call {
        try Call(
            script: """
                \(before)theme: /
                    state: A
                        q!: a
                        q!: $W
                \(reactions)
                    state: B
                        q!: b
                        a: b {{$temp.x}}
                    state: C
                        q!: c
                        script: $session.n = 1;
                        a: c {{$session.n}} {{$context.contextPath}}
                """)
    }

    @Test func aTransitionOfAnInsertionComesAfterTheAnswer() throws {
        var call = try Self.call(
            """
                    a: one {{$reactions.transition("/B")}}two
                    a: never
            """, before: "patterns:\n    $W = w\n")
        #expect(call.says("a") == ["one two", "b "])
        #expect(call.state.contextPath == "/B")
    }

    @Test func aTransitionOfAConditionComesBeforeItsBranch() throws {
        var call = try Self.call(
            """
                    if: $reactions.transition("/B") || true
                        a: never
                    a: never
            """, before: "patterns:\n    $W = w\n")
        #expect(call.says("a") == ["b "])
    }

    @Test func aDeferredOneIsForTheNextRequest() throws {
        var call = try Self.call(
            """
                    if: $reactions.transition({value: "/B", deferred: true}) || true
                        a: yes
                    a: also
            """, before: "patterns:\n    $W = w\n")
        #expect(call.says("a") == ["yes", "also"])
        #expect(call.state.contextPath == "/B")
    }

    @Test func stopScriptLeavesTheTagAndTheState() throws {
        for tag in ["a: {{$jsapi.stopScript()}} never", "if: $jsapi.stopScript()", "go!: {{$jsapi.stopScript()}}"] {
            var call = try Self.call(
                "        a: one\n        \(tag)\n            \(tag.hasPrefix("if") ? "a: never" : "")\n        a: never\n",
                before: "patterns:\n    $W = w\n")
            #expect(call.hears("a").contains { if case .failure = $0 { true } else { false } } == false, "\(tag)")
            call.state = ConversationState()
            #expect(call.says("a") == ["one"], "\(tag)")
        }
    }

    @Test func aNewSessionOfAnInsertion() throws {
        var call = try Self.call(
            """
                    script: $session.n = 5;
                    a: {{$reactions.newSession({message: "c"})}} never
            """, before: "patterns:\n    $W = w\n")
        #expect(call.says("a") == ["c 1 /C"])
    }

    @Test func whatATagLeadsToComesFirstAndNothingIsLeftForOthers() throws {
        var call = try Self.call(
            """
                    go!: {{$reactions.transition("/B"), "/C"}}
            """, before: "patterns:\n    $W = w\n")
        #expect(call.says("a") == ["c 1 /C"])
    }

    @Test func anUnknownTargetIsAFailure() throws {
        var call = try Self.call(
            """
                    a: one {{$reactions.transition("/Nowhere")}}
            """, before: "patterns:\n    $W = w\n")
        #expect(call.failures("a").map(\.code) == ["dialog/unknown-state"])
    }

    @Test func aConverterCanWishNothing() throws {
        var call = try Self.call(
            """
                    script: $temp.x = 1;
                    a: {{$parseTree._W}}
            """,
            before: "patterns:\n    $W = w || converter = function (tree) { $reactions.transition('/B'); return 7; }\n")
        let happenings = call.hears("w")
        #expect(happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } } == ["7"])
        #expect(happenings.contains { if case .note(let note) = $0 { note.hasPrefix("A converter") } else { false } })
    }
}
