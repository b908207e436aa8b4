import Conversations
import SourceText
import Testing

@testable import Commands

/// `:reload`: another version of the bot takes over in the middle of a call.
@Suite struct ReloadTests {
    private let toOrder: [Happening] = [.says("Which one?", in: "/Order/Which")]

    private func callIn(_ path: String) throws -> FakeCall {
        let fake = FakeCall(["order": toOrder])
        fake.partner.entered["order"] = path
        try fake.call.say("order", at: nine)
        return fake
    }

    @Test func theTalkGoesOnWhereItIs() throws {
        let fake = try callIn("/Order/Which")
        let next = ScriptedPartner(["blue": [.says("Blue it is.", in: "/Order/Which")]])
        next.places = ["/Order", "/Order/Which"]
        #expect(fake.call.goOn(with: next) == [])
        #expect(fake.call.state.contextPath == "/Order/Which")
        try fake.call.say("blue", at: nine)
        #expect(fake.diary.records.last?.contains("Blue it is.") == true)
    }

    @Test func aStateThatIsGoneIsSaid() throws {
        let fake = try callIn("/Order/Which/Colour")
        let next = ScriptedPartner([:])
        next.places = ["/Order"]
        #expect(
            fake.call.goOn(with: next) == [
                "The state `/Order/Which/Colour` is no longer there; the call goes on in `/Order`."
            ])
        #expect(fake.call.state.contextPath == "/Order")
        #expect(!fake.call.isOver)
    }

    @Test func aTimeoutIntoNothingIsDropped() throws {
        let fake = FakeCall(["order": toOrder])
        fake.partner.timeouts["order"] = (10, "/Late")
        try fake.call.say("order", at: nine)
        let next = ScriptedPartner([:])
        next.places = ["/"]
        #expect(fake.call.goOn(with: next).count == 1)
        #expect(fake.call.timeoutDue == nil)
    }

    @Test func onlyNewErrorsKeepTheOldVersion() {
        let file = SourceFile(path: "main.sc", text: "one\ntwo\nthree\n")
        func error(_ message: String, _ start: Int) -> Diagnostic {
            let hint = message.contains("/B") ? "There is `/C`; did you mean that?" : nil
            return Diagnostic(
                .error, "link/unknown-state", message, hint: hint, in: file, at: SourceSpan(start, start + 1))
        }
        let known = [error("Unknown state `/A`.", 0)]
        #expect(BotReload.additional(in: [error("Unknown state `/A`.", 8)], to: known).isEmpty)
        let twice = [error("Unknown state `/A`.", 0), error("Unknown state `/A`.", 4), error("Unknown state `/B`.", 8)]
        let additional = BotReload.additional(in: twice, to: known)
        #expect(additional.map(\.start.line) == [2, 3])
        #expect(
            BotReload.refused(additional).lines == [
                "main.sc:2:1: Unknown state `/A`.",
                "main.sc:3:1: Unknown state `/B`. There is `/C`; did you mean that?",
                "The call goes on with the bot as it was. Mend these, then `:reload`.",
            ])
    }
}
