import BotModel
import Replay

/// Writes transitions into rows and links.
struct ChartDrawing {
    private let bot: Bot
    private let folding: ChartFolding
    private var cards: [[Chart.Row]]
    private let cardOf: [(card: Int, row: Int)]
    private var links: [Chart.Link] = []
    private var linkNumbers: [LinkKey: Int] = [:]

    private struct LinkKey: Hashable {
        let from: Int
        let to: Int
    }

    init(_ bot: Bot, _ folding: ChartFolding, _ coverage: TestCoverage?) {
        self.bot = bot
        self.folding = folding
        cards = folding.cards.map(\.rows)
        cardOf = cards.indices.flatMap { card in folding.cards[card].rows.indices.map { (card, $0) } }
        guard let coverage else { return }
        for card in cards.indices {
            for row in cards[card].indices {
                cards[card][row].visited = cards[card][row].states.count { coverage.states.contains($0.path) }
            }
        }
    }

    /// - Parameter isVisited: `nil` when nobody has looked.
    mutating func add(_ transition: BotTransition, isVisited: Bool?) {
        guard let to = transition.to else {
            if let from = transition.from.flatMap(folding.row) { edit(from) { $0.unknown.append(transition) } }
            return
        }
        guard let target = folding.row(of: to) else { return }
        guard let from = transition.from, bot.state(at: from) != nil, let source = folding.row(of: from) else {
            return edit(target) { $0.entries.append(transition) }
        }
        if transition.kind == .rule, to.parent == from { edit(target) { $0.isHeardAbove = true } }
        guard source != target else { return edit(source) { $0.inner.append(transition) } }
        // The tree shows it.
        if transition.kind == .rule, to.parent == from, cardOf[source].card == cardOf[target].card { return }
        link(source, target, transition, isVisited)
    }

    private mutating func link(_ source: Int, _ target: Int, _ transition: BotTransition, _ isVisited: Bool?) {
        let key = LinkKey(from: source, to: target)
        guard let number = linkNumbers[key] else {
            linkNumbers[key] = links.count
            links.append(Chart.Link(from: source, to: target, transitions: [transition], isVisited: isVisited))
            return
        }
        links[number].transitions.append(transition)
        if let isVisited { links[number].isVisited = isVisited || links[number].isVisited == true }
    }

    private mutating func edit(_ row: Int, _ change: (inout Chart.Row) -> Void) {
        change(&cards[cardOf[row].card][cardOf[row].row])
    }

    /// - Parameter onlyLinked: leaves out cards that nothing links to what is shown in full.
    func finished(onlyLinked: Bool) -> Chart {
        var chart = Chart()
        chart.cards = folding.cards.enumerated().map { number, card in
            Chart.Card(title: card.title, isTheme: card.isTheme, rows: cards[number])
        }
        chart.links = links
        chart.foldedStates = chart.rows.reduce(0) { $0 + ($1.isFolded ? $1.states.count : 0) }
        return onlyLinked ? chart.keeping(folding.isInside) : chart
    }
}

extension Chart {
    /// Only the rows that are inside, and those linked with them.
    fileprivate func keeping(_ isInside: [Bool]) -> Chart {
        let near = links.filter { isInside[$0.from] || isInside[$0.to] }
        let kept = Set(near.flatMap { [$0.from, $0.to] } + isInside.indices.filter { isInside[$0] })
        var numbers: [Int: Int] = [:]
        var number = 0
        var chart = Chart(foldedStates: foldedStates)
        for card in cards {
            var smaller = card
            smaller.rows = []
            for row in card.rows {
                if kept.contains(number) {
                    numbers[number] = numbers.count
                    smaller.rows.append(row)
                }
                number += 1
            }
            if !smaller.rows.isEmpty { chart.cards.append(smaller) }
        }
        chart.links = near.compactMap { link in
            guard let from = numbers[link.from], let to = numbers[link.to] else { return nil }
            return Link(from: from, to: to, transitions: link.transitions, isVisited: link.isVisited)
        }
        return chart
    }

    /// States of the root without anything below or between them and others: cards of one row that no link touches.
    var loners: Set<StatePath> {
        let linked = Set(links.flatMap { [$0.from, $0.to] })
        var loners: Set<StatePath> = []
        var number = 0
        for card in cards {
            if card.rows.count == 1, !card.isTheme, !linked.contains(number) {
                loners.formUnion(card.rows[0].states.map(\.path))
            }
            number += card.rows.count
        }
        return loners
    }
}
