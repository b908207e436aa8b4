import CampaignModel
import Testing

@testable import Server

/// Hours in seconds become the whole minutes within them.
@Suite struct HoursTests {
    @Test(arguments: 0..<8) func theMinutesAreThoseThatLieWithinAltogether(seed: UInt64) {
        var random = RandomDrafts(seed: seed + 100)
        for _ in 0..<5 {
            let hours =
                random.chance()
                ? TWINHours(from: random.int(0...86_399), to: random.int(0...86_399))
                : TWINHours(from: random.int(0...3) * 30, to: 86_399 - random.int(0...3) * 30)
            #expect(minutes(of: hours.interval) == minutes(within: hours), "\(hours)")
        }
    }

    @Test func theWholeDayIsTheWholeDay() {
        #expect(TWINHours(from: 0, to: 86_399).interval == DayInterval(from: 0, to: 1440))
        #expect(TWINHours(from: 32_400, to: 32_399).interval == DayInterval(from: 0, to: 1440))
        #expect(TWINHours(DayInterval(from: 0, to: 1440)) == TWINHours(from: 0, to: 86_399))
    }

    private func minutes(of interval: DayInterval?) -> [Int] {
        guard let interval else { return [] }
        return (0..<1440).filter { minute in
            interval.isOvernight
                ? minute >= interval.from || minute < interval.to : minute >= interval.from && minute < interval.to
        }
    }

    /// Every second of the minute, one by one.
    private func minutes(within hours: TWINHours) -> [Int] {
        (0..<1440).filter { minute in
            (minute * 60..<minute * 60 + 60).allSatisfy { second in
                hours.from <= hours.to
                    ? second >= hours.from && second <= hours.to : second >= hours.from || second <= hours.to
            }
        }
    }
}
