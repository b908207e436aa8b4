import CampaignModel
import CivilTime
import FoundationEssentials

extension Forecast {
    /// For people, a line a line.
    package var table: [String] { head + [""] + ending + [""] + days }

    private var head: [String] {
        let end =
            finishedAt.map { "\(dayText($0)), \(lengthText(from: start, to: $0)) after the start" }
            ?? "not before \(dayText(horizon)), where the simulation ends"
        let shares = outcomes.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "\($0.key.rawValue) \($0.value.grouped) (\(percent($0.value, of: calls)))" }
        return Columns(
            [
                ["campaign", "\(campaign), simulated from \(dayText(start)) (\(zone.name)), seed \(seed)"],
                ["finished", end],
                [
                    "calls",
                    ([calls.grouped] + (shares.isEmpty ? [] : [shares.joined(separator: ", ")])).joined(
                        separator: ": "),
                ],
                [
                    "lines",
                    "at most \(lines.peak) of \(lines.limit), on average \(lines.mean.tenths) while any is in use",
                ],
                ["law", lawText],
            ]
        ).lines
    }

    private var lawText: String {
        guard law.hoursGiven > 0 else { return "\(law.profile): takes no hours" }
        let blocked = law.blockedNumbers == 0 ? "" : "; \(law.blockedNumbers.grouped) numbers have no hour left"
        return "\(law.profile): takes \(law.hoursTaken.tenths) of a number's \(law.hoursGiven.tenths) hours a week"
            + blocked
    }

    private var ending: [String] {
        let rows = fates.map { fate in
            [
                fate.state.rawValue, fate.reason, fate.numbers.grouped, percent(fate.numbers, of: numbers),
                fate.neverCalled == 0 ? "" : fate.neverCalled.grouped,
            ]
        }
        let total = ["all", "", numbers.grouped, "", neverCalled == 0 ? "" : neverCalled.grouped]
        return Columns([["state", "reason", "numbers", "", "never called"]] + rows + [total], rightFrom: 2).lines
    }

    private var days: [String] {
        let shown = AttemptOutcome.allCases.filter { outcomes[$0] != nil }
        var byDay: [(day: String, hours: [Hour])] = []
        for hour in hours {
            let day = String(dayText(hour.from).prefix(14))
            if byDay.last?.day == day { byDay[byDay.count - 1].hours.append(hour) } else { byDay.append((day, [hour])) }
        }
        let rows = byDay.map { day, hours -> [String] in
            let busiest = hours.max { $0.count < $1.count }
            let figures = shown.map { outcome in hours.reduce(0) { $0 + ($1.calls[outcome] ?? 0) }.grouped }
            let busy = busiest.map { "\(dayText($0.from).suffix(5)) (\($0.count.grouped))" } ?? ""
            return [day, hours.reduce(0) { $0 + $1.count }.grouped] + figures + [busy]
        }
        return Columns([["day", "calls"] + shown.map(\.rawValue) + ["busiest hour"]] + rows, rightFrom: 1).lines
    }

    /// `Mon 2026-11-23 09:00`
    private func dayText(_ moment: Date) -> String {
        let local = zone.localTime(at: moment)
        let text = local.description
        return "\(local.weekdayName) \(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
    }

    private func lengthText(from: Date, to: Date) -> String {
        let minutes = Int(to.timeIntervalSince(from) / 60)
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        if days > 0 { return "\(days) \(days == 1 ? "day" : "days") \(hours) h" }
        return hours > 0 ? "\(hours) h \(minutes % 60) min" : "\(minutes) min"
    }

    private func percent(_ part: Int, of whole: Int) -> String {
        whole == 0 ? "" : (100 * Double(part) / Double(whole)).tenths + " %"
    }
}

/// Cells under one another; from a column on they stand at its right.
private struct Columns {
    let lines: [String]

    init(_ rows: [[String]], rightFrom: Int = .max) {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        lines = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                return column >= rightFrom ? blanks + cell : cell + blanks
            }
            var line = cells.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

extension CivilDateTime {
    /// `Mon`
    var weekdayName: String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1] }
}

extension Int {
    /// `100,000`
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text
    }
}

extension Double {
    /// `12.5`, `12` for a whole number.
    var tenths: String {
        let tenths = Int((self * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}
