import Conversations
import Testing

@testable import Dialog

/// Texts that are too long or too much, and how data is measured (dsl.md 6.6, 10.2, 12).
@Suite struct LimitTests {
    private static let bot = """
        theme: /
            state: Any
                q!: *
                a: any
            state: Long
                event!: lengthLimit
                a: long
        """

    @Test(arguments: [
        ("one two three", "any"), ("one two three four", "long"), ("one, two", "any"), ("one, two.", "long"),
        ("a-b c d", "any"), (" one   two three ", "any"), ("????", "long"),
    ])
    func wordsAreCountedWithTheirMarks(_ text: String, _ said: String) {
        var talk = Talk(Self.bot, yaml: "nlp: {lengthLimit: {words: 3}}\n")
        #expect(talk.hears(text) == [said])
    }

    @Test func aLimitThatIsOffHoldsNothing() {
        for limit in ["enabled: false, symbols: 2, words: 1", "symbols: -1, words: -1", "words: 0"] {
            var talk = Talk(Self.bot, yaml: "nlp: {lengthLimit: {\(limit)}}\n")
            #expect(talk.hears("one two three") == ["any"])
        }
    }

    @Test func aTextThatIsTooMuchForThePatternsIsTheEventTimeLimit() {
        let costly = "theme: /\n    state: Costly\n        q!: $regexp<^(x+)+$>\n        a: x\n"
        let text = String(repeating: "x", count: 60) + "-b"
        var talk = Talk(costly + "    state: Slow\n        event!: timeLimit\n        a: slow\n")
        #expect(talk.hears(text) == ["slow"])
        #expect(talk.machine.explainer().explanation(of: text, in: .root).substitute?.event == "timeLimit")
        talk = Talk(costly + "    state: Else\n        event!: noMatch\n        a: else\n")
        #expect(talk.hears(text) == ["else"])
    }

    @Test(arguments: [
        (#"{"a":1,"bb":[1,2,{"c":"}],"}],"d":"x"}"#, "bb"), (#"{"\"q":"\\\\\\\\","r":null}"#, #"\"q"#),
        (#"{"a":{}}"#, "a"),
    ])
    func theBiggestMemberIsFound(_ json: String, _ name: String) {
        #expect(DataLimit.biggestMember(of: json)?.name == name)
    }

    @Test func whatIsNoObjectHasNoMember() {
        for json in ["", "{}", "null", "[1,2", "}}}}", "\"", "{\"a", ":::,,,"] { _ = DataLimit.biggestMember(of: json) }
        #expect(DataLimit.biggestMember(of: "{}") == nil)
    }
}
