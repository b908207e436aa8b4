import BotModel
import Replay

/// A chart as SVG: one text without anything outside of it, readable in light and dark, with the details as tooltips.
struct GraphSVG {
    private let chart: Chart
    private let title: String
    private let paths: ShownPath
    private let texts: [RowText]
    /// Where the row of each number stands: its card, and its place there.
    private let places: [(card: Int, row: Int)]
    private let layout: ChartLayout
    /// For each row what so many others lead to that no lines are drawn.
    private let hubs: [Int: [Chart.Link]]
    private let drawn: [Chart.Link]

    init(_ chart: Chart, title: String, paths: ShownPath) {
        self.title = title
        self.paths = paths
        places = chart.cards.enumerated().flatMap { card, rows in rows.rows.indices.map { (card, $0) } }
        let (lines, hubs) = Self.split(chart.links)
        self.hubs = hubs
        drawn = lines
        var plain = chart
        plain.links = lines
        self.chart = plain
        let names = chart.rows.map(\.name)
        let cards = places.map { chart.cards[$0.card] }
        texts = chart.rows.enumerated().map { number, row in
            RowText(
                row, isTheme: cards[number].title == row.path.description && cards[number].isTheme,
                leadsTo: (hubs[number] ?? []).map { names[$0.to] })
        }
        let texts = texts
        var first = 0
        let widths = chart.cards.map { card -> Double in
            let rows = texts[first..<first + card.rows.count]
            first += card.rows.count
            let head = card.isTheme ? RowText.width(of: RowText.cut(card.title, 34)) * 1.1 + 20 : 0
            return max(rows.map(\.width).max() ?? 0, head, 90)
        }
        layout = ChartLayout(plain, widths: widths)
    }

    /// So many lines into one row make a picture black; then the rows say where they lead.
    private static let mostLinesIntoRow = 6

    private static func split(_ links: [Chart.Link]) -> (lines: [Chart.Link], hubs: [Int: [Chart.Link]]) {
        let counts = Dictionary(links.map { ($0.to, 1) }, uniquingKeysWith: +)
        let isHub = { (link: Chart.Link) in (counts[link.to] ?? 0) > mostLinesIntoRow }
        return (links.filter { !isHub($0) }, Dictionary(grouping: links.filter(isHub), by: \.from))
    }

