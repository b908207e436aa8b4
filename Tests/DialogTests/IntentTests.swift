import Testing

/// Which intent answers: by what it is like, the thresholds of the bot, and the rules of the export.
@Suite struct IntentTests {
    private static let export = """
        {"intents": [
            {"path": "/Bill", "phrases": ["where is my bill", "send me the bill again"],
             "classificationRules": {"refs": [{"entityName": "Meter", "predicate": "CONTAINS_NOT"}]}},
            {"path": "/Reading", "phrases": ["take the bill of my meter"],
             "classificationRules": {"refs": [{"entityName": "@Meter", "predicate": "CONTAINS"}]}},
            {"path": "/Off", "enabled": false, "phrases": ["turn the heating off"]},
            {"path": "/Low", "phrases": ["good morning"]},
            {"path": "/High", "phrases": ["good morning"], "priority": 5}],
         "entities": [{"entity": {"name": "Meter"}, "records": [{"rule": ["meter"]}, {"rule": ["counter"]}]}]}
        """
    private static let script = """
        theme: /
            state: Bill
                intent!: /Bill
                a: bill
            state: Reading
                intent!: /Reading
                a: reading
            state: Off
                intent!: /Off
                a: off
            state: Low
                intent!: /Low
                a: low
            state: High
                intent!: /High
                a: high
            state: Else
                event!: noMatch
                a: what
        """

    private func talk(_ yaml: String = "", _ script: String = script) -> Talk {
        Talk(script, files: ["caila_import.json": Self.export], yaml: yaml)
    }

    @Test func aPhraseThatNobodyWroteDownIsUnderstood() {
        var talk = talk()
        #expect(talk.hears("please send the bill to me") == ["bill"])
        #expect(talk.hears("what a day") == ["what"])
    }

    @Test func theThresholdIsTheBots() {
        var strict = talk("nlp: {intentNoMatchThresholds: {phrases: 0.9}}")
        #expect(strict.hears("please send the bill to me") == ["what"])
        #expect(strict.hears("where is my bill") == ["bill"])
    }

    @Test func entitiesMayShutAnIntentOutOrBeWanted() {
        var talk = talk()
        #expect(talk.hears("send the bill of my meter again") == ["reading"])
        #expect(talk.hears("take me the bill again") == ["bill"])
    }

    @Test func disabledIntentsAreNotHeard() {
        var talk = talk()
        #expect(talk.hears("turn the heating off") == ["what"])
    }

    @Test func uncertainOfTwoThatAreAsSureThePriorityDecides() {
        var talk = talk()
        #expect(talk.hears("good morning") == ["high"])
    }

    @Test func aPatternGoesBeforeASurerIntent() {
        var talk = talk(
            "", "theme: /\n    state: Any\n        q!: * bill *\n        a: any\n" + Self.script.dropFirst(9))
        #expect(talk.hears("where is my bill") == ["any"])
    }
}
