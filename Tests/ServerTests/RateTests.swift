import CampaignModel
import Testing

@testable import Server

/// `cps` in both directions (campaigns.md 6.2).
@Suite struct RateTests {
    @Test(arguments: 1...99) func everyRateIsReadAsNumberAndAsText(count: Int) throws {
        for (hundredths, rate) in [(100 + count, Double(count)), (100 - count, 1 / Double(count))] {
            let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
            let text = "\(hundredths / 100).\(digits)"
            let value = try PolicyValue(json: text)
            #expect(TWINRate(of: value)?.callsPerSecond == rate)
            #expect(TWINRate(of: .string(text))?.callsPerSecond == rate)
        }
    }

    @Test(arguments: 1...99) func everyRateIsWrittenBack(count: Int) throws {
        #expect(TWINRate(callsPerSecond: Double(count)).hundredths == 100 + count)
        // One call a second can be said in two ways; the faster family is used.
        #expect(TWINRate(callsPerSecond: 1 / Double(count)).hundredths == (count == 1 ? 101 : 100 - count))
        #expect(
            TWINRate(callsPerSecond: Double(count)).value.jsonText
                == "\(1 + count / 100).\(count % 100 < 10 ? "0" : "")\(count % 100)".trimmingZero)
    }

    private static let spellings: [String: Double] = [
        "1": 1, "1.00": 1, "1.01": 1, "0.99": 1, "0.970": 1.0 / 3, "0.4": 1.0 / 60, "0.01": 1.0 / 99, "2.00": 100,
        "01.5": 50,
    ]

    @Test func otherSpellingsAreTheSameRate() {
        for (text, rate) in Self.spellings { #expect(TWINRate(text)?.callsPerSecond == rate) }
    }

    @Test(arguments: [
        "", "0", "0.00", "-0.97", "1.035", "1,03", "1e-2", "fast", ".", "1.", ".97", "1.0.3", "٣",
        "9999999999999999999",
    ])
    func noRate(text: String) {
        #expect(TWINRate(text) == nil)
    }
}

extension String {
    /// `1.10` as JSON writes the number.
    fileprivate var trimmingZero: String { hasSuffix("0") ? String(dropLast()) : self }
}
