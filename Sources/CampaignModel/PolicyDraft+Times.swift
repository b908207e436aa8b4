import CivilTime

extension PolicyDraft {
    private static let exampleInterval = #"{"localTimeFrom": "10:00", "localTimeTo": "18:00"}"#

    mutating func readDays(_ value: PolicyValue) {
        let right = "Write some of mon, tue, wed, thu, fri, sat, sun: [\"mon\", \"wed\", \"fri\"]."
        guard case .array(let elements) = value else {
            return fault(
                "allowedDays", .notAnArray, "allowedDays is \(value.described), not an array of weekdays.", right)
        }
        var days: Set<Weekday> = []
        for (index, element) in elements.enumerated() {
            let path = "allowedDays[\(index)]"
            guard case .string(let text) = element, let day = Weekday(rawValue: text) else {
                fault(path, .badDay, "\(path) is \(element.described), not a weekday.", weekdayHint(element) ?? right)
                continue
            }
            days.insert(day)
        }
        // An empty list counts as left out, as in the vendor's runtime (campaigns.md 4.2).
        policy.allowedDays = days.isEmpty ? nil : days
    }

    private func weekdayHint(_ value: PolicyValue) -> String? {
        guard case .string(let text) = value else { return nil }
        return Weekday(rawValue: String(text.lowercased().prefix(3))).map { "Write `\($0.rawValue)`." }
    }

    mutating func readTimes(_ fields: [String: PolicyValue]) {
        fields["allowedTime"].map { readAllowedTime($0) }
        if dialect == .redial { readLegacyTimes(fields) }
    }

    private mutating func readAllowedTime(_ value: PolicyValue) {
        let right = "Map weekdays or default to arrays of intervals: {\"default\": [\(Self.exampleInterval)]}."
        guard case .object(let members) = value else {
            return fault("allowedTime", .notAnObject, "allowedTime is \(value.described), not an object.", right)
        }
        let entries = members.filter { $0.value != .null }
        guard !entries.isEmpty else { return note("allowedTime", "allowedTime is empty and counts as left out.") }
        var allowed = AllowedTime()
        for entry in entries {
            let path = "allowedTime.\(entry.name)"
            if entry.name == "default" {
                allowed.byDefault = intervals(entry.value, at: path)
            } else if let day = Weekday(rawValue: entry.name) {
                allowed.byDay[day] = intervals(entry.value, at: path)
            } else {
                let hint =
                    weekdayHint(.string(entry.name)) ?? "Its keys are mon, tue, wed, thu, fri, sat, sun and default."
                fault(path, .badDay, "`\(entry.name)` in allowedTime is not a weekday.", hint)
            }
        }
        policy.allowedTime = allowed
    }

    /// Bots written for an older runtime give the bounds beside the other fields.
    private mutating func readLegacyTimes(_ fields: [String: PolicyValue]) {
        guard fields["localTimeFrom"] != nil || fields["localTimeTo"] != nil else { return }
        guard fields["allowedTime"] == nil else {
            return note("localTimeFrom", "localTimeFrom and localTimeTo stand outside allowedTime and are ignored.")
        }
        guard let interval = interval(fields, at: "") else { return }
        policy.allowedTime = AllowedTime(byDefault: [interval])
        note("localTimeFrom", "localTimeFrom and localTimeTo are read as allowedTime.default; write them there.")
    }

    private mutating func intervals(_ value: PolicyValue, at path: String) -> [DayInterval] {
        guard case .array(let elements) = value else {
            let right = "Write an array, also for one interval: [\(Self.exampleInterval)]."
            fault(path, .notAnArray, "\(path) is \(value.described), not an array of intervals.", right)
            return []
        }
        var found: [(index: Int, interval: DayInterval)] = []
        for (index, element) in elements.enumerated() {
            let place = "\(path)[\(index)]"
            guard case .object(let members) = element else {
                let right = "Write an object: \(Self.exampleInterval)."
                fault(place, .notAnObject, "\(place) is \(element.described), not an interval.", right)
                continue
            }
            let bounds = Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            if let interval = interval(bounds, at: place) { found.append((index, interval)) }
        }
        checkOverlaps(found, at: path)
        return found.map(\.interval)
    }

    private mutating func interval(_ bounds: [String: PolicyValue], at path: String) -> DayInterval? {
        let from = bound("localTimeFrom", of: bounds, at: path)
        let to = bound("localTimeTo", of: bounds, at: path)
        guard let from, let to else { return nil }
        guard from != to else {
            let place = path.isEmpty ? "localTimeTo" : path
            let clock = DayInterval.clockText(from)
            fault(
                place, .emptyInterval, "\(place) begins and ends at \(clock), which could mean nothing or a whole day.",
                "For a whole day write 00:00 to 24:00.")
            return nil
        }
        return DayInterval(from: from, to: to)
    }

    private mutating func bound(_ name: String, of bounds: [String: PolicyValue], at path: String) -> Int? {
        let place = path.isEmpty ? name : "\(path).\(name)"
        let value = bounds[name] ?? .null
        guard value != .null else {
            let other = name == "localTimeFrom" ? "localTimeTo" : "localTimeFrom"
            let message = bounds[other] == nil ? "\(place) is missing." : "\(place) is missing beside \(other)."
            fault(place, .boundMissing, message, "An interval needs both bounds: localTimeFrom and localTimeTo.")
            return nil
        }
        guard case .string(let text) = value, let minutes = DayInterval.minutes(ofClock: text) else {
            let right = "Write HH:mm from 00:00 to 23:59: \"09:30\"."
            fault(place, .badClock, "\(place) is \(value.described), not a time of day.", right)
            return nil
        }
        guard minutes < 1440 || name == "localTimeTo" else {
            fault(place, .badClock, "\(place) is 24:00, which only localTimeTo can be.", "Write \"00:00\".")
            return nil
        }
        return minutes
    }

    /// On a line of 48 hours, since an interval over midnight ends on the next day; touching is fine.
    private mutating func checkOverlaps(_ found: [(index: Int, interval: DayInterval)], at path: String) {
        let sorted = found.sorted { ($0.interval.from, $0.index) < ($1.interval.from, $1.index) }
        guard var reaching = sorted.first else { return }
        for next in sorted.dropFirst() {
            if next.interval.from < reaching.interval.end {
                let (first, second) = reaching.index < next.index ? (reaching, next) : (next, reaching)
                let place = "\(path)[\(second.index)]"
                fault(
                    place, .intervalOverlap,
                    "\(place) (\(second.interval)) overlaps \(path)[\(first.index)] (\(first.interval)).",
                    "Make them one interval, or let one begin where the other ends.")
            }
            if next.interval.end > reaching.interval.end { reaching = next }
        }
    }
}
