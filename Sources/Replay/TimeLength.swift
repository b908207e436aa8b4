import FoundationEssentials

/// Reads and writes lengths of time as talks have them: `30s`, `60m`, `1h30m`, `2d`.
enum TimeLength {
    private static let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86_400]

    /// Seconds; a number without a unit counts in `bareUnit`. `nil` when it is no length.
    static func seconds(of text: some StringProtocol, bareUnit: Double = 1) -> Double? {
        if let number = number(text) { return number * bareUnit }
        var total = 0.0
        var digits = ""
        for character in text {
            guard let unit = units[character] else {
                digits.append(character)
                continue
            }
            guard let count = number(digits) else { return nil }
            total += count * unit
            digits = ""
        }
        return digits.isEmpty && !text.isEmpty ? total : nil
    }

    /// `60m` stays `60m`: minutes when they are whole, else seconds.
    static func text(of seconds: Double) -> String {
        let whole = seconds.rounded()
        guard abs(seconds - whole) < 0.0005, abs(whole) < 1e15 else { return "\((seconds * 1000).rounded() / 1000)s" }
        let count = Int(whole)
        return count % 60 == 0 ? "\(count / 60)m" : "\(count)s"
    }

    private static func number(_ text: some StringProtocol) -> Double? {
        guard (1...12).contains(text.utf8.count), text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
            return nil
        }
        return Double(text)
    }
}

/// Reads and writes times of day: `9:30`, `24:00`.
enum ClockTime {
    /// Minutes after midnight, 0-1440.
    static func minutes(of text: some StringProtocol) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else { return nil }
        guard parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return nil }
        guard let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440 else {
            return nil
        }
        return hour * 60 + minute
    }

    static func text(of minutes: Int) -> String {
        let minute = minutes % 60
        return (minutes < 600 ? "0" : "") + "\(minutes / 60):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}
