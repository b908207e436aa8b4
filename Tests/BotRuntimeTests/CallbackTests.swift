import BotModel
import CampaignModel
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

    @Test func theHoursOfCallsTellWhichFiveIsMeant() throws {
        func start(_ options: String, _ standing: CallStanding? = nil) throws -> [String] {
            var call = try call(
                "$temp.w = $dialer.parseCallback($request.query\(options));", "{{$temp.w.readBack}}",
                yaml: "language: en\n")
            call.facts.phone.standing = standing
            return call.says("tomorrow at five")
        }
        let early = AllowedTime(byDefault: [DayInterval(from: 240, to: 480), DayInterval(from: 500, to: 720)])
        let campaign = CallStanding(
            campaign: "early", campaignPolicy: CallPolicy(allowedTime: early),
            history: DialHistory(
                completedAttempts: 1, availableAttempts: 1, completedAttemptsToPhone: 1, availableAttemptsToPhone: 1))
        #expect(try start("") == ["tomorrow, Tuesday the 24th, at 5 pm"])
        #expect(
            try start(", { businessHours: { localTimeFrom: '04:00', localTimeTo: '12:00' } }") == [
                "tomorrow, Tuesday the 24th, at 5 am"
            ])
        #expect(try start(", {}", campaign) == ["tomorrow, Tuesday the 24th, at 5 am"])
        #expect(
            try start(", { businessHours: { localTimeFrom: '9:00', localTimeTo: '18:00' } }", campaign) == [
                "tomorrow, Tuesday the 24th, at 5 pm"
            ])
    }

    @Test(arguments: [
        ("'x'", "the second argument is the text `x`; give an object"),
        ("{ hours: 1 }", "there is no option hours; there is businessHours:"),
        ("{ businessHours: '10-18' }", "businessHours is the text `10-18`; give an object"),
        ("{ businessHours: { localTimeFrom: '10:00' } }", "businessHours.localTimeTo is nothing; give a text"),
        (
            "{ businessHours: { localTimeFrom: 'ten', localTimeTo: '18:00' } }",
            #"businessHours.localTimeFrom is "ten", not a time of day"#
        ),
        (
            "{ businessHours: { localTimeFrom: '18:00', localTimeTo: '10:00' } }",
            "businessHours go from 18:00 to 10:00; they begin before they end"
        ),
    ])
    func wrongHoursAreSaid(_ options: String, _ sentence: String) throws {
        var call = try call("$dialer.parseCallback('tomorrow', \(options));", "ok", yaml: "language: en\n")
        let message = call.failures().first?.message ?? ""
        #expect(message.contains("$dialer.parseCallback: " + sentence), "\(message)")
    }

    @Test func longTextsAreReadAndTooLongOnesAreSaid() throws {
        var call = try call(
            "$temp.w = $dialer.parseCallback('завтра в пять ' + Array(60000 - 14 + 1).join('ё'));",
            "{{$temp.w.readBack}}",
            yaml: "language: ru\n")
        #expect(call.says("x") == ["завтра, во вторник 24 ноября, в 17:00"])
        var longer = try self.call(
            "$dialer.parseCallback(Array(240002).join('x'));", "ok", yaml: "language: en\n")
        let message = longer.failures().first?.message ?? ""
        #expect(message.contains("$dialer.parseCallback: the text is too long: 240001 bytes"), "\(message)")
    }

    @Test func withoutRulesItIsAnErrorThatSaysSo() throws {
        var call = try Call("        script: $dialer.parseCallback('tomorrow');\n")
        #expect(call.failures().first?.message.contains("no rules for the bot's language") == true)
        var other = try self.call("$dialer.parseCallback({});", "x")
        #expect(
            other.failures().first?.message.contains("$dialer.parseCallback: the text") == true, "\(other.failures())")
    }
}
