import CampaignModel

/// `allowCallTimeFrom` and `allowCallTimeTo`: seconds after midnight, the last one included (campaigns.md 9).
package struct TWINHours: Sendable, Hashable {
    package var from: Int
    package var to: Int

    /// The whole minutes within it, so that nobody is called outside; `nil` when there are none.
    package var interval: DayInterval? {
        let end = to + 1
        if from <= to {
            let inner = DayInterval(from: (from + 59) / 60, to: end / 60)
            return inner.from < inner.to ? inner : nil
        }
        // Over midnight; all days are alike, so a beginning at midnight is that of the next day.
        let first = (from + 59) / 60 % 1440
        let last = end / 60
        if first == 0 { return last > 0 ? DayInterval(from: 0, to: last) : nil }
        if first == last { return DayInterval(from: 0, to: 1440) }
        return DayInterval(from: first, to: last == 0 ? 1440 : last)
    }

    package init(from: Int, to: Int) {
        (self.from, self.to) = (from, to)
    }

    /// What says this interval.
    package init(_ interval: DayInterval) {
        self.init(from: interval.from * 60, to: (interval.to + 1439) % 1440 * 60 + 59)
    }
}

extension AutoCallReader {
    private mutating func warnOfUnusedHours(_ options: Fields) {
        guard let from = options["allowCallTimeFrom"]?.value, let to = options["allowCallTimeTo"]?.value,
            (from, to) != (.number(0), .number(86_399))
        else { return }
        findings.warn(
            options.pointer(to: "allowCallTimeFrom"),
            "Without useTr allowCallTimeFrom and allowCallTimeTo limit no calls; set useTr to true.")
    }

    mutating func readHours(_ options: Fields) {
        guard options["useTr"]?.boolean(&findings) ?? false else { return warnOfUnusedHours(options) }
        let day = 0...86_399
        let from = options.required("allowCallTimeFrom", &findings)?.whole(day, &findings)
        let to = options.required("allowCallTimeTo", &findings)?.whole(day, &findings)
        guard let from, let to else { return }
        let given = TWINHours(from: from, to: to)
        guard let interval = given.interval else {
            return findings.fault(
                options.pointer(to: "allowCallTimeTo"), .emptyInterval,
                "From second \(from) to second \(to) there is no whole minute, and hours are kept in minutes.",
                "Leave a minute at least; the whole day is 0 to 86399.")
        }
        if TWINHours(interval) != given {
            findings.warn(
                options.pointer(to: "allowCallTimeFrom"),
                "Hours are kept in whole minutes: seconds \(from) to \(to) become \(interval).")
        }
        draft.defaultPolicy.allowedTime = AllowedTime(byDefault: [interval])
    }
}
