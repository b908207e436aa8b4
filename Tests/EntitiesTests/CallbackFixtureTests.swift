import CampaignModel
import CivilTime
import Entities
import Foundation
import Testing

/// What callers say of a call back, and the policy that it becomes: `Fixtures/callback.<language>.txt`.
///
///     === 2026-11-23T14:30 America/New_York                the moment and the zone of the phrases below
///     after six → 18:00-21:00 ? half-of-day | between 6 and 9 pm
///
/// Behind the arrow: start, `..` finish, the allowed days, the allowed times (by day where they differ), `?` what is uncertain, `|` the words that
/// the bot says. A clock with an offset lies on the other side of a clock change. `RECORD=1` writes what stands there: read it.
struct CallbackFixtureTests {
    @Test(arguments: ["en", "ru"]) func phrasesBecomeThePoliciesThatTheyMean(_ language: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/callback.\(language).txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        let grammar = language == "en" ? Rules.english : Rules.russian
        var moment = Rules.moment
        var told: [String] = []
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("=== ") { moment = try Self.moment(line) }
            told.append(Self.isPhrase(line) ? Self.told(line, grammar, moment) : line)
        }
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(told.joined(separator: "\n").utf8).write(to: file)
        }
        for (number, (written, told)) in zip(text.components(separatedBy: "\n"), told).enumerated() {
            #expect(written == told, "callback.\(language).txt:\(number + 1)")
        }
        #expect(told.count { Self.isPhrase($0) } >= 120)
    }

    /// Every wish can be given to `$dialer.redial`.
    @Test(arguments: ["en", "ru"]) func policiesAreAcceptedByRedial(_ language: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/callback.\(language).txt")
        let grammar = language == "en" ? Rules.english : Rules.russian
        var moment = Rules.moment
        for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("=== ") { moment = try Self.moment(line) }
            guard Self.isPhrase(line), let wish = grammar.callback(in: Self.phrase(line), at: moment) else { continue }
            let now = Date(epochSecond: moment.now)
            guard !wish.uncertain.contains(.past) else {
                #expect(wish.policy == CallPolicy(), "\(line)")
                continue
            }
            // A call more than 400 days ahead is none that a redial takes.
            guard (wish.start ?? now) < now.addingTimeInterval(400 * 86_400) else { continue }
            let request = try RedialRequest.read(wish.policy.value, now: now)
            #expect(request.notes == [], "\(line)")
            #expect(wish.start ?? now >= now, "\(line)")
            if let finish = wish.finish { #expect(finish > wish.start ?? now, "\(line)") }
            let windows = CallWindows(policy: wish.policy, zone: moment.zone)
            #expect(windows.firstOpenMoment(from: now) != nil, "\(line)")
            #expect(!wish.readBack.isEmpty && !wish.pieces.isEmpty, "\(line)")
        }
    }

    private static func isPhrase(_ line: String) -> Bool {
        !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("===")
    }

    private static func phrase(_ line: String) -> String { line.components(separatedBy: " → ")[0] }

    private static func moment(_ line: String) throws -> EntityMoment {
        let parts = line.split(separator: " ")
        let zone = try Zone.named(String(parts[2]))
        let date = try #require(Date(iso: String(parts[1]) + ":00", zone: zone))
        return EntityMoment(now: date.epochSecond, zone: zone)
    }

    // MARK: A wish in short

    private static func told(_ line: String, _ grammar: EntityGrammar, _ moment: EntityMoment) -> String {
        let phrase = phrase(line)
        guard let wish = grammar.callback(in: phrase, at: moment) else { return phrase + " → nothing" }
        var parts: [String] = []
        if let start = wish.start { parts.append(text(start, moment)) }
        if let finish = wish.finish {
            let text = text(finish, moment)
            let isSameDay = wish.start.map { Self.text($0, moment).prefix(10) == text.prefix(10) } ?? false
            parts.append(".. " + (isSameDay ? String(text.dropFirst(11)) : text))
        }
        if let days = wish.allowedDays {
            parts.append(Weekday.allCases.filter(days.contains).map(\.rawValue).joined(separator: " "))
        }
        if let times = wish.allowedTime {
            let byDay = Weekday.allCases.compactMap { day in times.byDay[day].map { "\(day) " + text($0) } }
            parts.append((byDay + (times.byDefault.map { [text($0)] } ?? [])).joined(separator: "; "))
        }
        if !wish.uncertain.isEmpty { parts.append("? " + wish.uncertain.map(\.rawValue).joined(separator: " ")) }
        return "\(phrase) → \(parts.joined(separator: " ")) | \(wish.readBack)"
    }

    private static func text(_ intervals: [DayInterval]) -> String {
        intervals.isEmpty ? "none" : intervals.map(\.description).joined(separator: ", ")
    }

    /// `2026-11-24 17:30`
    private static func text(_ date: Date, _ moment: EntityMoment) -> String {
        let local = moment.zone.localTime(at: date).description
        let isOther = moment.zone.offset(at: date) != moment.zone.offset(at: Date(epochSecond: moment.now))
        let seconds = local.hasSuffix(":00") ? "" : String(local.suffix(3))
        return local.prefix(10) + " " + local.dropFirst(11).prefix(5) + seconds
            + (isOther ? " " + date.isoText(in: moment.zone).suffix(6) : "")
    }
}
