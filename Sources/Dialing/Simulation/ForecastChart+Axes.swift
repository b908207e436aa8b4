import CampaignModel
import CivilTime
import FoundationEssentials

extension ForecastChart {
    var countAxis: [String] {
        stride(from: scale.step, through: scale.top, by: scale.step).map { count in
            let height = y(count).hundredths
            return
                "<line class=\"grid\" x1=\"\(Int(Paper.left))\" x2=\"\(Int(Paper.right))\" y1=\"\(height)\" y2=\"\(height)\"/>"
                + "<text class=\"dim\" text-anchor=\"end\" x=\"\(Int(Paper.left - 8))\" y=\"\((y(count) + 4).hundredths)\">"
                + "\(count.grouped)</text>"
        }
    }

    var axisLine: String {
        "<line class=\"axis\" x1=\"\(Int(Paper.left))\" x2=\"\(Int(Paper.right))\" y1=\"\(Int(Paper.bottom))\" y2=\"\(Int(Paper.bottom))\"/>"
    }

    /// Dates below their midnights, and hours where there is room.
    var timeAxis: [String] {
        let width = (Paper.right - Paper.left) / Double(last - first)
        let days = [1, 2, 7, 14, 28, 91, 364].first { Double($0) * 24 * width >= 74 } ?? 364
        let hours = [1, 2, 3, 6, 12].first { Double($0) * width >= 30 && days == 1 }
        var marks: [String] = []
        for hour in first...last {
            let (day, clock) = (hour / 24, hour % 24)
            if clock == 0, days == 1 || (day - first / 24) % days == 0 { marks.append(midnight(hour, days)) }
            if let hours, clock % hours == 0, clock != 0 || Double(hours) * width >= 30 {
                marks.append(tick(hour, "\(clock < 10 ? "0" : "")\(clock)"))
            }
        }
        // A day that begins before the axis still has its name.
        if first % 24 != 0 { marks.append(dateText(first - first % 24, from: Paper.left)) }
        return marks
    }

    private func tick(_ hour: Int, _ text: String) -> String {
        let place = x(Double(hour)).hundredths
        return
            "<line class=\"axis\" x1=\"\(place)\" x2=\"\(place)\" y1=\"\(Int(Paper.bottom))\" y2=\"\(Int(Paper.bottom + 4))\"/>"
            + "<text class=\"dim\" font-size=\"10\" text-anchor=\"middle\" x=\"\(place)\" y=\"\(Int(Paper.bottom + 16))\">\(text)</text>"
    }

    private func midnight(_ hour: Int, _ days: Int) -> String {
        let place = x(Double(hour))
        let line =
            "<line class=\"day\" x1=\"\(place.hundredths)\" x2=\"\(place.hundredths)\" y1=\"\(Int(Paper.top))\" y2=\"\(Int(Paper.bottom + 34))\"/>"
        let isCut = Paper.right - place < 70
        return line + (isCut ? "" : dateText(hour, from: place))
    }

    private func dateText(_ hour: Int, from place: Double) -> String {
        let local = CivilDateTime(wallSeconds: hour * 3600)
        return "<text x=\"\((place + 4).hundredths)\" y=\"\(Int(Paper.bottom + 32))\">"
            + "\(local.weekdayName) \(local.description.dropFirst(5).prefix(5))</text>"
    }

    var finishLine: [String] {
        guard let finish = forecast.finishedAt else { return [] }
        let local = forecast.zone.localTime(at: finish)
        let place = x(Double(local.wallSeconds) / 3600)
        let isRight = place > (Paper.left + Paper.right) / 2
        let text = "finished \(local.weekdayName) \(local.description.dropFirst(11).prefix(5))"
        return [
            "<line class=\"finish\" x1=\"\(place.hundredths)\" x2=\"\(place.hundredths)\" y1=\"\(Int(Paper.top - 12))\" y2=\"\(Int(Paper.bottom))\"/>",
            "<text class=\"end\" text-anchor=\"\(isRight ? "end" : "start")\" x=\"\((place + (isRight ? -5 : 5)).hundredths)\" "
                + "y=\"\(Int(Paper.top - 4))\">\(text)</text>",
        ]
    }
}
