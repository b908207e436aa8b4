import CampaignModel
import CivilTime
import Entities
import Foundation
import Testing

struct CallbackTests {
    /// A Monday afternoon in Moscow.
    private let moment: EntityMoment

    init() throws {
        let zone = try Zone.named("Europe/Moscow")
        moment = EntityMoment(now: 1_795_433_400, zone: zone)
    }

    private func start(_ phrase: String, _ hours: BusinessHours) -> String? {
        Rules.english.callback(in: phrase, at: moment, hours: hours)?.start.map {
            moment.zone.localTime(at: $0).description
        }
    }

    @Test func theHalfOfTheDayIsThatInWhichCallsAreMade() throws {
        #expect(start("tomorrow at five", .usual) == "2026-11-24T17:00:00")
        #expect(start("tomorrow at five", try #require(BusinessHours(from: 240, to: 720))) == "2026-11-24T05:00:00")
        #expect(start("tomorrow", try #require(BusinessHours(from: 600, to: 720))) == "2026-11-24T10:00:00")
        #expect(BusinessHours(from: 600, to: 600) == nil && BusinessHours(from: -1, to: 5) == nil)
    }

    @Test func theHoursOfACampaignReachFromItsFirstToItsLast() {
        let split = AllowedTime(
            byDay: [.fri: [DayInterval(from: 600, to: 900)]],
            byDefault: [DayInterval(from: 540, to: 720), DayInterval(from: 780, to: 1080)])
        #expect(BusinessHours(of: split) == BusinessHours(from: 540, to: 1080))
        for times in [[], [DayInterval(from: 0, to: 1440)], [DayInterval(from: 1200, to: 180)]] {
            #expect(BusinessHours(of: AllowedTime(byDefault: times)) == nil)
        }
        #expect(BusinessHours(of: nil) == nil)
    }

    @Test func anEveningBehindTheHoursOfCallsEndsAtNine() throws {
        let hours = try #require(BusinessHours(from: 540, to: 1080))
        let wish = try #require(Rules.english.callback(in: "this evening", at: moment, hours: hours))
        #expect(wish.readBack == "today between 6 and 9 pm")
        #expect(wish.uncertain == [.outsideHours])
    }

    @Test func piecesTellWhatWasUsed() throws {
        let wish = try #require(Rules.english.callback(in: "🙂 after six, please, not on friday", at: moment))
        #expect(wish.pieces.map(\.text) == ["after six", "not on friday"])
        #expect(wish.pieces.map(\.start) == [2, 21])
        #expect(wish.policy.allowedDays?.contains(.fri) == false)
    }

    @Test func whatIsOverGivesNoPolicy() throws {
        let wish = try #require(Rules.english.callback(in: "yesterday at five", at: moment))
        #expect(wish.uncertain == [.past])
        #expect(wish.policy == CallPolicy())
    }

    @Test(arguments: [
        "", " ", "🙂", "not", "not not not", "any day but", "after after six", "до до пяти", "5", "99",
        "\u{200F}six\u{200E}",
        "in 999999999999 days", "in 99999 hours", "tomorrow ".repeated(300), "not monday or ".repeated(200),
        "at five, no, ".repeated(100), "on february 30th", "in 100000 years", "between six and six",
    ])
    func anyTextIsReadWithoutACrash(_ text: String) {
        for grammar in [Rules.english, Rules.russian] {
            guard let wish = grammar.callback(in: text, at: moment) else { continue }
            if let start = wish.start { #expect(start.epochSecond >= moment.now) }
            if let finish = wish.finish { #expect(finish > wish.start ?? Date(epochSecond: moment.now)) }
            for piece in wish.pieces { #expect(piece.start < piece.end && piece.end <= text.unicodeScalars.count) }
        }
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
