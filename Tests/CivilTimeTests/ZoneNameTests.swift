import CivilTime
import FoundationEssentials
import Testing

/// The grammar of `gmtZone` (campaigns.md 4.4).
struct ZoneNameTests {
    @Test(arguments: [
        ("Z", 0), ("UTC", 0), ("GMT", 0), ("UT", 0), ("+3", 10800), ("-3", -10800), ("+03", 10800), ("-0530", -19800),
        ("-05:30", -19800), ("+033015", 12615), ("+03:30:15", 12615), ("UTC+3", 10800), ("GMT-05:30", -19800),
        ("UT+0300", 10800), ("GMT+03:30:15", 12615), ("+00:00", 0), ("-00:00", 0), ("GMT+0", 0), ("+18", 64800),
        ("-18:00:00", -64800), ("UTC+18:00", 64800), ("+0", 0), ("-0", 0),
    ])
    func isAnOffset(text: String, seconds: Int) throws {
        let zone = try Zone.named(text, in: .none)
        #expect(zone.offset(at: Date(epochSecond: 1_795_424_400)) == seconds)
        #expect(zone.name == text)
        #expect(zone.isFixed)
    }

    @Test(arguments: [
        ("", ZoneError.Code.empty), ("+", .badOffset), ("-", .badOffset), ("+3:00", .badOffset), ("+123", .badOffset),
        ("+12345", .badOffset), ("+03:3", .badOffset), ("+03:30:", .badOffset), ("+03:30:15:00", .badOffset),
        ("+03:3015", .badOffset), ("+0330:15", .badOffset), ("+03:60", .badOffset), ("+03:00:60", .badOffset),
        ("+18:00:01", .offsetTooFar), ("+19", .offsetTooFar), ("-1801", .offsetTooFar), ("UTC+99", .offsetTooFar),
        ("UTC+", .badOffset), ("+ 3", .badOffset), ("+3 ", .badOffset), ("+٣", .badOffset), ("03:00", .badOffset),
        ("3", .badOffset),
        ("z", .unknownZone), ("utc", .unknownZone), (" UTC", .unknownZone), ("UTC3", .unknownZone),
        ("−03:00", .unknownZone),
        ("Europe/Mosow", .unknownZone), ("europe/moscow", .unknownZone), ("Moscow", .unknownZone),
        ("MSK", .unknownZone),
        ("/etc/passwd", .unknownZone), ("../zoneinfo/Europe/Moscow", .unknownZone),
        ("Europe/../Europe/Moscow", .unknownZone),
        ("Europe//Moscow", .unknownZone), ("Europe/", .unknownZone), ("./UTC", .unknownZone),
        ("zone.tab", .unknownZone),
        ("Europe", .unknownZone), ("Europe/Moscow\u{0}", .unknownZone), ("leapseconds", .unknownZone),
        ("right/UTC", .unknownZone), ("posix/Europe/Moscow", .unknownZone), ("posixrules", .unknownZone),
        ("localtime", .unknownZone),
    ])
    func isRefused(text: String, code: ZoneError.Code) {
        let error = #expect(throws: ZoneError.self) { try Zone.named(text) }
        #expect(error?.code == code)
        #expect(error?.message.isEmpty == false)
        #expect(error?.hint.isEmpty == false)
    }

    @Test(arguments: [
        ("Europe/Mosow", "Europe/Moscow"), ("europe/moscow", "Europe/Moscow"), ("Moscow", "Europe/Moscow"),
        ("New York", "America/New_York"), ("america/newyork", "America/New_York"),
        ("Amerika/Chicago", "America/Chicago"),
        ("z", "Z"), ("right/UTC", "UTC"), ("posix/Europe/Moscow", "Europe/Moscow"),
    ])
    func anotherNameIsSuggested(text: String, name: String) {
        let error = #expect(throws: ZoneError.self) { try Zone.named(text) }
        #expect(error?.description == "There is no time zone `\(text)`. There is `\(name)`; did you mean that?")
    }

    @Test func messagesSayWhatIsRight() {
        func text(_ name: String) -> String? { #expect(throws: ZoneError.self) { try Zone.named(name) }?.description }
        #expect(
            text("03:00")
                == "The offset `03:00` has no sign. Write +03:00 for a place east of Greenwich, -03:00 for one west of it."
        )
        #expect(text("+19:00") == "The offset `+19:00` is beyond 18 hours. Offsets go from -18:00 to +18:00.")
        #expect(
            text("qqq")
                == "There is no time zone `qqq`. "
                + "Write Z, an offset such as +03:00 or UTC-5, or an IANA name such as Europe/Moscow.")
    }

    @Test func withoutZoneDataTheRemedyIsNamed() {
        let error = #expect(throws: ZoneError.self) { try Zone.named("Europe/Moscow", in: .none) }
        #expect(error?.code == .noZoneData)
        #expect(error?.description.contains("Install the package tzdata") == true)
    }

    @Test func namesThatLeadOutOfTheDirectoryAreNeverRead() {
        let directory = ZoneDirectory(
            place: "memory",
            read: { name in
                Issue.record("\(name) was read")
                return nil
            })
        for name in [
            "../a", "a/../b", "/a", "a/", "a//b", ".", "a\\b", "a b", "a\u{0}b", String(repeating: "a", count: 200),
        ] {
            #expect(throws: ZoneError.self) { try Zone.named(name, in: directory) }
        }
    }

    @Test func theReleaseOfTheDataIsRead() {
        let source = ZoneDirectory(
            place: "memory", read: { $0 == "tzdata.zi" ? Array("# version 2026b\n# more".utf8) : nil })
        #expect(source.dataVersion == "2026b")
        #expect(ZoneDirectory.none.dataVersion == nil)
    }
}

extension ZoneDirectory {
    static let none = ZoneDirectory(place: "memory", read: { _ in nil })
}
