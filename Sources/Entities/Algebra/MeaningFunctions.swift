/// The functions that rules may use, by name.
enum MeaningFunctions {
    static let all: [String: MeaningFunction] = {
        let list = calendar + callbacks + feasts + clocks + digits + relations + spans + tests + times + units + values
        return Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0) })
    }()

    static func function(
        _ name: String, _ body: @escaping @Sendable ([Meaning], MeaningContext) -> Meaning?
    ) -> MeaningFunction { MeaningFunction(name: name, body: body) }

    /// A function whose result is a time.
    static func time(
        _ name: String, _ body: @escaping @Sendable ([Meaning], MeaningContext) -> TimeExpression?
    ) -> MeaningFunction {
        MeaningFunction(name: name) { arguments, context in
            body(arguments, context).flatMap { $0.nesting <= TimeExpression.deepest ? .time($0) : nil }
        }
    }
}

extension [Meaning] {
    func whole(_ index: Int) -> Int? { index < count ? self[index].whole : nil }
    func number(_ index: Int) -> Double? { index < count ? self[index].number : nil }
    func time(_ index: Int) -> TimeExpression? { index < count ? self[index].time : nil }
    func text(_ index: Int) -> String? { index < count ? self[index].text : nil }

    func grain(_ index: Int) -> Grain? {
        guard index < count, case .grain(let grain) = self[index] else { return nil }
        return grain
    }

    func length(_ index: Int) -> Length? {
        guard index < count, case .length(let length) = self[index] else { return nil }
        return length
    }

    func amount(_ index: Int) -> Amount? {
        guard index < count, case .amount(let amount) = self[index] else { return nil }
        return amount
    }
}