    var text: String {
        let legend = GraphLegend(hasCoverage: chart.hasCoverage)
        let size = (max(layout.width, legend.width), layout.height + 72)
        let head = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(Int(size.0))" height="\(Int(size.1))" \
            viewBox="0 0 \(Int(size.0)) \(Int(size.1))" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="12">
            <title>\(title.escapedXML)</title>
            <style>\(GraphLegend.style)</style>
            <defs>\(GraphLegend.arrows)</defs>
            <rect class="paper" width="100%" height="100%"/>
            """
        let body = chart.cards.indices.map(card) + layout.routes.map(line) + innerLines
        return ([head] + body + [legend.svg(y: layout.height + 24), "</svg>"]).joined(separator: "\n") + "\n"
    }

    // MARK: Cards

    private func card(_ number: Int) -> String {
        let (card, box) = (chart.cards[number], layout.boxes[number])
        let name = RowText.cut(card.title, 34)
        let frame =
            "<rect class=\"card\(card.isTheme ? " theme" : "")\" x=\"\(box.x.short)\" y=\"\(box.y.short)\" "
            + "width=\"\(box.width.short)\" height=\"\(box.height.short)\" rx=\"6\"/>"
        let head =
            "<text class=\"head\" x=\"\((box.x + 8).short)\" y=\"\((box.y + 16).short)\">\(name.escapedXML)"
            + (name == card.title ? "" : "<title>\(card.title.escapedXML)</title>") + "</text>"
        let first = chart.cards[..<number].reduce(0) { $0 + $1.rows.count }
        return ([frame] + (card.isTheme ? [head] : []) + card.rows.indices.map { row(first + $0) }).joined(
            separator: "\n")
    }

    private func row(_ number: Int) -> String {
        let box = box(ofRow: number)
        return texts[number].svg(in: box, isHead: !chart.cards[places[number].card].isTheme, tip: tip(number))
    }

    private func box(ofRow number: Int) -> ChartLayout.Box {
        let (place, card) = (places[number], layout.boxes[places[number].card])
        return ChartLayout.Box(
            x: card.x,
            y: card.y + ChartLayout.headHeight(chart.cards[place.card]) + Double(place.row) * ChartLayout.rowHeight,
            width: card.width, height: ChartLayout.rowHeight)
    }

    private static let mostTold = 12

    private func tip(_ number: Int) -> String {
        let (card, row) = (chart.cards[places[number].card], chart.cards[places[number].card].rows[places[number].row])
        let marks = [row.isModal ? "modal" : nil, row.visited.map { "\($0) of \(row.states.count) visited" }]
        let head = ([row.isFolded ? card.title : row.path.description] + marks.compactMap(\.self)).joined(
            separator: ", ")
        let names = row.isFolded ? list("Holds \(row.states.count) states", row.states.map { "\($0.path)" }) : []
        let entries = list("Entered by", row.entries.map { $0.sentence(paths) })
        let leads = list("Leads to", (hubs[number] ?? []).flatMap(\.transitions).map { $0.sentence(paths) })
        let open = list("Leads to what is not known before", row.unknown.map { $0.sentence(paths) })
        return ([head] + names + entries + leads + open).joined(separator: "\n")
    }

    private func list(_ title: String, _ items: [String]) -> [String] {
        guard !items.isEmpty else { return [] }
        let more = items.count - Self.mostTold
        return [title + ":"] + items.prefix(Self.mostTold).map { "  " + $0 } + (more > 0 ? ["  and \(more) more"] : [])
    }

    // MARK: Lines

    private func line(_ route: ChartLayout.Route) -> String {
        let link = drawn[route.link]
        let (from, to) = (box(ofRow: link.from), box(ofRow: link.to))
        let middle = { (box: ChartLayout.Box) in box.y + box.height / 2 }
        if route.isBow { return bow(link) }
        let lanes = route.lanes.map { [(x: $0.x, y: $0.y), (x: $0.x + $0.width, y: $0.y)] }
        // A card that is narrower than its column: the line leaves the column before it bends.
        let end = layout.ends[places[route.isBack ? link.to : link.from].card]
        if route.isBack {
            let points = [(from.x, middle(from))] + lanes.reversed().flatMap { $0.reversed() } + [(end, middle(to))]
            return path(link, Self.curve(points) + " L\((to.x + to.width).short) \(middle(to).short)", isLeftward: true)
        }
        let points = [(end, middle(from))] + lanes.flatMap { $0 } + [(to.x, middle(to))]
        return path(link, "M\((from.x + from.width).short) \(middle(from).short) L" + Self.curve(points).dropFirst())
    }

    /// Straight through the lanes, curved between the columns.
    private static func curve(_ points: [(x: Double, y: Double)]) -> String {
        var text = "M\(points[0].x.short) \(points[0].y.short)"
        for number in stride(from: 1, to: points.count, by: 2) {
            let (start, end) = (points[number - 1], points[number])
            let bend = (end.x - start.x) / 2
            text += " C\((start.x + bend).short) \(start.y.short) \((end.x - bend).short) \(end.y.short)"
            text += " \(end.x.short) \(end.y.short)"
            if number + 1 < points.count { text += " L\(points[number + 1].x.short) \(points[number + 1].y.short)" }
        }
        return text
    }

    private var innerLines: [String] {
        drawn.filter { places[$0.from].card == places[$0.to].card }.map(bow)
    }

    /// Links within a column bow out at its right.
    private func bow(_ link: Chart.Link) -> String {
        let (from, to) = (box(ofRow: link.from), box(ofRow: link.to))
        let (right, goal) = (from.x + from.width, to.x + to.width)
        let isInner = places[link.from].card == places[link.to].card
        let end = isInner ? right : layout.ends[places[link.from].card]
        let bow = (end + min(16 + abs(to.y - from.y) / 8, 70)).short
        let (start, last) = ((from.y + from.height / 2 + 2).short, (to.y + to.height / 2 - 2).short)
        let curve = "L\(end.short) \(start) C\(bow) \(start) \(bow) \(last) \(end.short) \(last)"
        return path(link, "M\(right.short) \(start) " + curve + (end > goal ? " L\(goal.short) \(last)" : ""))
    }

    private func path(_ link: Chart.Link, _ curve: String, isLeftward: Bool = false) -> String {
        let visit = link.isVisited.map { $0 ? " seen" : " unseen" } ?? ""
        let kind = GraphLegend.name(of: link.kind)
        let rows = chart.rows
        let head = "\(rows[link.from].path) → \(rows[link.to].path)"
        let told = list(head, link.transitions.map { $0.sentence(paths) }).joined(separator: "\n")
        let line = "<path class=\"line \(kind)\(visit)\" d=\"\(curve)\" marker-end=\"url(#\(kind))\"/>"
        let touch = "<path class=\"touch\" d=\"\(curve)\"/>"
        let start = curve.dropFirst().split(separator: " ").prefix(2).compactMap { Double($0) }
        let count = link.transitions.count
        let label =
            count > 1 && start.count == 2
            ? "<text class=\"dim\" x=\"\((start[0] + (isLeftward ? -14 : 5)).short)\" y=\"\((start[1] - 3).short)\">\(count)</text>"
            : ""
        return "<g>\(line)\(touch)\(label)<title>\(told.escapedXML)</title></g>"
    }
}

extension Double {
    /// With one decimal at most, as pictures need it.
    var short: String {
        let tenths = Int((self * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
    }
}
