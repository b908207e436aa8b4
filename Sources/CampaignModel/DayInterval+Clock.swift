extension DayInterval: CustomStringConvertible {
    /// Whether it ends on the day after it begins.
    package var isOvernight: Bool { from > to }

    /// Minutes after the midnight of the day on which it *begins*: up to 2879.
    package var end: Int { isOvernight ? to + 1440 : to }

    /// `10:00-11:30`.
    package var description: String { Self.clockText(from) + "-" + Self.clockText(to) }

    /// `HH:mm` of that many minutes after midnight.
    package static func clockText(_ minutes: Int) -> String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// Minutes after midnight of `H:mm` or `HH:mm`, from `0:00` to `24:00`.
    package static func minutes(ofClock text: String) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2 else { return nil }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.allSatisfy({ $0.allSatisfy { digits.contains($0) } }) else { return nil }
        let values = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        guard values[1] < 60, values[0] * 60 + values[1] <= 1440 else { return nil }
        return values[0] * 60 + values[1]
    }
}
