/// Sorts linked cards into columns, and puts a lane wherever a link passes a column.
struct CardLayers {
    enum Item: Hashable {
        case card(Int)
        /// The way of a pair of cards through a column.
        case lane(CardPair, column: Int)
    }

    /// From an item to one in the next column.
    struct Step: Hashable {
        let from: Item
        let to: Item
    }

    private(set) var columns: [[Item]] = []
    private(set) var steps: [Step] = []
    private var back: Set<CardPair> = []
    private var columnOf: [Int: Int] = [:]

    /// - Parameter pairs: in order; cards come in the order of their numbers where nothing else decides.
    init(pairs: [CardPair], heights: [Double]) {
        let next = Dictionary(grouping: pairs, by: \.from).mapValues { $0.map(\.to) }
        let order = turnRound(pairs, next)
        setColumns(order, pairs, heights)
        addLanes(pairs)
    }

    /// Where a pair leads; within a column it is neither.
    func isBack(_ pair: CardPair) -> Bool { (columnOf[pair.from] ?? 0) > (columnOf[pair.to] ?? 0) }

    func isWithinColumn(_ pair: CardPair) -> Bool { columnOf[pair.from] == columnOf[pair.to] }

    /// Its lanes from left to right.
    func lanes(of pair: CardPair) -> [Item] {
        let (left, right) = ends(of: pair)
        return left + 1 < right ? (left + 1..<right).map { .lane(pair, column: $0) } : []
    }

    private func ends(of pair: CardPair) -> (Int, Int) {
        let (from, to) = (columnOf[pair.from] ?? 0, columnOf[pair.to] ?? 0)
        return (min(from, to), max(from, to))
    }

    /// Walks from the first card on; a link to a card from which the walk has come leads back.
    ///
    /// - Returns: the cards such that every link that does not lead back leads to a later one.
    private mutating func turnRound(_ pairs: [CardPair], _ next: [Int: [Int]]) -> [Int] {
        var (open, done, order) = (Set<Int>(), Set<Int>(), [Int]())
        for start in Set(pairs.flatMap { [$0.from, $0.to] }).sorted() where !done.contains(start) {
            var walk = [(card: start, rest: (next[start] ?? [])[...])]
            open.insert(start)
            while let last = walk.last {
                guard let card = last.rest.first else {
                    walk.removeLast()
                    open.remove(last.card)
                    done.insert(last.card)
                    order.append(last.card)
                    continue
                }
                walk[walk.count - 1].rest.removeFirst()
                if open.contains(card) {
                    back.insert(CardPair(from: last.card, to: card))
                } else if !done.contains(card) {
                    open.insert(card)
                    walk.append((card, (next[card] ?? [])[...]))
                }
            }
        }
        return order.reversed()
    }

    /// About what a column takes of the width.
    private static let columnWidth = 340.0
    private static let usualColumns = 8

    /// A card stands one column behind all that leads to it; where that is too wide or too high, the cards fill columns in that order.
    private mutating func setColumns(_ order: [Int], _ pairs: [CardPair], _ heights: [Double]) {
        let ranks = ranks(order, pairs)
        let total = order.reduce(0) { $0 + heights[$1] }
        let count = max(5, (total * 1.6 / Self.columnWidth).squareRoot().rounded(.up))
        let highest = max(500, total / count * 1.15)
        let sums = Dictionary(order.map { (ranks[$0] ?? 0, heights[$0]) }, uniquingKeysWith: +)
        if sums.count <= Self.usualColumns, (sums.values.max() ?? 0) <= highest * 1.5 {
            columnOf = ranks
        } else {
            var (column, filled) = (0, 0.0)
            for card in order.sorted(by: { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }) {
                if filled > 0, filled + heights[card] > highest { (column, filled) = (column + 1, 0) }
                filled += heights[card]
                columnOf[card] = column
            }
        }
        columns = Array(repeating: [], count: (columnOf.values.max() ?? -1) + 1)
        for card in order { columns[columnOf[card] ?? 0].append(.card(card)) }
    }

    private func ranks(_ order: [Int], _ pairs: [CardPair]) -> [Int: Int] {
        var before: [Int: [Int]] = [:]
        for pair in pairs {
            let isBack = back.contains(pair)
            before[isBack ? pair.from : pair.to, default: []].append(isBack ? pair.to : pair.from)
        }
        var ranks: [Int: Int] = [:]
        for card in order { ranks[card] = (before[card] ?? []).compactMap { ranks[$0] }.max().map { $0 + 1 } ?? 0 }
        return ranks
    }

    private mutating func addLanes(_ pairs: [CardPair]) {
        for pair in pairs where !isWithinColumn(pair) {
            let isBack = isBack(pair)
            let lanes = lanes(of: pair)
            for case .lane(_, let column) in lanes { columns[column].append(.lane(pair, column: column)) }
            let way = [Item.card(isBack ? pair.to : pair.from)] + lanes + [.card(isBack ? pair.from : pair.to)]
            for (from, to) in zip(way, way.dropFirst()) { steps.append(Step(from: from, to: to)) }
        }
    }
}

/// Orders each column so that few lines cross: every item towards the middle of its neighbours, forth and back.
enum LaneOrder {
    private static let sweeps = 8

    static func improve(_ columns: inout [[CardLayers.Item]], _ steps: [CardLayers.Step]) {
        let before = Dictionary(grouping: steps, by: \.to).mapValues { $0.map(\.from) }
        let after = Dictionary(grouping: steps, by: \.from).mapValues { $0.map(\.to) }
        for sweep in 0..<sweeps where columns.count > 1 {
            let isForth = sweep.isMultiple(of: 2)
            let numbers = isForth ? Array(1..<columns.count) : (0..<columns.count - 1).reversed()
            for number in numbers {
                let neighbours = columns[isForth ? number - 1 : number + 1]
                sort(&columns[number], by: isForth ? before : after, neighbours)
            }
        }
    }

    private static func sort(
        _ column: inout [CardLayers.Item], by near: [CardLayers.Item: [CardLayers.Item]],
        _ neighbours: [CardLayers.Item]
    ) {
        let places = Dictionary(uniqueKeysWithValues: neighbours.enumerated().map { ($1, Double($0)) })
        let scale = Double(max(neighbours.count, 1)) / Double(max(column.count, 1))
        let weighed = column.enumerated().map { index, item in
            let found = (near[item] ?? []).compactMap { places[$0] }
            let middle = found.isEmpty ? Double(index) * scale : found.reduce(0, +) / Double(found.count)
            return (item: item, middle: middle, index: index)
        }
        column = weighed.sorted { ($0.middle, $0.index) < ($1.middle, $1.index) }.map(\.item)
    }
}
