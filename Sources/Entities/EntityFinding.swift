import CivilTime

extension EntityGrammar {
    /// The entities of a phrase, in the order in which they begin.
    ///
    /// - Parameter latent: also those that may well mean something else.
    package func entities(
        in text: String, at moment: EntityMoment, dimensions: Set<Dimension> = Set(Dimension.allCases),
        latent: Bool = false
    ) -> [Entity] {
        withChart(of: text, at: moment) { chart in EntitySelection(chart, text).entities(dimensions, latent: latent) }
    }

    /// The meanings that the rules of a name give to a whole phrase, the best first; for the examples below rules.
    package func readings(of text: String, as rule: String, at moment: EntityMoment) -> [String] {
        guard let symbol = symbols.named(rule) else { return [] }
        return withChart(of: text, at: moment) { chart in
            let count = Int32(chart.tokens.tokens.count)
            let found = chart.items.indices.filter { index in
                let item = chart.items[index]
                return item.symbol == symbol && item.start == 0 && item.end == count
            }
            return found.sorted { chart.items[$0].score > chart.items[$1].score }.map {
                MeaningText(chart.meanings[$0], TimeResolver(moment)).text
            }
        }
    }
}

/// Chooses among all that was found in a phrase.
struct EntitySelection {
    private let chart: Chart
    private let text: String

    init(_ chart: Chart, _ text: String) {
        self.chart = chart
        self.text = text
    }

    func entities(_ dimensions: Set<Dimension>, latent: Bool) -> [Entity] {
        let candidates = chart.candidates.filter { latent || !chart.items[Int($0)].isLatent }
        guard !candidates.isEmpty else { return [] }
        let scalars = text.unicodeScalars.map(\.self)
        var chosen: [Entity] = []
        for dimension in Dimension.allCases where dimensions.contains(dimension) {
            let own = candidates.filter { chart.grammar.dimensions[Int(chart.items[Int($0)].symbol)] == dimension }
            if !own.isEmpty { choose(among: own, dimension, scalars, into: &chosen) }
        }
        return chosen.sorted { ($0.start, -$0.end, $0.dimension.rawValue) < ($1.start, -$1.end, $1.dimension.rawValue) }
    }

    /// The longest of a dimension; of those that are equally long the best one, and none that lies across a better one.
    private func choose(
        among candidates: [Int32], _ dimension: Dimension, _ scalars: [Unicode.Scalar], into chosen: inout [Entity]
    ) {
        var taken: [Range<Int32>] = []
        for number in candidates.sorted(by: isBetter) {
            let range = chart.items[Int(number)].start..<chart.items[Int(number)].end
            guard !taken.contains(where: { $0.overlaps(range) }) else { continue }
            guard let value = value(of: chart.meanings[Int(number)]) else { continue }
            taken.append(range)
            chosen.append(entity(Int(number), dimension, value, scalars))
        }
    }

    private func isBetter(_ left: Int32, _ right: Int32) -> Bool {
        let (first, second) = (chart.items[Int(left)], chart.items[Int(right)])
        let lengths = (first.end - first.start, second.end - second.start)
        if lengths.0 != lengths.1 { return lengths.0 > lengths.1 }
        if first.isLatent != second.isLatent { return second.isLatent }
        return first.score != second.score ? first.score > second.score : left < right
    }

    private func entity(
        _ number: Int, _ dimension: Dimension, _ value: EntityValue, _ scalars: [Unicode.Scalar]
    ) -> Entity {
        let item = chart.items[number]
        let (start, end) = (chart.tokens.tokens[Int(item.start)].start, chart.tokens.tokens[Int(item.end) - 1].end)
        var body = String.UnicodeScalarView()
        body.append(contentsOf: scalars[start..<end])
        return Entity(
            body: String(body), start: start, end: end, dimension: dimension, isLatent: item.isLatent, value: value)
    }

    private func value(of meaning: Meaning) -> EntityValue? {
        switch meaning {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .time(let time): return chart.context?.resolver.value(of: time).map(EntityValue.time)
        case .length(let length): return .duration(count: length.count, grain: length.grain, seconds: length.seconds)
        case .amount(let amount):
            guard let value = amount.value else {
                return .range(from: amount.from, to: amount.to, unit: amount.unit, product: amount.product)
            }
            return .amount(value: value, unit: amount.unit, product: amount.product)
        case .record(let record):
            if let issuer = record["issuer"] { return .card(number: record["value"] ?? "", issuer: issuer) }
            return .address(value: record["value"] ?? "", domain: record["domain"] ?? "")
        case .nothing, .grain, .callback: return nil
        }
    }
}
