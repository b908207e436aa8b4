import CampaignModel
import CivilTime
import FoundationEssentials
import Testing

/// The body of `addPhones`, and `--policy`.
struct PolicyReaderTests {
    /// The example request of the vendor page.
    @Test func theVendorPagesBodyIsRead() throws {
        let reading = try PolicyReader.read(
            json: """
                {"phone": 16500000000, "payload": {"name": "Alex", "age": 34},
                 "allowedTime": {
                    "mon": [{"localTimeFrom": "10:00", "localTimeTo": "11:30"}, {"localTimeFrom": "13:00", "localTimeTo": "14:30"}],
                    "default": [{"localTimeFrom": "10:00", "localTimeTo": "18:00"}]},
                 "retryIntervalInMinutes": 120, "maxAttempts": 0, "gmtZone": "-05:00"}
                """)
        let monday = [DayInterval(from: 600, to: 690), DayInterval(from: 780, to: 870)]
        let times = AllowedTime(byDay: [.mon: monday], byDefault: [DayInterval(from: 600, to: 1080)])
        let policy = CallPolicy(allowedTime: times, retryIntervalInMinutes: 120, maxAttempts: 0, gmtZone: "-05:00")
        #expect(reading.policy == policy && reading.notes == [])
        #expect(policy.firstSeriesQuota == 1)
    }

    @Test(arguments: ["\"2020-03-23T00:00:00Z\"", "1584921600000", "\"2020-03-23T03:00:00+03:00\""])
    func datesAreTextsOrMilliseconds(json: String) throws {
        #expect(try PolicyReader.read(json: "{\"startDateTime\": \(json)}").policy.start == at("2020-03-23T00:00:00Z"))
    }

    @Test(arguments: [
        (
            #"{"startDateTime": "2020-03-23T00:00:00"}"#, "startDateTime",
            "startDateTime `2020-03-23T00:00:00` has no offset from UTC, so it could be any of many moments. "
                + "Write \"2020-03-23T00:00:00Z\" for UTC, or an offset at the end: \"2020-03-23T00:00:00+03:00\"."
        ),
        (
            #"{"finishDateTime": "soon"}"#, "finishDateTime",
            "finishDateTime is the text `soon`, not a date. "
                + "Write an ISO date in UTC or with an offset: \"2026-11-23T10:00:00Z\"."
        ),
        (
            #"{"startDateTime": 1e300}"#, "startDateTime",
            "startDateTime is the number 1e+300, not a date. "
                + "Write an ISO date in UTC or with an offset: \"2026-11-23T10:00:00Z\"."
        ),
        (
            #"{"maxAttempts": -1}"#, "maxAttempts",
            "maxAttempts is -1, below 0. It must be a number of attempts, 1 or more (0: one call without retries)."
        ),
        (
            #"{"gmtZone": "Europe/Mosow"}"#, "gmtZone",
            "gmtZone: There is no time zone `Europe/Mosow`. There is `Europe/Moscow`; did you mean that?"
        ),
        (#"{"gmtZone": 3}"#, "gmtZone", "gmtZone is the number 3. Write a text: Z, -05:00, UTC+3 or Europe/Moscow."),
        (
            "[]", "",
            "The policy is an array. It must be an object such as "
                + #"{"allowedTime": {"default": [{"localTimeFrom": "10:00", "localTimeTo": "18:00"}]}}."#
        ),
    ])
    func isRefused(json: String, path: String, text: String) {
        let error = #expect(throws: PolicyFaults.self) { try PolicyReader.read(json: json) }
        #expect(error?.faults.map(\.path) == [path])
        #expect(error?.description == text)
    }

    @Test func aWrongPriorityIsFiveAndUnknownFieldsAreNoted() throws {
        let reading = try PolicyReader.read(
            json: #"{"dialerPriority": 7, "maxAttempts": 20, "localTimeFrom": "10:00"}"#)
        #expect(reading.policy == CallPolicy(maxAttempts: 20, dialerPriority: 5))
        #expect(
            reading.notes == [
                "dialerPriority is the number 7, not a whole number from 1 to 5; 5 is used.",
                "`localTimeFrom` is not a field of a call policy and is ignored.",
            ])
    }

    @Test func aPolicyIsPrintedAndReadBack() throws {
        let policy = CallPolicy(
            start: at("2026-11-23T10:00:00Z"), finish: at("2026-11-24T10:00:00.500Z"), allowedDays: [.sun, .mon],
            allowedTime: AllowedTime(
                byDay: [.sun: [DayInterval(from: 1200, to: 180)]], byDefault: [DayInterval(from: 0, to: 1440)]),
            retryIntervalInMinutes: 30, maxAttempts: 3, gmtZone: "+03:00", dialerPriority: 1)
        #expect(try PolicyReader.read(json: policy.jsonText).policy == policy)
        #expect(CallPolicy().jsonText == "{}")
    }
}

struct PolicyLevelsTests {
    let campaign = CallPolicy(
        start: at("2026-11-01T00:00:00Z"), finish: at("2026-12-01T00:00:00Z"), allowedDays: [.mon],
        allowedTime: AllowedTime(byDefault: [DayInterval(from: 0, to: 60)]), retryIntervalInMinutes: 30, maxAttempts: 3,
        gmtZone: "Z", dialerPriority: 4)

    @Test func whatIsLeftOutComesFromTheLevelAbove() {
        let filled = CallPolicy(maxAttempts: 2).filled(from: campaign)
        #expect(filled.maxAttempts == 2)
        #expect(filled.allowedDays == [.mon] && filled.retryIntervalInMinutes == 30 && filled.gmtZone == "Z")
        #expect(filled.dialerPriority == 4 && filled.allowedTime == campaign.allowedTime)
    }

    @Test func startAndFinishAreASeriesOwnUnlessAskedFor() {
        #expect(CallPolicy().filled(from: campaign).start == nil)
        #expect(CallPolicy().filled(from: campaign).finish == nil)
        let dated = CallPolicy(start: at("2026-11-20T00:00:00Z")).withDates(from: campaign)
        #expect(dated == CallPolicy(start: at("2026-11-20T00:00:00Z"), finish: campaign.finish))
    }

    @Test func timesAreTakenWhole() {
        let own = AllowedTime(byDay: [.tue: [DayInterval(from: 60, to: 120)]])
        #expect(CallPolicy(allowedTime: own).filled(from: campaign).allowedTime == own)
    }
}
