import Conversations
import Foundation
import Testing

/// `$dialer.redial` in every wrong form: each is refused in words, or kept within the possible with a note (campaigns.md 11).
@Suite struct RedialFormTests {
    private func redials(_ code: String) throws -> (
        happenings: [Happening], refusals: [String?], failures: [TurnFailure]
    ) {
        var call = try Call(
            "        script:\n            var soon = new Date(Date.now() + 60000);\n            \(code)\n        a: after\n",
            seconds: 2)
        let happenings = call.hears("x")
        return (
            happenings, happenings.compactMap { if case .redial(_, let refusal) = $0 { .some(refusal) } else { nil } },
            happenings.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
        )
    }

    @Test(arguments: [
        ("", "without an argument"), ("undefined", "argument"), ("null", "null"), ("5", "number 5"),
        ("\"in an hour\"", "the text `in an hour`"), ("true", "`true`"), ("[]", "an array"),
        ("[{startDateTime: new Date()}]", "an array"), ("new Date()", "Date"), ("{}", "startDateTime"),
        ("function () {}", "argument"),
        ("{startDateTime: \"2026-11-23T10:00:00Z\"}", "Write new Date("),
        ("{startDateTime: 1795428000000}", "Write new Date("), ("{startDateTime: new Date(\"soon\")}", "invalid Date"),
        ("{startDateTime: new Date(8.64e15)}", "400 days"), ("{startDateTime: {}}", "an object"),
        ("{startDateTime: soon, finishDateTime: soon}", "not after"),
        ("{startDateTime: soon, finishDateTime: new Date(0)}", "finishDateTime"),
        (
            "{allowedTime: {default: [{localTimeFrom: \"10:00\", localTimeTo: \"11:00\"}]}, finishDateTime: new Date(0)}",
            "passed"
        ),
        ("{startDateTime: soon, finishDateTime: \"later\"}", "finishDateTime"),
        ("{startDateTime: soon, allowedDays: \"mon\"}", "array of weekdays"),
        ("{startDateTime: soon, allowedDays: [\"monday\"]}", "Write `mon`"),
        ("{startDateTime: soon, allowedDays: [\"someday\"]}", "someday"),
        ("{startDateTime: soon, allowedDays: [1]}", "the number 1"),
        ("{allowedTime: []}", "allowedTime"), ("{allowedTime: {someday: []}}", "someday"),
        ("{allowedTime: {default: {}}}", "an array"),
        ("{allowedTime: {default: [{localTimeFrom: \"25:00\", localTimeTo: \"26:00\"}]}}", "25:00"),
        ("{allowedTime: {default: [{localTimeFrom: \"10:00\", localTimeTo: \"10:00\"}]}}", "10:00"),
        ("{allowedTime: {default: [{localTimeFrom: \"10:00\"}]}}", "localTimeTo"),
        ("{allowedTime: {default: [{localTimeFrom: 10, localTimeTo: 11}]}}", "the number 10"),
        ("{startDateTime: soon, maxAttempts: 0}", "below 1"), ("{startDateTime: soon, maxAttempts: -1}", "below 1"),
        ("{startDateTime: soon, maxAttempts: NaN}", "NaN"),
        ("{startDateTime: soon, maxAttempts: Infinity}", "Infinity"),
        ("{startDateTime: soon, maxAttempts: \"5\"}", "the text `5`"),
        ("{startDateTime: soon, maxAttempts: {}}", "an object"),
        ("{startDateTime: soon, retryIntervalInMinutes: 0}", "below 1"),
        ("{startDateTime: soon, retryIntervalInMinutes: NaN}", "NaN"),
        ("{startDateTime: soon, retryIntervalInMinutes: 1e9}", "400 days"),
    ])
    func refusedInWords(_ argument: String, says: String) throws {
        let (happenings, refusals, failures) = try redials("$dialer.redial(\(argument));")
        let message = try #require(failures.first?.message)
        #expect(
            failures.count == 1 && message.hasPrefix("Error: $dialer.redial: ") && message.contains(says), "\(message)")
        #expect(refusals.count == 1 && refusals.first??.contains(says) == true)
        #expect(!happenings.contains { if case .reply = $0 { true } else { false } })
    }

    /// Values that cannot even be read are refused too, and leave the next turn alone.
    @Test(arguments: [
        "var o = {startDateTime: soon}; o.o = o; $dialer.redial(o);",
        "var o = {startDateTime: soon}; for (var i = 0, e = o; i < 100000; i++) e = e.d = {}; $dialer.redial(o);",
        "$dialer.redial({get startDateTime() { throw new Error(\"trap\"); }});",
        "$dialer.redial({get startDateTime() { throw 5; }});",
        "$dialer.redial(new Proxy({}, {ownKeys: function () { throw new Error(\"trap\"); }}));",
        "$dialer.redial({startDateTime: new Proxy(new Date(), {})});", "$dialer.redial({startDateTime: Symbol()});",
        "$dialer.redial({startDateTime: soon, allowedDays: new Proxy([], {get: function () { throw 1; }})});",
    ])
    func unreadableArgumentsAreRefused(_ code: String) throws {
        let (happenings, _, failures) = try redials(code)
        #expect(failures.count == 1, "\(happenings)")
        #expect(failures.first?.message.hasPrefix("Error: $dialer.redial: ") == true, "\(failures)")
        #expect(failures.first?.line == 6, "\(failures)")
        let accepted = happenings.contains { if case .redial(_, nil) = $0 { true } else { false } }
        #expect(!accepted)
    }

    /// Behind one that was accepted, too.
    @Test func aWrongSecondOneSaysWhatIsWrong() throws {
        let (_, refusals, failures) = try redials(
            "$dialer.redial({startDateTime: soon}); $dialer.redial({startDateTime: soon, maxAttempts: 0});")
        #expect(failures.map { $0.message.contains("maxAttempts is 0, below 1") } == [true])
        #expect(refusals.count == 2 && refusals[0] == nil && refusals[1]?.contains("below 1") == true)
    }

    @Test(arguments: [
        ("startDateTiem", "startDateTime"), ("startdatetime", "startDateTime"), ("allowedTimes", "allowedTime"),
    ])
    func aMisspeltStartIsNamed(_ written: String, meant: String) throws {
        let message = try redials("$dialer.redial({\(written): soon, maxAttempts: 2});").failures.first?.message
        #expect(message?.contains("`\(written)` is not a field. Did you mean `\(meant)`?") == true, "\(message ?? "-")")
    }

    /// As objects of moment.js keep their moment: shifted by the offset that they show.
    @Test func objectsOfMomentAreDates() throws {
        let moment =
            "function moment(date, offset) { return {_isAMomentObject: true, _d: date, _offset: offset, f: function () {}}; }\n"
        let (happenings, refusals, failures) = try redials(
            moment
                + "            var asked = {startDateTime: moment(soon), finishDateTime: moment(new Date(+soon + 3 * 3600000), 120)};\n"
                + "            $dialer.redial(asked); if (asked.startDateTime instanceof Date) throw new Error(\"changed\");"
        )
        #expect(failures == [] && refusals == [nil])
        let policies = happenings.compactMap { if case .redial(let request, _) = $0 { request.policy } else { nil } }
        let start = try #require(policies.first?.start)
        #expect(policies.first?.finish == start.addingTimeInterval(3600))
        let invalid = try redials("\(moment)$dialer.redial({startDateTime: moment(new Date(NaN))});")
        #expect(invalid.failures.first?.message.contains("invalid Date") == true)
    }

    @Test(arguments: [
        ("{startDateTime: soon, maxAttempts: 51}", "above 5"), ("{startDateTime: soon, maxAttempts: 1e9}", "above 5"),
        ("{startDateTime: soon, maxAttempts: 2.5}", "rounded to 2"),
        ("{startDateTime: soon, retryIntervalInMinutes: 1.5}", "rounded to 2"),
        ("{startDateTime: soon, dialerPriority: 0}", "5 is used"),
        ("{startDateTime: soon, dialerPriority: 6}", "5 is used"),
        ("{startDateTime: soon, dialerPriority: \"1\"}", "5 is used"), ("{startDateTime: new Date(0)}", "in the past"),
        ("{startDateTime: soon, attempts: 3}", "not a field"),
        ("{localTimeFrom: \"10:00\", localTimeTo: \"11:00\"}", "allowedTime.default"),
    ])
    func keptWithinThePossibleWithANote(_ argument: String, says: String) throws {
        let (happenings, refusals, failures) = try redials("$dialer.redial(\(argument));")
        #expect(failures == [] && refusals == [nil])
        let notes = happenings.flatMap { if case .redial(let request, _) = $0 { request.notes } else { [String]() } }
        #expect(notes.contains { $0.contains(says) }, "\(notes)")
    }

    @Test func theFirstGoodOneOfAConversationCounts() throws {
        let code = """
            try { $dialer.redial({maxAttempts: 2}); } catch (e) {} $dialer.redial({startDateTime: soon, maxAttempts: 1}); $dialer.redial({startDateTime: soon, maxAttempts: 3});
            """
        let (happenings, refusals, failures) = try redials(code)
        #expect(failures == [])
        #expect(refusals.map { $0 == nil } == [false, true, false])
        #expect(refusals.last??.contains("only the first") == true)
        #expect(
            happenings.contains {
                if case .redial(let request, nil) = $0 { request.policy.maxAttempts == 1 } else { false }
            })
    }
}
