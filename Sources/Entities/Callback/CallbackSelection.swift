/// Chooses what of a phrase speaks of a call back.
struct CallbackSelection {
    private let chart: Chart
    private let text: String
    private let places: ScalarPlaces

    init(_ chart: Chart, _ text: String, _ places: ScalarPlaces) {
        self.chart = chart
        self.text = text
        self.places = places
    }

    struct Found {
        /// The item of the chart.
        let number: Int
        let part: CallbackPart
        let piece: CallbackPiece
        /// Only a number that may be a time.
        let isBareNumber: Bool
    }

    /// Names of rules that `Grammars/<language>/callback.rules` may have.
    static let ruleName = "Callback"
    private static let aboutName = "CallbackAbout"
    private static let exactName = "CallbackExact"
    private static let insteadName = "CallbackInstead"
    private static let orName = "CallbackOr"

    /// In the order in which they were said.
    func found() -> [Found] {
        let symbols = [Self.ruleName, Dimension.time.ruleName, Dimension.duration.ruleName].map {
            chart.rules.symbols.named($0) ?? -1
        }
        let own = chart.items.indices.filter { symbols.contains(chart.items[$0].symbol) }
        let sure = own.filter { !chart.items[$0].isLatent && chart.items[$0].symbol != symbols[2] }
        var taken: [Range<Int32>] = []
        var chosen = choose(among: sure, symbols, besides: &taken)
        var isBareNumber = false
        if chosen.isEmpty {
            chosen = choose(among: own.filter { chart.items[$0].symbol == symbols[2] }, symbols, besides: &taken)
        }
        if chosen.isEmpty {
            // A number alone is a time when nearly nothing else was said.
            let most = own.filter { Int(chart.items[$0].end - chart.items[$0].start) * 2 >= chart.tokens.tokens.count }
            chosen = Array(choose(among: most, symbols, besides: &taken).prefix(1))
            isBareNumber = true
        }
        if !isBareNumber { addAlternatives(to: &chosen, among: own) }
        return marked(chosen.sorted { chart.items[$0].start < chart.items[$1].start }, isBareNumber)
    }

    /// The longest, and of those that are equally long the rules of callbacks; none across a better one, or one that is `taken` already.
    private func choose(among numbers: [Int], _ symbols: [Int32], besides taken: inout [Range<Int32>]) -> [Int] {
        func rank(_ number: Int) -> (Int32, Int32, Int32) {
            let item = chart.items[number]
            return (item.start - item.end, item.symbol == symbols[0] ? 0 : 1, -item.score)
        }
        var chosen: [Int] = []
        for number in numbers.sorted(by: { rank($0) < rank($1) }) {
            let item = chart.items[number]
            guard !taken.contains(where: { $0.overlaps(item.start..<item.end) }) else { continue }
            // What means nothing by its rule keeps its words from meaning something.
            taken.append(item.start..<item.end)
            if chart.meanings[number].callback != nil { chosen.append(number) }
        }
        return chosen
    }

    /// "At two or four": what may be a time is one behind "or" and a time.
    private func addAlternatives(to chosen: inout [Int], among numbers: [Int]) {
        let links = places(of: Self.orName)
        guard !links.isEmpty else { return }
        let latent = numbers.filter { chart.items[$0].isLatent && chart.meanings[$0].time != nil }
        for link in links {
            guard chosen.contains(where: { chart.items[$0].end == link.lowerBound }) else { continue }
            let fitting = latent.filter { number in
                let item = chart.items[number]
                return item.start == link.upperBound
                    && chosen.allSatisfy { chart.items[$0].end <= item.start || item.end <= chart.items[$0].start }
            }
            if let longest = fitting.max(by: { chart.items[$0].end < chart.items[$1].end }) { chosen.append(longest) }
        }
    }

    /// Words such as "around" count for the piece that they stand in or beside, "no, …" for the piece behind them.
    private func marked(_ numbers: [Int], _ isBareNumber: Bool) -> [Found] {
        let exact = places(of: Self.exactName)
        let abouts = places(of: Self.aboutName).filter { about in
            !exact.contains { $0.lowerBound <= about.lowerBound && about.upperBound <= $0.upperBound }
        }
        let insteads = places(of: Self.insteadName)
        return numbers.enumerated().compactMap { index, number in
            guard var part = chart.meanings[number].callback else { return nil }
            let item = chart.items[number]
            if abouts.contains(where: { $0.upperBound >= item.start && $0.lowerBound <= item.end + 1 }) {
                part = .about(part)
            }
            if index > 0 {
                let between = chart.items[numbers[index - 1]].end..<item.start
                if insteads.contains(where: {
                    between.lowerBound <= $0.lowerBound && $0.upperBound <= between.upperBound
                }) {
                    part = .instead(part)
                }
            }
            let start = chart.tokens.tokens[Int(item.start)].start
            let end = chart.tokens.tokens[Int(item.end) - 1].end
            let piece = CallbackPiece(text: places.text(text, from: start, to: end), start: start, end: end)
            return Found(number: number, part: part, piece: piece, isBareNumber: isBareNumber)
        }
    }

    private func places(of rule: String) -> [Range<Int32>] {
        guard let symbol = chart.rules.symbols.named(rule) else { return [] }
        return chart.items.filter { $0.symbol == symbol }.map { $0.start..<$0.end }
    }
}
