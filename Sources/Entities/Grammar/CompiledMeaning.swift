/// Works out what a rule means, from what its parts mean.
struct CompiledMeaning: Sendable {
    private let expression: MeaningExpression

    init(_ expression: MeaningExpression) { self.expression = expression }

    /// `nil` when the rule does not hold.
    func value(of parts: some PartsOfRule, in context: MeaningContext) -> Meaning? {
        value(of: expression, parts, context)
    }

    private func value(
        of expression: MeaningExpression, _ parts: some PartsOfRule, _ context: MeaningContext
    ) -> Meaning? {
        switch expression {
        case .constant(let meaning): return meaning
        case .variable: return .nothing
        case .part(let index): return parts.meaning(of: index)
        case .words(let index): return .text(parts.words(of: index))
        case .group(let part, let number): return parts.group(number, of: part)
        case .call(let function, let arguments):
            var values: [Meaning] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments {
                guard let value = value(of: argument, parts, context) else { return nil }
                values.append(value)
            }
            return function.body(values, context)
        case .operation(let operation, let left, let right):
            guard let first = value(of: left, parts, context) else { return nil }
            if operation == .or, first.isTrue { return first }
            if operation == .and, !first.isTrue { return first }
            guard let second = value(of: right, parts, context) else { return nil }
            return result(operation, first, second)
        }
    }

    private func result(_ operation: MeaningExpression.Operation, _ left: Meaning, _ right: Meaning) -> Meaning? {
        switch operation {
        case .or, .and: return right
        case .equal: return .number(left == right ? 1 : 0)
        case .unequal: return .number(left != right ? 1 : 0)
        default: break
        }
        guard let first = left.measure, let second = right.measure else { return nil }
        switch operation {
        case .less: return .number(first < second ? 1 : 0)
        case .lessOrEqual: return .number(first <= second ? 1 : 0)
        case .plus: return .number(first + second)
        case .minus: return .number(first - second)
        case .times: return .number(first * second)
        default: return second == 0 ? nil : .number(first / second)
        }
    }
}

extension Meaning {
    /// What it is compared by: grains stand in their order.
    fileprivate var measure: Double? { if case .grain(let grain) = self { Double(grain.rawValue) } else { number } }
}

/// What the parts of a rule are in a phrase.
protocol PartsOfRule {
    func meaning(of part: Int) -> Meaning
    func words(of part: Int) -> String
    /// A group of the part's regular expression: a number if it is made of digits, else its text.
    func group(_ number: Int, of part: Int) -> Meaning
}

/// What a meaning may depend on beside its words.
struct MeaningContext {
    let resolver: TimeResolver
    let region: Region
}
