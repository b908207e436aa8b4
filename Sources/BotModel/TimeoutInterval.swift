/// The `interval` of a `timeout:`: pairs of number and unit, like `10 seconds` or `1 h 30m` (dsl.md 2.2.10).
package enum TimeoutInterval {
    /// More is a slip of the pen.
    private static let longest = 366 * 86400.0

    /// Seconds; a lone number means milliseconds (uncertain); `nil` when there is nothing to read.
    package static func seconds(in text: String) -> Double? {
        var total = 0.0
        var rest = text.trimmed[...]
        guard rest.first?.isNumber == true else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            guard let number = Double(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { !$0.isNumber }
            guard let scale = scale(of: unit.trimmed.lowercased()) else { return nil }
            total += number * scale
            rest = rest.dropFirst(unit.count)
        }
        return total <= longest ? total : nil
    }

    /// Units are known by their first letter, whatever follows: `s`, `sec`, `second(s)`.
    private static func scale(of unit: String) -> Double? {
        if unit.hasPrefix("ms") || unit.hasPrefix("milli") { return 0.001 }
        switch unit.first {
        case "d": return 86400
        case "h": return 3600
        case "m": return 60
        case "s": return 1
        case nil: return 0.001
        default: return nil
        }
    }
}
