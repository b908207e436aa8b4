/// The meanings of all rules as plain numbers, so that to work one out touches no shared memory but what it is made of.
struct MeaningProgram: Sendable {
    /// One element of an expression; what `first` and `second` are depends on its kind.
    struct Node: Sendable {
        let kind: Kind
        /// A place of the rule, a constant, a function, or the node on the left.
        var first: Int32 = 0
        /// A group, where the arguments begin, or the node on the right.
        var second: Int32 = 0
        /// How many arguments.
        var count: Int32 = 0
    }

    enum Kind: Sendable {
        case constant, part, words, group, groupWords, call
        case or, and, less, lessOrEqual, equal, unequal, plus, minus, times, divided

        /// Of two numbers; `nil` for what is not reckoned with numbers alone.
        func result(_ first: Double, _ second: Double) -> Double? {
            switch self {
            case .less: first < second ? 1 : 0
            case .lessOrEqual: first <= second ? 1 : 0
            case .plus: first + second
            case .minus: first - second
            case .times: first * second
            case .divided: second == 0 ? nil : first / second
            default: nil
            }
        }
    }

    private(set) var nodes: [Node] = []
    private(set) var constants: [Meaning] = []
    private(set) var functions: [MeaningFunction] = []
    /// Numbers of nodes.
    private(set) var arguments: [Int32] = []
    private var functionNumbers: [String: Int32] = [:]
    private var constantNumbers: [Meaning: Int32] = [:]

    /// - Returns: the number of the expression's node.
    mutating func add(_ expression: MeaningExpression) -> Int32 {
        let node: Node =
            switch expression {
            case .constant(let meaning): Node(kind: .constant, first: constant(meaning))
            case .variable: Node(kind: .constant, first: constant(.nothing))
            case .part(let place): Node(kind: .part, first: Int32(place))
            case .words(let place): Node(kind: .words, first: Int32(place))
            case .group(let place, let number): Node(kind: .group, first: Int32(place), second: Int32(number))
            case .groupWords(let place, let number): Node(kind: .groupWords, first: Int32(place), second: Int32(number))
            case .call(let function, let list): call(function, list)
            case .operation(let operation, let left, let right):
                Node(kind: operation.kind, first: add(left), second: add(right))
            }
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    mutating func constant(_ meaning: Meaning) -> Int32 {
        if let number = constantNumbers[meaning] { return number }
        constants.append(meaning)
        constantNumbers[meaning] = Int32(constants.count - 1)
        return Int32(constants.count - 1)
    }

    private mutating func call(_ function: MeaningFunction, _ list: [MeaningExpression]) -> Node {
        let numbers = list.map { add($0) }
        let first = Int32(arguments.count)
        arguments += numbers
        if functionNumbers[function.name] == nil {
            functions.append(function)
            functionNumbers[function.name] = Int32(functions.count - 1)
        }
        return Node(
            kind: .call, first: functionNumbers[function.name] ?? 0, second: first, count: Int32(numbers.count))
    }
}

extension MeaningExpression.Operation {
    fileprivate var kind: MeaningProgram.Kind {
        switch self {
        case .or: .or
        case .and: .and
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .equal: .equal
        case .unequal: .unequal
        case .plus: .plus
        case .minus: .minus
        case .times: .times
        case .divided: .divided
        }
    }
}
