import CampaignModel
import FoundationEssentials

extension ForecastChart {
    var legend: [String] {
        let total = forecast.outcomes
        var place = Paper.left
        return outcomes.map { outcome in
            let text = "\(outcome.rawValue) \((total[outcome] ?? 0).grouped)"
            defer { place += 34 + Double(text.count) * 7 }
            let y = Int(Paper.bottom + 56)
            return
                "<rect class=\"\(outcome.rawValue)\" x=\"\(place.hundredths)\" y=\"\(y)\" width=\"12\" height=\"12\" rx=\"2\"/>"
                + "<text x=\"\((place + 17).hundredths)\" y=\"\(y + 10)\">\(text)</text>"
        }
    }

    /// Told apart by light as well as by hue.
    private static func colour(of outcome: AttemptOutcome) -> String {
        switch outcome {
        case .answered: "#1a9850"
        case .answeredMachine: "#91cf60"
        case .answeredNoSuccess: "#c7a93c"
        case .abandoned: "#a50026"
        case .busy: "#f59f4a"
        case .noAnswer: "#5b8fd6"
        case .rejected: "#d1495b"
        case .nonexistent: "#8d6e9e"
        case .congestion: "#b0653a"
        case .trunkFailure: "#7a3b2e"
        case .expiredInDial: "#3f6f8f"
        case .failed: "#8a8a8a"
        }
    }

    static func style(of outcomes: [AttemptOutcome]) -> String {
        let fills = outcomes.map { ".\($0.rawValue){fill:\(colour(of: $0))}" }.joined()
        return """
            text{fill:#1f2328}.dim{fill:#59636e}.head{font-size:16px;font-weight:600}.end{font-weight:600}\
            .paper{fill:#fff}.grid{stroke:#e4e7eb}.day{stroke:#d0d5db}.axis{stroke:#59636e}\
            .finish{stroke:#1f2328;stroke-width:1.5;stroke-dasharray:5 3}\(fills)\
            @media (prefers-color-scheme:dark){text{fill:#e6edf3}.dim{fill:#9da7b1}.paper{fill:#0d1117}\
            .grid{stroke:#22272e}.day{stroke:#343b44}.axis{stroke:#9da7b1}.finish{stroke:#e6edf3}}
            """
    }
}

extension Double {
    /// With two decimals at most, as pictures need it.
    var hundredths: String {
        let count = Int((self * 100).rounded())
        let (whole, rest) = (count / 100, abs(count % 100))
        guard rest != 0 else { return "\(whole)" }
        return (count < 0 && whole == 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
    }
}

extension String {
    var inXML: String {
        var text = ""
        for character in self {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.append(character)
            }
        }
        return text
    }
}
