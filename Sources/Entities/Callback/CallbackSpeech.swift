import CivilTime

/// The words in which a call back is told, from `Grammars/<language>/callback.speech`: lines `key = words with {slots}`.
struct CallbackSpeech: Sendable {
    static let suffix = ".speech"

    private let words: [String: String]

    init(_ files: [String]) {
        var words: [String: String] = [:]
        for line in files.flatMap({ $0.split(separator: "\n") }) where !line.trimmingBlanks.hasPrefix("#") {
            guard let sign = line.firstIndex(of: "=") else { continue }
            words[String(line[..<sign].trimmingBlanks)] = String(line[line.index(after: sign)...].trimmingBlanks)
        }
        self.words = words
    }

    /// Empty when a word is missing.
    func words(for plan: CallbackPlan, of wish: CallbackWish, at clock: CallbackClock) -> String {
        guard !words.isEmpty else { return "" }
        return sentence(plan, wish, clock) ?? ""
    }

    private func sentence(_ plan: CallbackPlan, _ wish: CallbackWish, _ clock: CallbackClock) -> String? {
        let today = clock.today
        if wish.uncertain.contains(.past) { return words["past"] }
        if let point = plan.point {
            let wall = plan.wall(of: point, in: clock.resolver.zone)
            let minute = Wall.positive(wall, 86_400) / 60
            let isAbout = point.slack > 0
            return date(wall, today, hours: fill(isAbout ? "about" : "at", ["clock": clockText(minute)]))
        }
        if !plan.stretches.isEmpty { return stretches(plan.hoursByDate, today) }
        if !plan.dates.isEmpty { return dates(plan, today) }
        if plan.isSoon { return words["soon"] }
        if plan.isAnyTime { return words["any time"] }
        return weekly(plan, today)
    }

    // MARK: Days

    private func stretches(_ byDate: [(day: Int, hours: [Range<Int>])], _ today: Int) -> String? {
        let first = byDate[0].hours
        if byDate.count == 1 { return date(byDate[0].day, today, hours: hours(first)) }
        guard byDate.allSatisfy({ $0.hours == first }) else {
            return list(byDate.map { date($0.day, today, hours: hours($0.hours)) }, by: "or")
        }
        guard let days = list(byDate.map { dateInList("date in list", $0.day, today) }, by: "or") else { return nil }
        return fill("dates hours", ["list": days, "hours": hours(first)])
    }

    private func dates(_ plan: CallbackPlan, _ today: Int) -> String? {
        let told = plan.dates.map { range -> String? in
            let last = range.upperBound - 86_400
            if max(range.lowerBound, today) == last {
                return plan.dates.count == 1 ? date(last, today, hours: nil) : dateInList("date in list", last, today)
            }
            return fill(
                "range",
                [
                    "first": dateInList("first date", max(range.lowerBound, today), today),
                    "last": dateInList("last date", last, today),
                ])
        }
        var text = list(told, by: "or")
        if plan.dates.count > 1, plan.dates.allSatisfy({ $0.count == 86_400 }) {
            text = text.flatMap { fill("dates", ["list": $0]) }
        }
        if plan.dates.count == 1, plan.dates[0].count == 86_400, plan.days == nil, plan.from == nil,
            plan.refusedParts.isEmpty, let hours = plan.hours
        {
            return date(plan.dates[0].lowerBound, today, hours: self.hours(hours))
        }
        if plan.days != nil || plan.hours != nil || plan.from != nil {
            text = fill("period", ["period": text, "rest": weekly(plan, today)])
        }
        return text
    }

    /// `hours`: nil when none were told.
    private func date(_ wall: Int, _ today: Int, hours: String?) -> String? {
        let days = Wall.day(of: wall) - Wall.day(of: today)
        var slots = slots(of: wall)
        slots["hours"] = hours
        let key = days == 0 ? "today" : days == 1 ? "tomorrow" : "date"
        return fill(remote(hours == nil ? key : key + " hours", wall, today), slots)
    }

    private func dateInList(_ key: String, _ wall: Int, _ today: Int) -> String? {
        fill(remote(key, wall, today), slots(of: wall))
    }

    /// Three weeks ahead the month is told, where the language does not always tell it; in another year, or eleven months ahead, the year too.
    private func remote(_ key: String, _ wall: Int, _ today: Int) -> String {
        func year(_ wall: Int) -> Int { CivilDateTime(wallSeconds: wall).year }
        let isFar = wall - today >= 21 * 86_400
        let isOfOtherYear = isFar && (year(wall) != year(today) || wall - today >= 330 * 86_400)
        let keys = (isOfOtherYear ? ["year \(key)"] : []) + (isFar ? ["far \(key)"] : [])
        return keys.first { words[$0] != nil } ?? key
    }

