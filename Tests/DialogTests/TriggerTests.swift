import Conversations
import Testing

/// Triggers beside patterns: examples, intents, events of the engine, and the parameters of triggers.
@Suite struct TriggerTests {
    @Test func anExampleIsMetByItsWordsWhateverTheirCaseAndPunctuation() {
        var talk = Talk(
            """
            patterns:
                $City = (london/paris)
            theme: /
                state: Hours
                    e!: When do you open?
                    a: at nine
                state: Trip
                    e!: I go to $City
                    a: good trip
            """)
        #expect(talk.hears("when do you OPEN") == ["at nine"])
        #expect(talk.hears("when do you open today").isEmpty)
        #expect(talk.hears("I go to Paris!") == ["good trip"])
    }

    @Test func patternsWinOverExamples() {
        var talk = Talk(
            """
            theme: /
                state: Example
                    e!: call me back
                    a: example
                state: Pattern
                    q!: * call *
                    a: pattern
            """)
        #expect(talk.hears("call me back") == ["pattern"])
    }

    @Test func fromStateTakesSeveralStates() {
        var talk = Talk(
            """
            theme: /
                state: A
                    q!: a
                    a: a
                state: B
                    q!: b
                    a: b
                state: C
                    q: next || fromState = ["/A", "/B"]
                    a: c
            """)
        #expect(talk.hears("next").isEmpty)
        _ = talk.hears("a")
        #expect(talk.hears("next") == ["c"])
        _ = talk.hears("b")
        #expect(talk.hears("next") == ["c"])
        #expect(talk.hears("next").isEmpty)
    }

    @Test func noContextOfATriggerHoldsForThatEntryOnly() {
        var talk = Talk(
            """
            theme: /
                state: Ask
                    q!: ask
                    a: ?
                    state: Hm
                        event: noMatch || noContext = true
                        q: hm
                        a: hm
            """)
        _ = talk.hears("ask")
        #expect(talk.hears("gibberish") == ["hm"])
        #expect(talk.state.contextPath == "/Ask")
        #expect(talk.hears("hm") == ["hm"])
        #expect(talk.state.contextPath == "/Ask/Hm")
    }
}
