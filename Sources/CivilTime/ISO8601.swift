import FoundationEssentials

extension Date {
    /// Reads `2026-11-23T09:00:00Z`, with an offset (`+03:00`, `+0300`, `+03`), without seconds or with a fraction of them.
    ///
    /// A text without an offset, and a date alone (its midnight), is on the wall of `zone`; without a zone it is `nil`,
    /// since nobody can tell which moment is meant.
    package init?(iso text: String, zone: Zone? = nil) {
        guard let reading = ISOText(text) else { return nil }
        if let offset = reading.offset {
            self.init(timeIntervalSince1970: Double(reading.local.wallSeconds - offset) + reading.fraction)
            return
        }
        guard let zone else { return nil }
        self = zone.instant(of: reading.local).addingTimeInterval(reading.fraction)
    }

    /// `2026-11-23T10:00:00Z`; a fraction (milliseconds, or microseconds if need be) only when there is one.
    package var isoText: String { isoText(in: .utc) }

    /// `2026-11-23T13:00:00+03:00`: the clock on the wall of that zone, and its offset (`Z` when there is none).
    package func isoText(in zone: Zone) -> String {
        guard timeIntervalSince1970.isFinite, abs(timeIntervalSince1970) < 1e13 else { return "Invalid Date" }
        let (second, microsecond) = wholeAndMicroseconds
        let offset = zone.offset(at: Date(epochSecond: second))
        return CivilDateTime(wallSeconds: second + offset).description + fractionText(microsecond) + offsetText(offset)
    }

    private var wholeAndMicroseconds: (Int, Int) {
        let whole = timeIntervalSince1970.rounded(.down)
        let microsecond = Int(((timeIntervalSince1970 - whole) * 1e6).rounded())
        return microsecond == 1_000_000 ? (Int(whole) + 1, 0) : (Int(whole), microsecond)
    }

    private func fractionText(_ microsecond: Int) -> String {
        guard microsecond != 0 else { return "" }
        return microsecond % 1000 == 0 ? "." + padded(microsecond / 1000, to: 3) : "." + padded(microsecond, to: 6)
    }

    private func offsetText(_ offset: Int) -> String {
        guard offset != 0 else { return "Z" }
        let length = abs(offset)
        let seconds = length % 60 == 0 ? "" : ":" + padded(length % 60, to: 2)
        return (offset < 0 ? "-" : "+") + padded(length / 3600, to: 2) + ":" + padded(length / 60 % 60, to: 2) + seconds
    }
}

/// The parts of an ISO 8601 text.
private struct ISOText {
    var local = CivilDateTime(year: 1970, month: 1, day: 1)
    /// Of a second.
    var fraction = 0.0
    /// Seconds east of Greenwich; `nil` when the text has none.
    var offset: Int?

    private var rest: Substring.UTF8View

    init?(_ text: String) {
        rest = Substring(text).utf8
        guard readDay() else { return nil }
        if rest.isEmpty { return }
        guard take("T") || take("t") || take(" "), readClock(), readOffset(), rest.isEmpty else { return nil }
    }

    private mutating func readDay() -> Bool {
        let sign = take("-") ? -1 : take("+") ? 1 : 0
        guard let year = number(digits: sign == 0 ? 4 : 6), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return false }
        local.year = sign < 0 ? -year : year
        (local.month, local.day) = (month, day)
        return CivilDay(year: local.year, month: month, day: day) != nil
    }

    private mutating func readClock() -> Bool {
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), hour < 24, minute < 60 else {
            return false
        }
        (local.hour, local.minute) = (hour, minute)
        guard take(":") else { return true }
        guard let second = number(digits: 2), second < 60 else { return false }
        local.second = second
        return take(".") || take(",") ? readFraction() : true
    }

    private mutating func readFraction() -> Bool {
        let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard !digits.isEmpty, let value = Double("0." + String(decoding: digits.prefix(17), as: UTF8.self)) else {
            return false
        }
        fraction = value
        rest = rest.dropFirst(digits.count)
        return true
    }

    private mutating func readOffset() -> Bool {
        if rest.isEmpty { return true }
        if take("Z") || take("z") {
            offset = 0
            return true
        }
        let sign = take("-") ? -1 : take("+") ? 1 : 0
        guard sign != 0, let hours = number(digits: 2), hours <= 18 else { return false }
        var minutes = 0
        if take(":") || !rest.isEmpty {
            guard let value = number(digits: 2), value < 60 else { return false }
            minutes = value
        }
        offset = sign * (hours * 3600 + minutes * 60)
        return true
    }

    private mutating func take(_ character: Character) -> Bool {
        guard let byte = rest.first, byte == character.asciiValue else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func number(digits count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else {
            return nil
        }
        rest = rest.dropFirst(count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
