import CivilTime

extension EntityGrammar {
    /// The entities of a phrase, in the order in which they begin.
    ///
    /// - Parameter latent: also those that may well mean something else.
    package func entities(
        in text: String, at moment: EntityMoment, dimensions: Set<Dimension> = Set(Dimension.allCases), latent: Bool = false
    ) -> [Entity] {
        let chart = Chart(self, moment)
        chart.fill(text, at: moment)
        return EntitySelection(chart, text, moment).entities(dimensions, latent: latent)
    }

    /// The meanings that the rules of a name give to a whole phrase, the best first; for the examples below rules.
    package func readings(of text: String, as rule: String, at moment: EntityMoment) -> [String] {
        let chart = Chart(self, moment)
        chart.fill(text, at: moment)
        guard let symbol = symbols.named(rule) else { return [] }
        let count = Int32(chart.tokens.tokens.count)
        return chart.items.filter { $0.symbol == symbol && $0.start == 0 && $0.end == count }
            .sorted { $0.score > $1.score }.map { MeaningText($0.meaning, TimeResolver(moment)).text }
    }
}

/// Chooses among all that was found in a phrase.
struct EntitySelection {
    private let chart: Chart
    private let text: String
    private let resolver: TimeResolver

    init(_ chart: Chart, _ text: String, _ moment: EntityMoment) {
        self.chart = chart
        self.text = text
        resolver = TimeResolver(moment)
    }

    func entities(_ dimensions: Set<Dimension>, latent: Bool) -> [Entity] {
        let scalars = Array(text.unicodeScalars)
        var chosen: [Entity] = []
        for dimension in Dimension.allCases where dimensions.contains(dimension) {
            for number in winners(dimension, latent) { entity(number, dimension, scalars).map { chosen.append($0) } }
        }
        return chosen.sorted { ($0.start, -$0.end, $0.dimension.rawValue) < ($1.start, -$1.end, $1.dimension.rawValue) }
    }

    /// The longest of a dimension; of those that are equally long the best one, and none that lies across a better one.
    private func winners(_ dimension: Dimension, _ latent: Bool) -> [Int] {
        var candidates = chart.items.indices.filter { index in
            let item = chart.items[index]
            return chart.grammar.dimensions[Int(item.symbol)] == dimension && (latent || !item.isLatent)
        }
        candidates.sort { left, right in
            let (first, second) = (chart.items[left], chart.items[right])
            let lengths = (first.end - first.start, second.end - second.start)
            if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
            if first.isLatent != second.isLatent { return second.isLatent }
            return first.score != second.score ? first.score > second.score : left < right
        }
        var winners: [Int] = []
        for candidate in candidates where !winners.contains(where: { overlaps(chart.items[$0], chart.items[candidate]) }) {
            // What means nothing by its rule keeps its words from meaning something.
            guard isBarrier(chart.items[candidate]) || value(of: chart.items[candidate], dimension) != nil else { continue }
            winners.append(candidate)
        }
        return winners
    }

    private func isBarrier(_ item: Chart.Item) -> Bool { item.meaning == .nothing }

    private func overlaps(_ left: Chart.Item, _ right: Chart.Item) -> Bool {
        left.start < right.end && right.start < left.end
    }

    private func entity(_ number: Int, _ dimension: Dimension, _ scalars: [Unicode.Scalar]) -> Entity? {
        let item = chart.items[number]
        guard let value = value(of: item, dimension) else { return nil }
        let (start, end) = (chart.tokens.tokens[Int(item.start)].start, chart.tokens.tokens[Int(item.end) - 1].end)
        var body = String.UnicodeScalarView()
        body.append(contentsOf: scalars[start..<end])
        return Entity(
            body: String(body), start: start, end: end, dimension: dimension, isLatent: item.isLatent, value: value,
            derivation: tree(of: number, depth: 0))
    }

    private func value(of item: Chart.Item, _ dimension: Dimension) -> EntityValue? {
        switch item.meaning {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .time(let time): return resolver.value(of: time).map(EntityValue.time)
        case .length(let length): return .duration(count: length.count, grain: length.grain, seconds: length.seconds)
        case .amount(let amount):
            guard let value = amount.value else {
                return .range(from: amount.from, to: amount.to, unit: amount.unit, product: amount.product)
            }
            return .amount(value: value, unit: amount.unit, product: amount.product)
        case .record(let record):
            if let issuer = record["issuer"] { return .card(number: record["value"] ?? "", issuer: issuer) }
            return .address(value: record["value"] ?? "", domain: record["domain"] ?? "")
        case .nothing, .grain: return nil
        }
    }

    private func tree(of number: Int, depth: Int) -> RuleTree {
        let item = chart.items[number]
        let (first, last) = (chart.tokens.tokens[Int(item.start)], chart.tokens.tokens[Int(item.end) - 1])
        let words = String(decoding: chart.tokens.bytes[first.firstByte..<last.endByte], as: UTF8.self)
        guard item.production >= 0, depth < 40 else { return RuleTree(rule: "", place: "", text: words, members: []) }
        let production = chart.grammar.productions[Int(item.production)]
        let parts = Parts(chart: chart, link: item.link, length: production.length)
        let members = (0..<production.length).map { tree(of: parts.item($0), depth: depth + 1) }
        return RuleTree(rule: production.rule, place: production.place, text: words, members: members)
    }
}
