/// Where everything of a chart stands: cards in columns, such that links lead to the right as far as they can.
///
/// The columns are layers: what leads back is turned round first, then a card stands right of all that leads to it, unless its column is full.
/// A link over several columns gets a lane in each of them. Cards without links fill the rows below.
struct ChartLayout {
    struct Box {
        var x = 0.0
        var y = 0.0
        var width = 0.0
        var height = 0.0
    }

    /// A line from row to row: the points at which it passes columns, each with its width.
    struct Route {
        let link: Int
        /// Whether it leads to the left.
        let isBack: Bool
        /// Whether both cards stand in one column: then it bows out at the right.
        let isBow: Bool
        /// Lanes from left to right.
        var lanes: [Box] = []
    }

    static let rowHeight = 20.0
    private static let gap = 18.0
    private static let columnGap = 90.0
    private static let margin = 24.0
    /// What links within a card take at its right.
    private static let roomForBows = 64.0

    private(set) var boxes: [Box]
    /// For each card the right end of its column.
    private(set) var ends: [Double]
    private(set) var routes: [Route] = []
    private(set) var width = 0.0
    private(set) var height = 0.0

    init(_ chart: Chart, widths: [Double]) {
        boxes = zip(chart.cards, widths).map { card, width in
            Box(width: width, height: Self.headHeight(card) + Double(card.rows.count) * Self.rowHeight + 4)
        }
        ends = boxes.map(\.width)
        var cardOfRow: [Int] = []
        for (number, card) in chart.cards.enumerated() { cardOfRow += card.rows.map { _ in number } }
        let columns = place(chart, cardOfRow)
        fillRest(Set(chart.cards.indices).subtracting(columns))
    }

    /// A theme has a head; where a state begins the card its row is the head.
    static func headHeight(_ card: Chart.Card) -> Double { card.isTheme ? 24 : 4 }

    // MARK: Linked cards

    private mutating func place(_ chart: Chart, _ cardOfRow: [Int]) -> Set<Int> {
        var pairs: [CardPair: [Int]] = [:]
        for (number, link) in chart.links.enumerated() {
            let pair = CardPair(from: cardOfRow[link.from], to: cardOfRow[link.to])
            if pair.from != pair.to { pairs[pair, default: []].append(number) }
        }
        let layers = CardLayers(pairs: pairs.keys.sorted(), heights: boxes.map { $0.height + Self.gap })
        var columns = layers.columns
        LaneOrder.improve(&columns, layers.steps)
        var lanes: [CardLayers.Item: Box] = [:]
        setPlaces(columns, layers.steps, &lanes)
        for pair in pairs.keys.sorted() {
            let isBack = layers.isBack(pair)
            for link in pairs[pair] ?? [] {
                var route = Route(link: link, isBack: isBack, isBow: layers.isWithinColumn(pair))
                route.lanes = layers.lanes(of: pair).compactMap { lanes[$0] }
                routes.append(route)
            }
        }
        return Set(columns.joined().compactMap { if case .card(let card) = $0 { card } else { nil } })
    }

    /// From left to right; each card as near as it can be to the middle of what leads to it.
    private mutating func setPlaces(
        _ columns: [[CardLayers.Item]], _ steps: [CardLayers.Step], _ lanes: inout [CardLayers.Item: Box]
    ) {
        let before = Dictionary(grouping: steps, by: \.to)
        var middles: [CardLayers.Item: Double] = [:]
        var x = Self.margin
        for column in columns {
            let heights = column.map(height)
            let wishes = column.map { item in
                let near = (before[item] ?? []).compactMap { middles[$0.from] }
                return near.isEmpty ? nil : near.reduce(0, +) / Double(near.count)
            }
            let tops = Self.tops(heights, wishes)
            let width = column.map { if case .card(let card) = $0 { boxes[card].width } else { 40 } }.max() ?? 0
            for (item, top) in zip(column, tops) {
                middles[item] = top + height(item) / 2
                switch item {
                case .card(let card): (boxes[card].x, boxes[card].y, ends[card]) = (x, top, x + width)
                case .lane: lanes[item] = Box(x: x, y: top + 4, width: width, height: 0)
                }
                height = max(height, top + height(item))
            }
            x += width + Self.columnGap
        }
        if !columns.isEmpty { width = x - Self.columnGap + Self.roomForBows }
    }

    private func height(_ item: CardLayers.Item) -> Double {
        if case .card(let card) = item { boxes[card].height + Self.gap } else { 8 }
    }

    /// In their order, without overlaps, each near its wish: those that are pushed together share what is lacking.
    private static func tops(_ heights: [Double], _ wishes: [Double?]) -> [Double] {
        var groups: [(first: Int, shift: Double, height: Double, weight: Double)] = []
        for (index, height) in heights.enumerated() {
            let wish = wishes[index].map { $0 - height / 2 }
            groups.append((index, wish ?? 0, height, wish == nil ? 0.01 : 1))
            while groups.count > 1 {
                let (last, previous) = (groups[groups.count - 1], groups[groups.count - 2])
                guard previous.shift + previous.height > last.shift else { break }
                let weight = previous.weight + last.weight
                let shift = (previous.shift * previous.weight + (last.shift - previous.height) * last.weight) / weight
                groups.removeLast()
                groups[groups.count - 1] = (previous.first, shift, previous.height + last.height, weight)
            }
        }
        var tops = heights
        for (number, group) in groups.enumerated() {
            let end = number + 1 < groups.count ? groups[number + 1].first : heights.count
            var top = group.shift
            for index in group.first..<end {
                tops[index] = top
                top += heights[index]
            }
        }
        let least = tops.min() ?? 0
        return tops.map { $0 + margin - min(least, 0) }
    }

    // MARK: The others

    private mutating func fillRest(_ cards: Set<Int>) {
        let widest = max(width, 1100)
        var (x, y, rowHeight) = (Self.margin, max(height, Self.margin), 0.0)
        for card in cards.sorted() {
            if x + boxes[card].width > widest, x > Self.margin {
                (x, y, rowHeight) = (Self.margin, y + rowHeight + Self.gap, 0)
            }
            (boxes[card].x, boxes[card].y) = (x, y)
            x += boxes[card].width + Self.gap
            rowHeight = max(rowHeight, boxes[card].height)
            width = max(width, x + Self.margin)
        }
        height = y + rowHeight + Self.margin
    }
}

/// Two cards that links join.
struct CardPair: Hashable, Comparable {
    let from: Int
    let to: Int

    static func < (left: Self, right: Self) -> Bool { (left.from, left.to) < (right.from, right.to) }
}
