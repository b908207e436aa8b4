import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

/// The rows of the redial table: what a script may give and what it is told.
struct RedialRequestTests {
    static let now = at("2026-11-23T09:00:00Z")

    @Test func theVendorPagesArgumentIsTaken() throws {
        let request = try read([
            .init("startDateTime", .date(at("2026-11-23T10:00:00Z"))),
            .init("finishDateTime", .date(at("2026-11-23T10:15:00Z"))), .init("maxAttempts", .number(2)),
            .init("retryIntervalInMinutes", .number(5)),
        ])
        #expect(
            request.policy
                == CallPolicy(
                    start: at("2026-11-23T10:00:00Z"), finish: at("2026-11-23T10:15:00Z"), retryIntervalInMinutes: 5,
                    maxAttempts: 2))
        #expect(request.notes == [])
        #expect(
            request.jsonText
                == #"{"startDateTime":"2026-11-23T10:00:00Z","finishDateTime":"2026-11-23T10:15:00Z","#
                + #""maxAttempts":2,"retryIntervalInMinutes":5}"#)
        #expect(RedialRequest(policy: request.policy).jsonText == request.jsonText)
    }

    @Test func everyFieldIsReadAndShownInOrder() throws {
        let request = try read([
            .init("dialerPriority", .number(2)), .init("maxAttempts", .number(1)),
            .init("allowedTime", try json(#"{"mon":[{"localTimeFrom":"9:05","localTimeTo":"24:00"}],"default":[]}"#)),
            .init("allowedDays", .array([.string("wed"), .string("mon"), .string("wed")])),
            .init("finishDateTime", .null),
        ])
        #expect(request.policy.allowedDays == [.mon, .wed])
        #expect(
            request.policy.allowedTime == AllowedTime(byDay: [.mon: [DayInterval(from: 545, to: 1440)]], byDefault: []))
        #expect(request.policy.dialerPriority == 2)
        #expect(
            request.jsonText
                == #"{"allowedDays":["wed","mon","wed"],"#
                + #""allowedTime":{"mon":[{"localTimeFrom":"9:05","localTimeTo":"24:00"}],"default":[]},"#
                + #""maxAttempts":1,"dialerPriority":2}"#)
    }

    @Test func aCallWithoutAnArgumentIsRefused() {
        let refusal = #expect(throws: RedialRefusal.self) { try RedialRequest.read(nil, now: Self.now) }
        #expect(
            refusal?.message
                == "$dialer.redial: It was called without an argument. "
                + "Give an object: $dialer.redial({startDateTime: new Date(Date.now() + 3600000), maxAttempts: 2}).")
        #expect(refusal?.askedJSON == "null")
        let text = #expect(throws: RedialRefusal.self) { try RedialRequest.read(.string("soon"), now: Self.now) }
        #expect(text?.faults.map(\.message) == ["Its argument is the text `soon`."])
    }

    // MARK: Refused, with a sentence that names the field and what is right

    struct Row: Sendable, CustomTestStringConvertible {
        var fields: [PolicyValue.Member]
        var path: String
        var code: PolicyFault.Code
        var text: String

        init(_ fields: [(String, PolicyValue)], _ path: String, _ code: PolicyFault.Code, _ text: String) {
            self.fields = fields.map { PolicyValue.Member($0.0, $0.1) }
            (self.path, self.code, self.text) = (path, code, text)
        }

        var testDescription: String { "\(PolicyValue.object(fields).jsonText): \(code)" }
    }

    static let start = ("startDateTime", PolicyValue.date(at("2026-11-23T10:00:00Z")))
    static let refused = [
        Row(
            [("maxAttempts", .number(2))], "startDateTime", .missing,
            "Neither startDateTime nor allowedTime is given. "
                + "Say when to call: startDateTime: new Date(Date.now() + 3600000)."),
        Row(
            [("startDateTime", .string("2026-11-23T10:00:00"))], "startDateTime", .notADate,
            "startDateTime is the text `2026-11-23T10:00:00`, not a Date. Write new Date(\"2026-11-23T10:00:00\")."),
        Row(
            [("startDateTime", .string("soon"))], "startDateTime", .notADate,
            "startDateTime is the text `soon`, not a Date. Give a Date object: new Date(\"2026-11-23T10:00:00Z\")."),
        Row(
            [("startDateTime", .number(1_795_428_000_000))], "startDateTime", .notADate,
            "startDateTime is the number 1795428000000, not a Date. Write new Date(1795428000000)."),
        Row(
            [start, ("finishDateTime", .boolean(true))], "finishDateTime", .notADate,
            "finishDateTime is `true`, not a Date. Give a Date object: new Date(\"2026-11-23T10:00:00Z\")."),
        Row(
            [("startDateTime", .date(Date(timeIntervalSince1970: .nan)))], "startDateTime", .invalidDate,
            "startDateTime is an invalid Date. The text or number it was made from is not a date; "
                + "a right one is new Date(\"2026-11-23T10:00:00Z\")."),
        Row(
            [start, ("finishDateTime", start.1)], "finishDateTime", .startNotBeforeFinish,
            "finishDateTime (2026-11-23T10:00:00Z) is not after startDateTime (2026-11-23T10:00:00Z). "
                + "Calls are made from startDateTime until finishDateTime: make finishDateTime the later one."),
        Row(
            [
                ("startDateTime", .date(at("2026-11-23T07:00:00Z"))),
                ("finishDateTime", .date(at("2026-11-23T09:00:00Z"))),
            ],
            "finishDateTime", .finishInPast,
            "finishDateTime (2026-11-23T09:00:00Z) has already passed; it is 2026-11-23T09:00:00Z. "
                + "Make it a later moment, or leave it out."),
        Row(
            [start, ("maxAttempts", .number(0))], "maxAttempts", .tooSmall,
            "maxAttempts is 0, below 1. It must be a number from 1 to 5; leave it out to use the campaign's."),
        Row(
            [start, ("maxAttempts", .string("2"))], "maxAttempts", .notANumber,
            "maxAttempts is the text `2`, not a number. "
                + "It must be a number from 1 to 5; leave it out to use the campaign's."),
        Row(
            [start, ("maxAttempts", .number(.nan))], "maxAttempts", .notANumber,
            "maxAttempts is NaN, not a number. It must be a number from 1 to 5; leave it out to use the campaign's."),
        Row(
            [start, ("maxAttempts", .number(.infinity))], "maxAttempts", .notANumber,
            "maxAttempts is Infinity, not a number. "
                + "It must be a number from 1 to 5; leave it out to use the campaign's."),
        Row(
            [start, ("retryIntervalInMinutes", .number(9e15))], "retryIntervalInMinutes", .tooLarge,
            "retryIntervalInMinutes is 9000000000000000, more than 400 days. Write minutes, not milliseconds."),
        Row(
            [start, ("retryIntervalInMinutes", .number(0.5))], "retryIntervalInMinutes", .tooSmall,
            "retryIntervalInMinutes is 0.5, below 1. "
                + "It must be a number of minutes, 1 or more; leave it out to use the campaign's."),
        Row(
            [start, ("retryIntervalInMinutes", .array([]))], "retryIntervalInMinutes", .notANumber,
            "retryIntervalInMinutes is an array, not a number. "
                + "It must be a number of minutes, 1 or more; leave it out to use the campaign's."),
        Row(
            [start, ("retryIntervalInMinutes", .number(300_000_000))], "retryIntervalInMinutes", .tooLarge,
            "retryIntervalInMinutes is 300000000, more than 400 days. Write minutes, not milliseconds."),
        Row(
            [start, ("allowedDays", .array([.string("mon"), .string("Wednesday")]))], "allowedDays[1]", .badDay,
            "allowedDays[1] is the text `Wednesday`, not a weekday. Write `wed`."),
        Row(
            [start, ("allowedDays", .string("mon"))], "allowedDays", .notAnArray,
            "allowedDays is the text `mon`, not an array of weekdays. "
                + "Write some of mon, tue, wed, thu, fri, sat, sun: [\"mon\", \"wed\", \"fri\"]."),
        Row(
            [("allowedTime", times("default", ["10:00"]))], "allowedTime.default[0].localTimeTo", .boundMissing,
            "allowedTime.default[0].localTimeTo is missing beside localTimeFrom. "
                + "An interval needs both bounds: localTimeFrom and localTimeTo."),
        Row(
            [("allowedTime", times("mon", ["10:00-13:30", "13:00-14:30"]))], "allowedTime.mon[1]", .intervalOverlap,
            "allowedTime.mon[1] (13:00-14:30) overlaps allowedTime.mon[0] (10:00-13:30). "
                + "Make them one interval, or let one begin where the other ends."),
        Row(
            [("allowedTime", times("mon", ["22:00-02:00", "20:00-23:00"]))], "allowedTime.mon[1]", .intervalOverlap,
            "allowedTime.mon[1] (20:00-23:00) overlaps allowedTime.mon[0] (22:00-02:00). "
                + "Make them one interval, or let one begin where the other ends."),
        Row(
            [("allowedTime", times("fri", ["10:00-10:00"]))], "allowedTime.fri[0]", .emptyInterval,
            "allowedTime.fri[0] begins and ends at 10:00, which could mean nothing or a whole day. "
                + "For a whole day write 00:00 to 24:00."),
        Row(
            [("allowedTime", times("fri", ["24:00-10:00"]))], "allowedTime.fri[0].localTimeFrom", .badClock,
            "allowedTime.fri[0].localTimeFrom is 24:00, which only localTimeTo can be. Write \"00:00\"."),
        Row(
            [("allowedTime", times("fri", ["10:00-25:00"]))], "allowedTime.fri[0].localTimeTo", .badClock,
            "allowedTime.fri[0].localTimeTo is the text `25:00`, not a time of day. "
                + "Write HH:mm from 00:00 to 23:59: \"09:30\"."),
        Row(
            [("allowedTime", times("friday", ["10:00-11:00"]))], "allowedTime.friday", .badDay,
            "`friday` in allowedTime is not a weekday. Write `fri`."),
        Row(
            [("allowedTime", times("holiday", ["10:00-11:00"]))], "allowedTime.holiday", .badDay,
            "`holiday` in allowedTime is not a weekday. Its keys are mon, tue, wed, thu, fri, sat, sun and default."),
        Row(
            [("allowedTime", .array([]))], "allowedTime", .notAnObject,
            "allowedTime is an array, not an object. Map weekdays or default to arrays of intervals: "
                + #"{"default": [{"localTimeFrom": "10:00", "localTimeTo": "18:00"}]}."#),
        Row(
            [("allowedTime", .object([.init("mon", .object([]))]))], "allowedTime.mon", .notAnArray,
            "allowedTime.mon is an object, not an array of intervals. Write an array, also for one interval: "
                + #"[{"localTimeFrom": "10:00", "localTimeTo": "18:00"}]."#),
        Row(
            [("localTimeFrom", .string("10:00"))], "localTimeTo", .boundMissing,
            "localTimeTo is missing beside localTimeFrom. An interval needs both bounds: localTimeFrom and localTimeTo."
        ),
    ]

    @Test(arguments: refused)
    func isRefused(_ row: Row) {
        let refusal = #expect(throws: RedialRefusal.self) { try read(row.fields) }
        #expect(refusal?.faults.map(\.path).first == row.path)
        #expect(refusal?.faults.map(\.code).first == row.code)
        #expect(refusal?.message == "$dialer.redial: " + row.text)
        #expect(refusal?.askedJSON == PolicyValue.object(row.fields).jsonText)
    }

    @Test func allFaultsAreToldAtOnce() {
        let refusal = #expect(throws: RedialRefusal.self) {
            try read([
                .init("maxAttempts", .number(-1)), .init("startDateTime", .string("x")),
                .init("allowedTime", Self.times("mon", ["10:00", "x-12:00", "9:00-9:00"])),
                .init("retryIntervalInMinutes", .number(0)),
            ])
        }
        #expect(
            refusal?.faults.map(\.path) == [
                "startDateTime", "allowedTime.mon[0].localTimeTo", "allowedTime.mon[1].localTimeFrom",
                "allowedTime.mon[2]",
                "maxAttempts", "retryIntervalInMinutes",
            ])
    }

    // MARK: Taken, with a note

    @Test(arguments: [
        ("maxAttempts", PolicyValue.number(9), "maxAttempts 9 is above 5; 5 is used."),
        ("maxAttempts", .number(1e300), "maxAttempts 1e+300 is above 5; 5 is used."),
        ("maxAttempts", .number(2.5), "maxAttempts 2.5 is rounded to 2."),
        ("retryIntervalInMinutes", .number(1.5), "retryIntervalInMinutes 1.5 is rounded to 2."),
        ("dialerPriority", .number(7), "dialerPriority is the number 7, not a whole number from 1 to 5; 5 is used."),
        (
            "dialerPriority", .string("high"),
            "dialerPriority is the text `high`, not a whole number from 1 to 5; 5 is used."
        ),
        (
            "maxAttemps", .number(1),
            "`maxAttemps` is not a field of $dialer.redial and is ignored; did you mean `maxAttempts`?"
        ),
        ("gmtZone", .string("Z"), "`gmtZone` is not a field of $dialer.redial and is ignored."),
        ("allowedTime", .object([]), "allowedTime is empty and counts as left out."),
    ])
    func isTakenWithANote(field: String, value: PolicyValue, note: String) throws {
        let request = try read([.init(Self.start.0, Self.start.1), .init(field, value)])
        #expect(request.notes == [note])
        if note.hasSuffix("5 is used.") { #expect(5 == (request.policy.maxAttempts ?? request.policy.dialerPriority)) }
        #expect(request.jsonText.contains("\"\(field)\":\(value.jsonText)"), "The record shows what was asked for.")
    }

    @Test func aStartInThePastIsNow() throws {
        let request = try read([.init("startDateTime", .date(at("2026-11-23T08:59:59Z")))])
        #expect(request.policy.start == Self.now)
        #expect(
            request.notes == [
                "startDateTime (2026-11-23T08:59:59Z) is in the past; calls may begin now (2026-11-23T09:00:00Z)."
            ])
        #expect(try read([.init("startDateTime", .date(Self.now))]).notes == [])
    }

    @Test func touchingIntervalsAndNightsAreFine() throws {
        for texts in [
            ["10:00-13:00", "13:00-14:30"], ["20:00-03:00"], ["20:00-03:00", "01:00-02:00"],
            ["12:00-24:00", "0:00-9:05"],
        ] {
            #expect(try read([.init("allowedTime", Self.times("mon", texts))]).notes == [])
        }
    }

    @Test func boundsBesideTheOtherFieldsAreReadAsTheDefault() throws {
        let bounds: [PolicyValue.Member] = [
            .init("localTimeFrom", .string("10:00")), .init("localTimeTo", .string("11:30")),
        ]
        let request = try read(bounds)
        #expect(request.policy.allowedTime == AllowedTime(byDefault: [DayInterval(from: 600, to: 690)]))
        #expect(request.notes == ["localTimeFrom and localTimeTo are read as allowedTime.default; write them there."])
        let both = try read(bounds + [.init("allowedTime", Self.times("mon", ["9:00-10:00"]))])
        #expect(both.policy.allowedTime?.byDefault == nil)
        #expect(both.notes == ["localTimeFrom and localTimeTo stand outside allowedTime and are ignored."])
    }

    @Test func anEmptyListOfDaysCountsAsLeftOut() throws {
        #expect(
            try read([.init(Self.start.0, Self.start.1), .init("allowedDays", .array([]))]).policy.allowedDays == nil)
    }

    private func read(_ fields: [PolicyValue.Member]) throws -> RedialRequest {
        try RedialRequest.read(.object(fields), now: Self.now)
    }

    private func json(_ text: String) throws -> PolicyValue { try PolicyValue(json: text) }

    private static func times(_ day: String, _ intervals: [String]) -> PolicyValue {
        let values = intervals.map { interval in
            let bounds = zip(["localTimeFrom", "localTimeTo"], interval.split(separator: "-"))
            return PolicyValue.object(bounds.map { .init($0, .string(String($1))) })
        }
        return .object([.init(day, .array(values))])
    }
}
