import CivilTime
import FoundationEssentials

extension PolicyDraft {
    mutating func readDates(_ fields: [String: PolicyValue]) {
        policy.start = fields["startDateTime"].flatMap { date($0, of: "startDateTime") }
        policy.finish = fields["finishDateTime"].flatMap { date($0, of: "finishDateTime") }
        guard let start = policy.start, let finish = policy.finish, start >= finish else { return }
        fault(
            "finishDateTime", .startNotBeforeFinish,
            "finishDateTime (\(finish.isoText)) is not after startDateTime (\(start.isoText)).",
            "Calls are made from startDateTime until finishDateTime: make finishDateTime the later one.")
    }

    private mutating func date(_ value: PolicyValue, of field: String) -> Date? {
        switch (value, dialect) {
        case (.date(let date), _) where date.isMoment:
            return date
        case (.date, _):
            fault(
                field, .invalidDate, "\(field) is an invalid Date.",
                "The text or number it was made from is not a date; a right one is new Date(\"2026-11-23T10:00:00Z\").")
        case (.string(let text), .addPhones):
            return isoDate(text, of: field)
        case (.number(let milliseconds), .addPhones) where abs(milliseconds) <= 8.64e15:
            return Date(timeIntervalSince1970: milliseconds / 1000)
        case (_, .addPhones):
            fault(
                field, .notADate, "\(field) is \(value.described), not a date.",
                "Write an ISO date in UTC or with an offset: \"2026-11-23T10:00:00Z\".")
        case (_, .redial):
            fault(field, .notADate, "\(field) is \(value.described), not a Date.", redialHint(value))
        }
        return nil
    }

    private func redialHint(_ value: PolicyValue) -> String {
        switch value {
        case .string(let text) where Date(iso: text, zone: .utc) != nil: "Write new Date(\"\(text)\")."
        case .number(let number) where abs(number) <= 8.64e15: "Write new Date(\(value.jsonText))."
        default: "Give a Date object: new Date(\"2026-11-23T10:00:00Z\")."
        }
    }

    private mutating func isoDate(_ text: String, of field: String) -> Date? {
        if let date = Date(iso: text) { return date }
        if Date(iso: text, zone: .utc) != nil {
            let day = text.count <= 10 ? text + "T00:00:00" : text
            fault(
                field, .dateWithoutOffset,
                "\(field) `\(text)` has no offset from UTC, so it could be any of many moments.",
                "Write \"\(day)Z\" for UTC, or an offset at the end: \"\(day)+03:00\".")
        } else {
            fault(
                field, .notADate, "\(field) is \(PolicyValue.string(text).described), not a date.",
                "Write an ISO date in UTC or with an offset: \"2026-11-23T10:00:00Z\".")
        }
        return nil
    }
}
