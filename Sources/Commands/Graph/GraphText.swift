import BotModel

/// A chart in the languages of drawing programs.
struct GraphText {
    private let chart: Chart
    private let title: String

    init(_ chart: Chart, title: String) {
        self.chart = chart
        self.title = title
    }

    /// Each card with the numbers of its rows.
    private var cards: [(number: Int, card: Chart.Card, rows: [(number: Int, row: Chart.Row)])] {
        var first = 0
        return chart.cards.enumerated().map { number, card in
            defer { first += card.rows.count }
            return (number, card, card.rows.enumerated().map { (first + $0, $1) })
        }
    }

    /// A line without what a program for pictures would obey.
    private func label(_ row: Chart.Row) -> String {
        let count = row.isFolded ? " (\(row.states.count) states)" : ""
        return RowText.cut(row.name, 40) + count
    }

    private func label(_ link: Chart.Link) -> String {
        let count = link.transitions.count
        let kind = link.kind == .rule && count == 1 ? RowText.cut(link.transitions[0].written, 40) : link.kind.rawValue
        return count > 1 ? "\(kind) ×\(count)" : kind
    }

    // MARK: DOT

    var dot: String {
        let head = [
            "digraph \(quoted(title)) {", "  rankdir=LR; compound=true;",
            "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#f6f8fa\", fontname=\"Helvetica\", fontsize=11];",
            "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#59636e\"];",
        ]
        let groups = cards.flatMap { number, card, rows -> [String] in
            let nodes = rows.map { "    s\($0.number) [label=\(quoted(label($0.row)))\(dotMarks($0.row))];" }
            guard rows.count > 1 || card.isTheme else { return nodes }
            return ["  subgraph cluster_\(number) {", "    label=\(quoted(card.title)); color=\"#b6bec8\";"] + nodes
                + tree(rows).map { "    s\($0) -> s\($1) [arrowhead=none, style=dotted, weight=5];" } + ["  }"]
        }
        let links = chart.links.map { link in
            "  s\(link.from) -> s\(link.to) [label=\(quoted(label(link)))\(dotStyle(link))];"
        }
        return (head + groups + links + ["}"]).map { $0 + "\n" }.joined()
    }

    private func dotMarks(_ row: Chart.Row) -> String {
        let tip = ", tooltip=" + quoted(row.path.description) + (row.entries.isEmpty ? "" : ", penwidth=2")
        guard let visited = row.visited else { return tip }
        return tip + ", fillcolor=\"\(visited == 0 ? "#ffd7d5" : visited < row.states.count ? "#fff1c2" : "#c9f0d1")\""
    }

    private func dotStyle(_ link: Chart.Link) -> String {
        let style = [.deferred, .timeout].contains(link.kind) ? ", style=dashed" : ""
        return style + (link.isVisited.map { ", color=\"\($0 ? "#1a7f37" : "#cf222e")\"" } ?? "")
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.shownOnOneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// From each row to those that stand below it.
    private func tree(_ rows: [(number: Int, row: Chart.Row)]) -> [(Int, Int)] {
        var above: [Int] = []
        return rows.compactMap { number, row in
            above = Array(above.prefix(row.depth))
            defer { above += Array(repeating: number, count: row.depth + 1 - above.count) }
            return above.last.map { ($0, number) }
        }
    }

    // MARK: Mermaid

    var mermaid: String {
        let groups = cards.flatMap { number, card, rows -> [String] in
            let nodes = rows.map { "    s\($0.number)[\"\(escaped(label($0.row)))\"]" }
            guard rows.count > 1 || card.isTheme else { return nodes }
            return ["  subgraph c\(number)[\"\(escaped(card.title))\"]"] + nodes
                + tree(rows).map { "    s\($0) --- s\($1)" } + ["  end"]
        }
        let links = chart.links.map { link in
            let arrow = [.deferred, .timeout].contains(link.kind) ? "-.->" : "-->"
            return "  s\(link.from) \(arrow)|\"\(escaped(label(link)))\"| s\(link.to)"
        }
        return (["flowchart LR"] + groups + links + colours).map { $0 + "\n" }.joined()
    }

    private var colours: [String] {
        guard chart.hasCoverage else { return [] }
        let grounds = [("seen", "#c9f0d1"), ("partly", "#fff1c2"), ("unseen", "#ffd7d5")]
        let classes = grounds.map { "  classDef \($0.0) fill:\($0.1),color:#1f2328" }
        return classes
            + chart.rows.enumerated().map { number, row in
                let visited = row.visited ?? 0
                return "  class s\(number) \(visited == 0 ? "unseen" : visited < row.states.count ? "partly" : "seen")"
            }
    }

    /// Mermaid's own escapes: numbers of characters.
    private func escaped(_ text: String) -> String {
        text.shownOnOneLine.unicodeScalars.map { scalar in
            "\"#;&<>`[]{}|\\".unicodeScalars.contains(scalar) ? "#\(scalar.value);" : String(scalar)
        }.joined()
    }
}
