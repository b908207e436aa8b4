extension YearlyRule {
    /// Reads a POSIX `TZ` string with the wider hours of RFC 9636 (-167 to 167); `nil` when it is none.
    init?(posix text: String) {
        var reader = Reader(bytes: Array(text.utf8)[...])
        guard reader.skipName(), let west = reader.offset() else { return nil }
        standardOffset = -west
        summer = nil
        if !reader.isAtEnd {
            guard let summer = reader.summer(standardOffset: standardOffset), reader.isAtEnd else { return nil }
            self.summer = summer
        }
        guard max(abs(standardOffset), abs(summer?.offset ?? 0)) <= 26 * 3600 else { return nil }
    }

    /// A cursor over the string.
    private struct Reader {
        var bytes: ArraySlice<UInt8>

        var isAtEnd: Bool { bytes.isEmpty }

        mutating func take(_ character: Character) -> Bool {
            guard let byte = bytes.first, byte == character.asciiValue else { return false }
            bytes.removeFirst()
            return true
        }

        /// `EST`, or `<+03>`.
        mutating func skipName() -> Bool {
            if take("<") {
                guard let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return false }
                bytes = bytes[(end + 1)...]
                return true
            }
            let name = bytes.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
            bytes = bytes.dropFirst(name.count)
            return name.count >= 3
        }

        mutating func number(_ range: ClosedRange<Int>) -> Int? {
            let digits = bytes.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard (1...3).contains(digits.count) else { return nil }
            bytes = bytes.dropFirst(digits.count)
            let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            return range.contains(value) ? value : nil
        }

        /// `[+-]hh[:mm[:ss]]` in seconds.
        mutating func offset() -> Int? {
            let sign = take("-") ? -1 : 1
            if sign == 1 { _ = take("+") }
            guard let hours = number(0...167) else { return nil }
            var seconds = hours * 3600
            for unit in [60, 1] where take(":") {
                guard let value = number(0...59) else { return nil }
                seconds += value * unit
            }
            return sign * seconds
        }

        mutating func summer(standardOffset: Int) -> Summer? {
            guard skipName() else { return nil }
            var offset = standardOffset + 3600
            if let next = bytes.first, next != UInt8(ascii: ",") {
                guard let west = self.offset() else { return nil }
                offset = -west
            }
            // POSIX leaves the days open when none are written; everyone takes the rule of the United States.
            guard !isAtEnd else {
                let begin = Turn(day: .weekday(month: 3, week: 2, day: 0), time: 7200)
                let end = Turn(day: .weekday(month: 11, week: 1, day: 0), time: 7200)
                return Summer(offset: offset, begin: begin, end: end)
            }
            guard take(","), let begin = turn(), take(","), let end = turn() else { return nil }
            return Summer(offset: offset, begin: begin, end: end)
        }

        mutating func turn() -> Turn? {
            guard let day = day() else { return nil }
            guard take("/") else { return Turn(day: day, time: 7200) }
            return offset().map { Turn(day: day, time: $0) }
        }

        mutating func day() -> Turn.Day? {
            if take("J") { return number(1...365).map { .julian($0) } }
            guard take("M") else { return number(0...365).map { .ordinal($0) } }
            guard let month = number(1...12), take("."), let week = number(1...5), take("."), let day = number(0...6)
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }
    }
}
