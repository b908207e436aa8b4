import Replay

/// What stands in a row of the picture, and how wide that is.
struct RowText {
    private let row: Chart.Row
    private let name: String
    /// ` +12`: folded states.
    private let count: String
    /// `modal`, `→ Goodbye, Menu`.
    private let remark: String

    /// - Parameters:
    ///   - leadsTo: names of rows to which no line is drawn.
    ///   - isTheme: whether it is a whole theme, whose name stands above it.
    init(_ row: Chart.Row, isTheme: Bool, leadsTo: [String]) {
        self.row = row
        let count = row.isFolded ? "\(row.states.count) states" : ""
        name = isTheme ? count : Self.cut(row.name, 30)
        self.count = isTheme ? "" : count
        let goals = leadsTo.isEmpty ? [] : ["→ " + Self.cut(leadsTo.joined(separator: ", "), 26)]
        let marks = [row.isModal ? "modal" : nil, row.unknown.isEmpty ? nil : "→ ?"].compactMap(\.self)
        remark = (marks + goals).joined(separator: " ")
    }

    /// Names longer than that are cut; the tooltip has them whole.
    static func cut(_ text: String, _ most: Int) -> String {
        let text = text.shownOnOneLine
        return text.count > most ? text.prefix(most - 1) + "…" : text
    }

    /// About what a sans-serif of 12 pixels takes.
    static func width(of text: String) -> Double {
        text.unicodeScalars.reduce(0) { width, scalar in
            switch scalar.value {
            case 0x20, 0x2E, 0x2C, 0x69, 0x6C, 0x49, 0x2F: width + 4.2
            case 0x1100...0x11FF, 0x2E80...0xFFDC, 0x1F000...0x3FFFF: width + 13
            case 0x410...0x44F: width + 8
            default: width + 7.4
            }
        }
    }

    private var indent: Double { 22 + Double(row.depth) * 14 }

    var width: Double {
        let texts = [count, remark].filter { !$0.isEmpty }
        return indent + Self.width(of: name) * (row.depth == 0 ? 1.08 : 1)
            + texts.reduce(0) { $0 + 8 + Self.width(of: $1) * 0.9 } + 14
    }

    /// - Parameter isHead: whether the first state is the title of its card.
    func svg(in box: ChartLayout.Box, isHead: Bool, tip: String) -> String {
        let base = (box.y + 14).short
        let ground =
            "<rect class=\"row \(ground)\" x=\"\((box.x + 1).short)\" y=\"\(box.y.short)\" "
            + "width=\"\((box.width - 2).short)\" height=\"\(box.height.short)\"/>"
        let arm = row.depth > 0 ? arm(box) : ""
        let entry =
            row.entries.isEmpty
            ? "" : "<path class=\"entry\" d=\"M\((box.x + 7).short) \((box.y + 5).short)l8 5l-8 5z\"/>"
        let remarks = [count, remark].filter { !$0.isEmpty }.joined(separator: " ").escapedXML
        let tail = remarks.isEmpty ? "" : " <tspan class=\"dim\" dx=\"4\">\(remarks)</tspan>"
        let weight = isHead && row.depth == 0 ? " class=\"head\"" : ""
        let text = "<text\(weight) x=\"\((box.x + indent).short)\" y=\"\(base)\">\(name.escapedXML)\(tail)</text>"
        return "<g>\(ground)\(arm)\(entry)\(text)<title>\(tip.escapedXML)</title></g>"
    }

    /// The line to the state above; whole when its trigger is heard there.
    private func arm(_ box: ChartLayout.Box) -> String {
        let x = box.x + indent - 10
        return "<path class=\"arm\(row.isHeardAbove ? "" : " silent")\" "
            + "d=\"M\(x.short) \(box.y.short)v\((box.height / 2).short)h7\"/>"
    }

    private var ground: String {
        guard let visited = row.visited else { return "plain" }
        return visited == 0 ? "unseen" : visited < row.states.count ? "partly" : "seen"
    }
}
