import BotModel
import Conversations
import Dialog
import Foundation
import PatternMatching
import Testing
import Understanding
import Utterances

/// What of slot filling is beyond the bot in `BotRuntimeTests/Fixtures/bots/slot-filling`.
@Suite struct SlotTests {
    private static let export = """
        {"intents": [{"path": "/Way", "phrases": ["go", "go from @City"], "slots": [
            {"name": "from", "entity": "City", "required": true, "prompts": ["From?", "Say it again?"]},
            {"name": "to", "entity": "City", "required": true, "prompts": ["To?"]}]}, {"path": "/Bye", "phrases": ["bye"]}],
         "entities": [{"entity": {"name": "City"}, "records": [{"rule": ["Oslo"]}, {"rule": ["Bergen"]}]}]}
        """
    private static let script = """
        theme: /
            state: Way
                intent!: /Way
                a: on the way
            state: Bye
                intent!: /Bye
                a: bye
            state: Late
                event!: late
                a: late
            state: Else
                event!: noMatch
                a: what
        """
    private static let required = "require: slotfilling/slotFilling.sc\n    module = sys.zb-common\n"

    private func talk(_ yaml: String = "", required: String = required) -> Talk {
        Talk(required + Self.script, files: ["caila_import.json": Self.export], yaml: yaml)
    }

    @Test func withoutTheLibraryNothingIsAsked() {
        var talk = talk(required: "")
        #expect(talk.hears("go") == ["on the way"])
    }

    @Test func slotsOfOneEntityAreFilledInTheOrderOfTheText() {
        var talk = talk()
        #expect(talk.hears("go") == ["From?"])
        #expect(talk.hears("Bergen to Oslo") == ["on the way"])
        #expect(talk.scripts.recognised == ["/Way", "/Way"])
        #expect(talk.hears("go from Oslo") == ["To?"])
        #expect(talk.hears("Bergen") == ["on the way"])
        #expect(talk.state.openSlots == nil)
    }

    @Test func theQuestionSurvivesEventsAndTheProcess() throws {
        var talk = talk()
        #expect(talk.hears("go from Oslo") == ["To?"])
        #expect(talk.hears(.event("late")) == ["late"])
        let kept = try JSONEncoder().encode(talk.state)
        #expect(kept.count < 400)
        var other = self.talk()
        other.state = try JSONDecoder().decode(ConversationState.self, from: kept)
        #expect(other.hears("Bergen") == ["on the way"])
    }

    @Test func uncertainWhatEndsTheQuestion() {
        var talk = talk()
        _ = talk.hears("go")
        #expect(talk.hears("bye") == ["Say it again?"])
        #expect(talk.hears("bye") == ["bye"])
        _ = talk.hears("go")
        #expect(talk.hears(.goTo(state: "/Bye")) == ["bye"])
        #expect(talk.state.openSlots == nil)
        #expect(talk.hears("no idea") == ["what"])
    }

    @Test func settingsAreThoseOfTheInjector() {
        var once = talk("injector: {slotfilling: {maxSlotRetries: 0}}")
        _ = once.hears("go")
        #expect(once.hears("hm") == ["what"])
        var stopping = talk("injector: {slotfilling: {stopOnAnyIntent: true}}")
        _ = stopping.hears("go")
        #expect(stopping.hears("bye") == ["bye"])
        var sure = talk("injector: {slotfilling: {stopOnAnyIntent: true, stopOnAnyIntentThreshold: 1}}")
        _ = sure.hears("go")
        #expect(sure.hears("bye") == ["Say it again?"])
    }

    @Test func whatIsKeptMayBeWrong() {
        var talk = talk()
        for open in [("/Gone", "/Way"), ("/Way", "/Gone")] {
            talk.state.openSlots = OpenSlots(
                intent: open.0, phrase: "go", target: open.1, keepsContext: false, filled: [], asked: "nothing")
            #expect(talk.hears("bye") == ["bye"])
        }
        talk.state.openSlots = OpenSlots(
            intent: "/Way", phrase: "", target: "/Way", keepsContext: false, filled: [], asked: "nothing")
        talk.state.openSlots?.misses = .max
        #expect(talk.hears("bye") == ["bye"])
        talk.state.openSlots?.misses = .min
        #expect(talk.hears("hm") == ["what"])
    }

    @Test func aTextThatIsTooLongIsNoAnswer() {
        var talk = talk("nlp: {lengthLimit: {enabled: true, symbols: 10}}")
        _ = talk.hears("go")
        #expect(talk.hears("Oslo and all the rest") == ["what"])
    }

    /// A classifier that takes every phrase for one intent.
    private struct Certain: IntentClassifying {
        let confidence: Double

        func candidates(for utterance: Utterance) -> [IntentCandidate] {
            [
                IntentCandidate(intent: 1, source: .phrases, confidence: confidence),
                IntentCandidate(intent: 99, source: .patterns, confidence: 1),
            ]
        }
    }

    @Test(arguments: [(0.19, "/Else"), (0.2, "/Bye")])
    func anotherClassifierNeedsNoOtherDialog(confidence: Double, state: String) {
        let talk = talk()
        let machine = DialogMachine(bot: talk.scripts.bot, teaching: { _ in Certain(confidence: confidence) })
        let input = TurnInput(
            state: ConversationState(), incoming: .text("whatever"), call: CallFacts(number: "1"),
            now: Date(timeIntervalSince1970: 0), random: .queue([]))
        let (result, _) = machine.turn(input, scripts: talk.scripts)
        #expect(result.state.contextPath == state)
    }
}
