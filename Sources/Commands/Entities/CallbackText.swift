import CampaignModel
import CivilTime
import Entities

/// When somebody who says a phrase wants to be called back, for people.
struct CallbackText {
    let lines: [String]

    /// - Parameters:
    ///   - zone: in which moments are shown.
    ///   - trees: the rules that have found each piece; empty when nobody asks.
    init(_ wish: CallbackWish?, _ trees: [RuleTree], in zone: Zone) {
        guard let wish else {
            lines = ["no call back"] + trees.flatMap { EntityText.lines(of: $0, indent: 1) }
            return
        }
        let said = wish.pieces.map { "\"\($0.text.shown)\"" }.joined(separator: ", ")
        let rows: [(String, String?)] =
            [
                ("start", wish.start.map { ClockText.wall($0, in: zone) }),
                ("finish", wish.finish.map { ClockText.wall($0, in: zone) }),
                ("days", wish.allowedDays.map(Self.names)),
            ] + Self.times(wish.allowedTime) + [
                ("uncertain", wish.uncertain.isEmpty ? nil : wish.uncertain.map(\.rawValue).joined(separator: ", ")),
                ("said", said),
            ]
        lines =
            ["call back: \(wish.readBack)".trimmed]
            + rows.compactMap { name, value in value.map { "  \(name): \($0)" } }
            + trees.flatMap { EntityText.lines(of: $0, indent: 2) }
    }

    private static func names(_ days: Set<Weekday>) -> String {
        Weekday.allCases.filter(days.contains).map(\.rawValue).joined(separator: ", ")
    }

    /// `time: 18:00-21:00`, `time mon: none`.
    private static func times(_ time: AllowedTime?) -> [(String, String?)] {
        guard let time else { return [] }
        let days = Weekday.allCases.compactMap { day in time.byDay[day].map { ("time \(day.rawValue)", text($0)) } }
        return days + (time.byDefault.map { [("time", text($0))] } ?? [])
    }

    private static func text(_ intervals: [DayInterval]) -> String? {
        intervals.isEmpty ? "none" : intervals.map(\.description).joined(separator: ", ")
    }
}

/// The same as a record of `entities --callback --json`: the fields of `$dialer.parseCallback`, with the policy in one of them.
struct CallbackRecord {
    let json: JSONValue

    init(_ text: String, _ wish: CallbackWish?, _ trees: [RuleTree]?) {
        let callback = wish.map { wish in
            JSONValue.object([
                ("policy", .raw(wish.policy.jsonText)),
                ("uncertain", .array(wish.uncertain.map { .string($0.rawValue) })),
                ("said", .array(wish.pieces.map { .string($0.text) })), ("readBack", .string(wish.readBack)),
            ])
        }
        let rules = trees.map { [("rules", JSONValue.array($0.map(EntityRecord.json)))] } ?? []
        json = .object([("text", .string(text)), ("callback", callback ?? .null)] + rules)
    }
}
