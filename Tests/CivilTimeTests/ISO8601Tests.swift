import CivilTime
import FoundationEssentials
import Testing

struct ISO8601Tests {
    @Test(arguments: [
        ("2026-11-23T09:00:00Z", 1_795_424_400), ("2026-11-23T12:00:00+03:00", 1_795_424_400),
        ("2026-11-23T12:00+0300", 1_795_424_400), ("2026-11-23T12:00+03", 1_795_424_400),
        ("2026-11-23 04:00:00-05:00", 1_795_424_400), ("2026-11-23t09:00:00.500z", 1_795_424_400.5),
        ("2026-11-23T09:00:00,25Z", 1_795_424_400.25), ("1969-12-31T23:59:59Z", -1),
        ("+002026-11-23T09:00:00Z", 1_795_424_400), ("0000-03-01T00:00:00Z", -62_162_035_200),
    ])
    func isRead(text: String, seconds: Double) {
        #expect(Date(iso: text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-23T", "2026-11-23T09", "2026-11-23T24:00:00Z", "2026-11-23T09:60Z",
        "2026-11-23T09:00:60Z", "2026-02-29T09:00:00Z", "2026-11-23T09:00:00.Z", "2026-11-23T09:00:00ZZ",
        "26-11-23T09:00Z",
        "2026-11-23T09:00:00+3", "2026-11-23T09:00:00+03:0", "2026-11-23T09:00:00+19:00", "2026-13-23T09:00:00Z",
        "tomorrow",
        "2026-11-23T09:00:00+03:00Z", "２０２６-11-23T09:00:00Z", "2026/11/23 09:00Z",
    ])
    func isNotRead(text: String) {
        #expect(Date(iso: text, zone: .utc) == nil)
    }

    @Test(arguments: [
        ("2026-11-23T12:00:00", "2026-11-23T09:00:00Z"), ("2026-11-23", "2026-11-22T21:00:00Z"),
        ("2026-11-23T12:00:00.5", "2026-11-23T09:00:00.500Z"), ("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z"),
    ])
    func withoutAnOffsetItIsOnTheWallOfTheZone(text: String, moment: String) throws {
        let moscow = try Zone.named("+03:00")
        #expect(Date(iso: text, zone: moscow)?.isoText == moment)
        #expect((Date(iso: text) == nil) == !text.hasSuffix("Z"))
    }

    @Test(arguments: [
        (1_795_424_400, "2026-11-23T09:00:00Z"), (1_795_424_400.5, "2026-11-23T09:00:00.500Z"),
        (1_795_424_400.000_25, "2026-11-23T09:00:00.000250Z"), (-0.25, "1969-12-31T23:59:59.750Z"),
        (1_795_424_399.999_999_9, "2026-11-23T09:00:00Z"), (8.64e12, "+275760-09-13T00:00:00Z"),
        (-62_198_755_200, "-000001-01-01T00:00:00Z"), (Double.nan, "Invalid Date"), (1e300, "Invalid Date"),
    ])
    func isPrinted(seconds: Double, text: String) {
        #expect(Date(timeIntervalSince1970: seconds).isoText == text)
    }

    @Test(arguments: [
        ("+05:30", "2026-11-23T14:30:00+05:30"), ("-05:00", "2026-11-23T04:00:00-05:00"), ("Z", "2026-11-23T09:00:00Z"),
        ("+00:00:30", "2026-11-23T09:00:30+00:00:30"),
    ])
    func isPrintedOnAWall(zone: String, text: String) throws {
        #expect(Date(epochSecond: 1_795_424_400).isoText(in: try Zone.named(zone)) == text)
    }

    @Test func whatIsPrintedIsReadBack() {
        for milliseconds in stride(from: -9_000_000_000_000, through: 9_000_000_000_000, by: 12_345_678_987) {
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            #expect(Date(iso: date.isoText).map { abs($0.timeIntervalSince(date)) < 1e-6 } == true)
        }
    }
}
