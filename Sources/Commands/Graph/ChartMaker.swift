import BotModel
import Replay

/// Makes the chart of a bot: which states have a row, and what leads from row to row.
struct ChartMaker {
    private let bot: Bot
    private let transitions: [BotTransition]
    private let coverage: TestCoverage?
    /// Only this state or theme and what is below it is shown in full.
    var within: StatePath?
    /// More rows than this are folded.
    var mostRows = 120

    init(_ bot: Bot, coverage: TestCoverage? = nil) {
        self.bot = bot
        self.coverage = coverage
        transitions = bot.transitions
    }

    func chart() -> Chart {
        let depths = bot.states.map { cardPlace(of: $0.path).depth }
        // Folded as little as is needed; -1 folds themes as a whole.
        for depth in stride(from: depths.max() ?? 0, through: -1, by: -1) {
            let drawn = draw(ChartFolding(bot, keyOf: cardPlace, depth: depth, within: within))
            if within != nil || drawn.rows.count <= mostRows { return drawn }
        }
        let all = draw(ChartFolding(bot, keyOf: cardPlace, depth: -1, within: nil))
        return draw(ChartFolding(bot, keyOf: cardPlace, depth: -1, within: nil, loners: all.loners))
    }

    /// The card of a state, and how deep its row stands in it.
    private func cardPlace(of path: StatePath) -> (card: StatePath, isTheme: Bool, depth: Int) {
        var theme = path.parent
        while theme != .root, !bot.themes.contains(theme) { theme = theme.parent }
        guard theme == .root else { return (theme, true, path.depth - theme.depth - 1) }
        return (StatePath(Array(path.names.prefix(1))), false, path.depth - 1)
    }

    private func draw(_ folding: ChartFolding) -> Chart {
        var drawing = ChartDrawing(bot, folding, coverage)
        for (number, transition) in transitions.enumerated() {
            drawing.add(transition, isVisited: coverage?.transitions.contains(number))
        }
        return drawing.finished(onlyLinked: within != nil)
    }
}

/// Which states share a row.
struct ChartFolding {
    private(set) var cards: [Chart.Card] = []
    /// The number of the row of each state and folded theme, counted through all cards.
    private(set) var rowOf: [StatePath: Int] = [:]
    /// For each row whether it is asked for by `within`.
    let isInside: [Bool]

    /// - Parameter loners: states that go into one card together.
    init(
        _ bot: Bot, keyOf: (StatePath) -> (card: StatePath, isTheme: Bool, depth: Int), depth: Int,
        within: StatePath?, loners: Set<StatePath> = []
    ) {
        var order: [StatePath] = []
        var rows: [StatePath: [Chart.Row]] = [:]
        var isTheme: [StatePath: Bool] = [:]
        var places: [StatePath: (card: StatePath, row: Int)] = [:]
        for state in bot.states where places[state.path] == nil {
            var key = keyOf(state.path)
            if loners.contains(state.path) { key = (Self.lonersCard, true, 0) }
            let isInside = within.map { state.path.isWithin($0) } ?? true
            let depth = within == nil ? depth : isInside ? .max : -1
            if rows[key.card] == nil { order.append(key.card) }
            isTheme[key.card] = key.isTheme
            var shown = key.isTheme && depth < 0 ? nil : Self.shown(state.path, key.depth, depth)
            if let path = shown, path != state.path, places[path] == nil { shown = state.path }
            let path = shown ?? key.card
            if let place = places[path], path != state.path {
                rows[place.card]?[place.row].states.append(state)
                places[state.path] = place
                continue
            }
            let name = shown == nil ? key.card.names.last ?? "/" : state.path.names.last ?? "/"
            let row = Chart.Row(path: path, name: name, depth: shown == nil ? 0 : max(0, key.depth), states: [state])
            places[path] = (key.card, rows[key.card]?.count ?? 0)
            places[state.path] = places[path]
            rows[key.card, default: []].append(row)
        }
        isInside = order.flatMap { rows[$0] ?? [] }.map { row in within.map { row.path.isWithin($0) } ?? true }
        number(order, rows, isTheme, places)
    }

    static let lonersCard = StatePath(["…"])

    /// The state whose row shows a state; the one itself when it is not too deep.
    private static func shown(_ path: StatePath, _ depth: Int, _ most: Int) -> StatePath? {
        depth <= max(0, most) ? path : StatePath(Array(path.names.dropLast(depth - max(0, most))))
    }

    private mutating func number(
        _ order: [StatePath], _ rows: [StatePath: [Chart.Row]], _ isTheme: [StatePath: Bool],
        _ places: [StatePath: (card: StatePath, row: Int)]
    ) {
        var first: [StatePath: Int] = [:]
        var count = 0
        for card in order {
            let cardRows = rows[card] ?? []
            first[card] = count
            count += cardRows.count
            let title = card == Self.lonersCard ? "entered by their own rules only" : card.description
            cards.append(Chart.Card(title: title, isTheme: isTheme[card] ?? false, rows: cardRows))
        }
        for (path, place) in places { rowOf[path] = (first[place.card] ?? 0) + place.row }
    }

    /// The row of a state, or of the nearest one above it.
    func row(of path: StatePath) -> Int? {
        var path = path
        while path != .root {
            if let row = rowOf[path] { return row }
            path = path.parent
        }
        return nil
    }
}
