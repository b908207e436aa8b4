import BotModel
import Entities
import Foundation
import Testing

/// `$dialer.parseCallback` (Entities/Callback has the rules; their tables are in EntitiesTests).
struct CallbackTests {
    private static let languages = [
        EntityLanguage(name: "en", letters: "any"), EntityLanguage(name: "ru", letters: "а-я ё"),
    ]
    private static let rules = EntityRules(languages: languages) { language in
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Grammars/\(language)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return EntityGrammar(
            files: names.filter { $0 != "letters" }.sorted().compactMap { name in
                (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { (name, $0) }
            })
    }

    private func call(_ script: String, _ answer: String, yaml: String = "") throws -> Call {
        var call = try Call(
            script:
                "theme: /\n    state: A\n        q!: *\n        script:\n            \(script)\n        a: \(answer)\n",
            yaml: yaml,
            entityRules: Self.rules)
        call.facts.zone = "Europe/Moscow"
        return call
    }

    @Test(arguments: [
        (
            "weekday evenings",
            #"{"allowedDays":["mon","tue","wed","thu","fri"],"allowedTime":{"default":[{"localTimeFrom":"18:00","localTimeTo":"21:00"}]},"uncertain":[],"said":["weekday evenings"],"readBack":"on weekdays between 6 and 9 pm"}"#
        ),
        (
            "tomorrow at half past five",
            #"{"startDateTime":"2026-11-24T14:30:00.000Z","uncertain":["half-of-day"],"said":["tomorrow at half past five"],"readBack":"tomorrow, Tuesday the 24th, at 5:30 pm"}"#
        ),
        ("who is this", "null"),
    ])
    func theWishIsARequestWithWords(_ said: String, _ json: String) throws {
        var call = try call(
            "$temp.w = JSON.stringify($dialer.parseCallback($request.query));", "{{$temp.w}}", yaml: "language: en\n")
        #expect(call.says(said) == [json])
    }

    @Test func theWishMayBeGivenToRedialAsItIs() throws {
        var call = try call("$dialer.redial($dialer.parseCallback($request.query));", "ok", yaml: "language: en\n")
        let happenings = call.hears("in half an hour")
        let redials = happenings.compactMap { if case .redial(let request, nil) = $0 { request } else { nil } }
        #expect(redials.count == 1 && redials.first?.notes == [])
        #expect(redials.first?.policy.start == call.now.addingTimeInterval(1800))
    }

    @Test func aBotWithoutLanguageUnderstandsItsCaller() throws {
        var call = try call("$temp.w = $dialer.parseCallback($request.query);", "{{$temp.w.readBack}}")
        #expect(call.says("завтра в половине шестого") == ["завтра, во вторник 24 ноября, в 17:30"])
        #expect(call.says("tomorrow at 5 pm") == ["tomorrow, Tuesday the 24th, at 5 pm"])
    }

    @Test func withoutRulesItIsAnErrorThatSaysSo() throws {
        var call = try Call("        script: $dialer.parseCallback('tomorrow');\n")
        #expect(call.failures().first?.message.contains("no rules for the bot's language") == true)
        var other = try self.call("$dialer.parseCallback({});", "x")
        #expect(
            other.failures().first?.message.contains("$dialer.parseCallback: the text") == true, "\(other.failures())")
    }
}
