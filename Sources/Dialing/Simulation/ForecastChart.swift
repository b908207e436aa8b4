import CampaignModel
import CivilTime
import FoundationEssentials

/// A forecast as a picture: how many calls begin when, stacked by outcome, over the days of the campaign's zone.
///
/// One SVG text without anything outside of it, readable on light and dark paper; each bar tells its figures as a tooltip.
package struct ForecastChart {
    let forecast: Forecast
    private let bars: [Bar]
    let hoursPerBar: Int
    let outcomes: [AttemptOutcome]
    /// The first and the last hour of the axis, on the wall of the zone, counted from 1970.
    let first: Int
    let last: Int
    let scale: (top: Int, step: Int)

    /// Hours that stand together.
    private struct Bar {
        /// On the wall of the zone, counted from 1970.
        var hour: Int
        var calls: [AttemptOutcome: Int]
    }

    package init(_ forecast: Forecast) {
        self.forecast = forecast
        let zone = forecast.zone
        let finish = forecast.finishedAt ?? forecast.hours.last?.from ?? forecast.start
        let (begin, end) = (Self.wallHour(forecast.start, zone), Self.wallHour(finish, zone) + 1)
        let length = end - begin
        // A day of bars has at least as many as can be told apart.
        let perBar = [1, 2, 3, 6, 12, 24].first { length / $0 <= 240 } ?? 24 * (length / (240 * 24) + 1)
        var sums: [Int: [AttemptOutcome: Int]] = [:]
        for hour in forecast.hours {
            let wall = Self.wallHour(hour.from, zone)
            sums[wall - wall % perBar, default: [:]].merge(hour.calls, uniquingKeysWith: +)
        }
        bars = sums.sorted { $0.key < $1.key }.map { Bar(hour: $0.key, calls: $0.value) }
        hoursPerBar = perBar
        outcomes = AttemptOutcome.allCases.filter { forecast.outcomes[$0] != nil }
        // Whole days where there are several.
        let unit = length > 30 ? 24 : 1
        first = begin - begin % max(unit, perBar)
        last = max(first + 6, end + (max(unit, perBar) - end % max(unit, perBar)) % max(unit, perBar))
        scale = Self.scale(upTo: bars.map { $0.calls.values.reduce(0, +) }.max() ?? 0)
    }

    private static func wallHour(_ moment: Date, _ zone: Zone) -> Int {
        let wall = zone.localTime(at: moment).wallSeconds
        return (wall - (wall % 3600 + 3600) % 3600) / 3600
    }

    /// A round figure at the top of the axis, and the step of its lines: four to eight of them.
    private static func scale(upTo most: Int) -> (top: Int, step: Int) {
        var unit = 1
        while true {
            for factor in [1, 2, 5] where factor * unit * 6 >= most {
                let step = factor * unit
                return (max(1, (most + step - 1) / step) * step, step)
            }
            unit *= 10
        }
    }

    // MARK: The picture

    enum Paper {
        static let width = 1000.0
        static let (left, right, top, height) = (64.0, 976.0, 78.0, 300.0)
        static let bottom = top + height
        static let whole = bottom + 84
    }

    package var svg: String {
        let head = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(Paper.width))" height="\(Int(Paper.whole))" \
            viewBox="0 0 \(Int(Paper.width)) \(Int(Paper.whole))" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="12">
            <title>\(title.inXML)</title>
            <style>\(Self.style(of: outcomes))</style>
            <rect class="paper" width="100%" height="100%"/>
            <text class="head" x="\(Int(Paper.left))" y="28">\(title.inXML)</text>
            <text class="dim" x="\(Int(Paper.left))" y="48">\(subtitle.inXML)</text>
            """
        let parts = [head] + countAxis + timeAxis + bars.map(drawn) + finishLine + [axisLine] + legend
        return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private var title: String {
        "\(forecast.campaign): \(forecast.calls.grouped) calls to \(forecast.numbers.grouped) numbers"
    }

    private var subtitle: String {
        let per = hoursPerBar == 1 ? "hour" : hoursPerBar == 24 ? "day" : "\(hoursPerBar) hours"
        let done = forecast.fates.reduce(0) { $0 + ($1.state == .done ? $1.numbers : 0) }
        return "Calls per \(per), clock of \(forecast.zone.name). \(done.grouped) numbers reached, "
            + "\(forecast.neverCalled.grouped) never called. At most \(forecast.lines.peak) of \(forecast.lines.limit) lines in use."
    }

    func x(_ hour: Double) -> Double {
        Paper.left + (Paper.right - Paper.left) * (hour - Double(first)) / Double(last - first)
    }

    func y(_ calls: Int) -> Double { Paper.bottom - Paper.height * Double(calls) / Double(scale.top) }

    private func drawn(_ bar: Bar) -> String {
        let (begin, end) = (x(Double(bar.hour)), x(Double(bar.hour + hoursPerBar)))
        let gap = end - begin > 4 ? 1.0 : 0
        var below = 0
        var pieces: [String] = []
        for outcome in outcomes {
            guard let count = bar.calls[outcome] else { continue }
            let (top, bottom) = (y(below + count), y(below))
            pieces.append(
                "<rect class=\"\(outcome.rawValue)\" x=\"\((begin + gap / 2).hundredths)\" y=\"\(top.hundredths)\" "
                    + "width=\"\((end - begin - gap).hundredths)\" height=\"\((bottom - top).hundredths)\"/>")
            below += count
        }
        return "<g>" + pieces.joined() + "<title>\(tip(bar, below).inXML)</title></g>"
    }

    private func tip(_ bar: Bar, _ calls: Int) -> String {
        let from = CivilDateTime(wallSeconds: bar.hour * 3600)
        let figures = outcomes.compactMap { outcome in bar.calls[outcome].map { "\(outcome.rawValue): \($0.grouped)" } }
        let when = "\(from.weekdayName) \(from.description.prefix(10)) \(from.description.dropFirst(11).prefix(5))"
        return (["\(when): \(calls.grouped) calls"] + figures).joined(separator: "\n")
    }
}