    /// What a date can be told by: its number, month and year, and all words that are listed for weekdays, such as `on day 1`.
    private func slots(of wall: Int) -> [String: String?] {
        let date = CivilDateTime(wallSeconds: wall)
        var slots: [String: String?] = [
            "number": words["number \(date.day)"] ?? String(date.day), "month": words["month \(date.month)"],
            "year": String(date.year),
        ]
        for name in ["day", "on day", "from day", "to day"] { slots[name] = words["\(name) \(date.weekday)"] }
        return slots
    }

    // MARK: What holds every week

    private func weekly(_ plan: CallbackPlan, _ today: Int) -> String? {
        var parts: [String?] = []
        if let days = plan.days { parts.append(weekdays(days, goesOn: plan.hours != nil || plan.from != nil)) }
        if let hours = plan.hours { parts.append(self.hours(hours)) }
        if let from = plan.from {
            parts.append(
                isMidnight(from) ? dateInList("from", from, today) : date(from, today, hours: clocked("since", from)))
        }
        if let until = plan.until {
            parts.append(
                isMidnight(until)
                    ? dateInList("until", until - 86_400, today) : date(until, today, hours: clocked("by", until)))
        }
        if parts.isEmpty { parts.append(words[plan.refusedParts.isEmpty ? "every day" : "any time"]) }
        let told = parts.compactMap(\.self)
        guard told.count == parts.count else { return nil }
        return plan.refusedParts.reduce(told.joined(separator: " ")) { text, refused in
            fill("not then", ["rest": text, "days": weekdays([refused.day]), "hours": hours([refused.hours])])
        }
    }

    private func clocked(_ key: String, _ wall: Int) -> String? {
        fill(key, ["clock": clockText(Wall.positive(wall, 86_400) / 60)])
    }

    private func isMidnight(_ wall: Int) -> Bool { Wall.positive(wall, 86_400) == 0 }

    private func weekdays(_ days: Set<Int>, goesOn: Bool = false) -> String? {
        if days == Set(1...5) { return words["weekdays"] }
        if days == [6, 7] { return words["weekend"] }
        let others = Set(1...7).subtracting(days).sorted()
        if days.count > 4 {
            return fill(
                goesOn ? "all days but before" : "all days but",
                ["list": list(others.map { words["but day \($0)"] }, by: "and")])
        }
        return fill("days", ["list": list(days.sorted().map { words["days \($0)"] }, by: "and")])
    }

    // MARK: Hours

    private func hours(_ hours: [Range<Int>]) -> String? {
        list(
            hours.map { hours in
                let (from, to) = (hours.lowerBound, hours.upperBound)
                // "Between 6 and 9 pm": the half of the day is told once.
                let isSameHalf = from % 1440 / 720 == (to - 1) / 720 && to % 720 != 0 && from % 720 != 0
                return fill("between", ["from": clockText(from, isShort: isSameHalf), "to": clockText(to)])
            }, by: "or")
    }

    private func clockText(_ minute: Int, isShort: Bool = false) -> String? {
        let (hour, rest) = (minute / 60 % 24, minute % 60)
        if minute % 1440 == 720, let noon = words["noon"] { return noon }
        if minute % 1440 == 0, let midnight = words["midnight"] { return midnight }
        let name = isShort && words["short clock"] != nil ? "short clock" : "clock"
        let key = rest == 0 && words["\(name) hour"] != nil ? "\(name) hour" : name
        return fill(
            key,
            [
                "hour": String(hour == 0 && minute == 1440 ? 24 : hour), "hour12": String((hour + 11) % 12 + 1),
                "hour24": (hour < 10 ? "0" : "") + String(hour), "minute": (rest < 10 ? "0" : "") + String(rest),
                "half": words[hour < 12 ? "am" : "pm"],
            ])
    }

    // MARK: Templates

    private func list(_ items: [String?], by link: String) -> String? {
        let items = items.compactMap(\.self)
        guard var text = items.first else { return nil }
        for (index, item) in items.enumerated().dropFirst() {
            guard let next = fill(index == items.count - 1 ? link : "comma", ["first": text, "second": item]) else {
                return nil
            }
            text = next
        }
        return text
    }

    private func fill(_ key: String, _ slots: [String: String?]) -> String? {
        guard let template = words[key] else { return nil }
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            guard let slot = slots[String(rest[rest.index(after: open)..<close])], let word = slot else { return nil }
            text += rest[..<open] + word
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}
