import BotModel

/// Colours of the picture, and the line that explains them.
struct GraphLegend {
    let hasCoverage: Bool

    private struct Colour {
        let kind: BotTransition.Kind
        let name: String
        let light: String
        let dark: String
        var dash = ""
        let words: String
    }

    private static let colours = [
        Colour(kind: .go, name: "go", light: "#1f6feb", dark: "#79b8ff", words: "go!"),
        Colour(kind: .deferred, name: "deferred", light: "#1f6feb", dark: "#79b8ff", dash: "5 3", words: "go"),
        Colour(kind: .button, name: "button", light: "#1a7f37", dark: "#56d364", words: "button"),
        Colour(kind: .timeout, name: "timeout", light: "#bc4c00", dark: "#ffa657", dash: "2 3", words: "timeout"),
        Colour(kind: .script, name: "script", light: "#8250df", dark: "#d2a8ff", words: "script"),
        Colour(kind: .bargeIn, name: "bargeIn", light: "#cf222e", dark: "#ff7b72", words: "barge-in"),
        Colour(kind: .tag, name: "tag", light: "#9a6700", dark: "#e3b341", words: "tag of the bot"),
        Colour(kind: .rule, name: "rule", light: "#6e7781", dark: "#9ea7b3", words: "trigger"),
    ]

    /// The class of its lines.
    static func name(of kind: BotTransition.Kind) -> String {
        colours.first { $0.kind == kind }?.name ?? "go"
    }

    static var arrows: String {
        colours.map { colour in
            "<marker id=\"\(colour.name)\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" "
                + "orient=\"auto\"><path class=\"head-\(colour.name)\" d=\"M0 0L8 4L0 8z\"/></marker>"
        }.joined()
    }

    static var style: String {
        let dashes = colours.filter { !$0.dash.isEmpty }.map { ".\($0.name){stroke-dasharray:\($0.dash)}" }.joined()
        let shapes =
            ".line{fill:none;stroke-width:1.3;opacity:.85}.touch{fill:none;stroke:#000;stroke-opacity:0;"
            + "stroke-width:9}g:hover>.line{stroke-width:3;opacity:1}.head{font-weight:600}.dim{font-size:11px;font-weight:400}"
            + ".arm{fill:none}.arm.silent{stroke-dasharray:1 3}.line.unseen{opacity:.35}.plain{fill:none}"
        return shapes + dashes + sheet(\.light, Self.light) + "@media (prefers-color-scheme:dark){"
            + sheet(\.dark, Self.dark) + "}"
    }

    private typealias Sheet = (
        paper: String, card: String, theme: String, frame: String, text: String, dim: String, seen: String,
        partly: String, unseen: String
    )

    private static let light: Sheet = (
        "#ffffff", "#f6f8fa", "#eef4fb", "#b6bec8", "#1f2328", "#59636e", "#c9f0d1", "#fff1c2", "#ffd7d5"
    )
    private static let dark: Sheet = (
        "#0d1117", "#161b22", "#12233a", "#3d444d", "#e6edf3", "#9198a1", "#12402a", "#463a10", "#551d1f"
    )

    private static func sheet(_ colour: KeyPath<Colour, String>, _ sheet: Sheet) -> String {
        let lines = colours.map {
            ".line.\($0.name){stroke:\($0[keyPath: colour])}.head-\($0.name){fill:\($0[keyPath: colour])}"
        }
        return ".paper{fill:\(sheet.paper)}.card{fill:\(sheet.card);stroke:\(sheet.frame)}.theme{fill:\(sheet.theme)}"
            + "text{fill:\(sheet.text)}.dim{fill:\(sheet.dim)}.entry{fill:\(sheet.dim)}.arm{stroke:\(sheet.dim)}"
            + "rect.seen{fill:\(sheet.seen)}rect.partly{fill:\(sheet.partly)}rect.unseen{fill:\(sheet.unseen)}"
            + lines.joined()
    }

    // MARK: The line below

    private var parts: [(draw: String, words: String)] {
        let entry = ("<path class=\"entry\" d=\"M4 -9l8 5l-8 5z\"/>", "entered from anywhere")
        let lines = Self.colours.map { colour in
            ("<path class=\"line \(colour.name)\" d=\"M0 -4h20\"/>", colour.words)
        }
        let grounds = [("seen", "visited"), ("partly", "partly"), ("unseen", "not visited by any test")].map {
            ("<rect class=\"\($0.0)\" x=\"2\" y=\"-12\" width=\"16\" height=\"14\"/>", $0.1)
        }
        return [entry] + lines + (hasCoverage ? grounds : [])
    }

    var width: Double { parts.reduce(48) { $0 + 44 + RowText.width(of: $1.words) } }

    func svg(y: Double) -> String {
        var x = 24.0
        return parts.map { part in
            defer { x += 44 + RowText.width(of: part.words) }
            return "<g transform=\"translate(\(x.short) \((y + 12).short))\">\(part.draw)"
                + "<text class=\"dim\" x=\"26\" y=\"0\">\(part.words)</text></g>"
        }.joined(separator: "\n")
    }
}
