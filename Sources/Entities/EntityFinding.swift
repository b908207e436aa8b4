import CivilTime

extension EntityGrammar {
    /// The entities of a phrase, in the order in which they begin.
    ///
    /// - Parameter latent: also those that may well mean something else.
    package func entities(
        in text: String, at moment: EntityMoment, dimensions: Set<Dimension> = Dimension.all,
        latent: Bool = false
    ) -> [Entity] {
        withChart(of: text, at: moment) { chart in
            var chosen: [Entity] = []
            let places = ScalarPlaces(text)
            while chart.readSegment() { chart.choose(text, places, dimensions, latent: latent, into: &chosen) }
            guard chosen.count > 1 else { return chosen }
            return chosen.sorted {
                ($0.start, -$0.end, $0.dimension.rawValue) < ($1.start, -$1.end, $1.dimension.rawValue)
            }
        }
    }

    /// The meanings that the rules of a name give to a whole phrase, the best first; for the examples below rules.
    package func readings(of text: String, as rule: String, at moment: EntityMoment) -> [String] {
        guard let symbol = rules.symbols.named(rule) else { return [] }
        let isCallback = rule.hasPrefix(CallbackSelection.ruleName)
        return withChart(of: text, at: moment, callbacks: isCallback, keepingAll: true) { chart in
            _ = chart.readSegment()
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

/// Something that was found, with what tells whether it is better than another.
private struct Candidate {
    let number: Int32
    let length: Int32
    let score: Int32
    let production: Int32
    let isLatent: Bool

    /// The longest first; of those that are equally long the sure one, the one with more points, the one whose rule was written first.
    static func isBetter(_ left: Candidate, _ right: Candidate) -> Bool {
        if left.length != right.length { return left.length > right.length }
        if left.isLatent != right.isLatent { return right.isLatent }
        if left.score != right.score { return left.score > right.score }
        return left.production != right.production ? left.production < right.production : left.number < right.number
    }
}

// Chooses among all that was found in a phrase.
extension Chart {
    /// Adds what was found in the present piece of the phrase.
    fileprivate func choose(
        _ text: String, _ places: ScalarPlaces, _ dimensions: Set<Dimension>, latent: Bool, into chosen: inout [Entity]
    ) {
        guard !candidates.isEmpty else { return }
        for dimension in Dimension.allCases where dimensions.contains(dimension) {
            let found = found(dimension, latent: latent)
            if !found.isEmpty { choose(among: found, dimension, text, places, into: &chosen) }
        }
    }

    private func found(_ dimension: Dimension, latent: Bool) -> [Candidate] {
        var found: [Candidate] = []
        for number in candidates {
            let item = items[Int(number)]
            guard latent || !item.isLatent, Int(item.start) < firstOfNext,
                rules.dimensions[Int(item.symbol)] == dimension
            else { continue }
            found.append(
                Candidate(
                    number: number, length: item.end - item.start, score: item.score, production: item.production,
                    isLatent: item.isLatent))
        }
        return found
    }

    /// The best ones of a dimension, none of which lies across a better one.
    private func choose(
        among found: [Candidate], _ dimension: Dimension, _ text: String, _ places: ScalarPlaces,
        into chosen: inout [Entity]
    ) {
        var isTaken = [Bool](repeating: false, count: segment.count)
        // One of the piece before may reach into this one.
        let taken = segment.lowerBound == 0 ? 0 : chosen.lazy.filter { $0.dimension == dimension }.map(\.end).max() ?? 0
        for candidate in found.count > 1 ? found.sorted(by: Candidate.isBetter) : found {
            let item = items[Int(candidate.number)]
            let range = Int(item.start) - segment.lowerBound..<Int(item.end) - segment.lowerBound
            let (start, end) = (tokens.tokens[Int(item.start)].start, tokens.tokens[Int(item.end) - 1].end)
            guard start >= taken, !isTaken[range].contains(true) else { continue }
            let value = value(of: meanings[Int(candidate.number)])
            // What means nothing by its rule keeps its words from meaning something.
            guard value != nil || meanings[Int(candidate.number)] == .nothing else { continue }
            for index in range { isTaken[index] = true }
            guard let value else { continue }
            chosen.append(
                Entity(
                    body: places.text(text, from: start, to: end), start: start, end: end, dimension: dimension,
                    isLatent: item.isLatent, value: value))
        }
    }

    private func value(of meaning: Meaning) -> EntityValue? {
        switch meaning {
        case .number(let number): return .number(number)
        case .text(let text): return .text(text)
        case .time(let time): return context?.resolver.value(of: time).map(EntityValue.time)
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

/// Pieces of a text by the numbers of their scalars.
struct ScalarPlaces {
    /// Whether each scalar is one byte.
    private let isPlain: Bool
    private let scalars: [Unicode.Scalar]

    init(_ text: String) {
        isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        scalars = isPlain ? [] : Array(text.unicodeScalars)
    }

    func text(_ text: String, from start: Int, to end: Int) -> String {
        if isPlain {
            let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
            return String(text[first..<text.utf8.index(first, offsetBy: end - start)])
        }
        var piece = String.UnicodeScalarView()
        piece.append(contentsOf: scalars[start..<end])
        return String(piece)
    }
}
