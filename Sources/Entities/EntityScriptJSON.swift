import SourceText

/// Values in the shapes that scripts of bots see (dsl.md 8.5).
extension EntityValue {
    package var scriptJSON: String {
        switch self {
        case .number(let number): number.jsonText
        case .text(let text): JSONText.quoted(text)
        case .card(let number, _): JSONText.quoted(number)
        case .address(let value, _): JSONText.quoted(value)
        case .time(let time): time.best.scriptJSON
        default: json
        }
    }
}

extension TimeReading {
    /// Whether it names a time of the day.
    package var isClock: Bool {
        switch self {
        case .moment(let moment): moment.grain < .day
        case .interval(let from, let to): [from, to].contains { $0.map { $0.grain < .day } ?? false }
        }
    }

    /// `{year, month, day, hour, minute, second, timestamp, value, grain}`, or `{from, to}` of two such.
    fileprivate var scriptJSON: String {
        switch self {
        case .moment(let moment): moment.scriptJSON
        case .interval(let from, let to): JSONObject([("from", from?.scriptJSON), ("to", to?.scriptJSON)]).text
        }
    }
}

extension TimeReading.Moment {
    fileprivate var scriptJSON: String {
        JSONObject([
            ("year", String(local.year)), ("month", String(local.month)), ("day", String(local.day)),
            ("hour", String(local.hour)), ("minute", String(local.minute)), ("second", String(local.second)),
            ("timestamp", String((local.wallSeconds - offset) * 1000)), ("value", JSONText.quoted(text)),
            ("grain", JSONText.quoted(grain.name)),
        ]).text
    }
}
