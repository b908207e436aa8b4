/// The parts of a rule that is complete, found by following their chain back.
struct PartsOfRule {
    let link: Int32
    let length: Int32
}

/// What a meaning may depend on beside its words.
struct MeaningContext {
    let resolver: TimeResolver
    let region: Region
}

extension Chart {
    /// The number of the item at that place of a rule.
    @inline(__always)
    func item(_ part: Int, of parts: PartsOfRule) -> Int {
        var link = links[Int(parts.link)]
        for _ in 0..<(Int(parts.length) - 1 - part) { link = links[Int(link.previous)] }
        return Int(link.item)
    }

    /// The words of an item as they were written.
    func words(of number: Int) -> String {
        let item = items[number]
        let (first, last) = (tokens.tokens[Int(item.start)], tokens.tokens[Int(item.end) - 1])
        return String(decoding: tokens.written[first.firstByte..<last.endByte], as: UTF8.self)
    }

    /// A group of a regular expression: a number if it is made of digits, else its text.
    private func group(_ number: Int, of index: Int) -> Meaning {
        guard let range = bytes(ofGroup: number, index) else { return .nothing }
        let bytes = tokens.bytes[range]
        guard bytes.count < 16, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return .text(String(decoding: bytes, as: UTF8.self))
        }
        return .number(Double(bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 }))
    }

    private func bytes(ofGroup number: Int, _ index: Int) -> Range<Int>? {
        let item = items[index]
        let place = Int(item.groups) + number * 2
        guard item.groups >= 0, place + 1 < groups.count else { return nil }
        let (start, end) = (Int(groups[place]), Int(groups[place + 1]))
        return start < end ? start..<end : nil
    }

    /// Always a text, as it was written; nothing when the group took no part.
    private func groupWords(_ number: Int, of index: Int) -> Meaning {
        bytes(ofGroup: number, index).map { .text(String(decoding: tokens.written[$0], as: UTF8.self)) } ?? .nothing
    }

    /// Works out what a rule means, from what its parts mean; `nil` when the rule does not hold.
    func value(of expression: MeaningExpression, _ parts: PartsOfRule) -> Meaning? {
        switch expression {
        case .constant(let meaning): return meaning
        case .variable: return .nothing
        case .part(let index): return meanings[item(index, of: parts)]
        case .words(let index): return .text(words(of: item(index, of: parts)))
        case .group(let part, let number): return group(number, of: item(part, of: parts))
        case .groupWords(let part, let number): return groupWords(number, of: item(part, of: parts))
        case .call(let function, let arguments):
            var values: [Meaning] = []
            values.reserveCapacity(arguments.count)
            for argument in arguments {
                guard let value = value(of: argument, parts) else { return nil }
                values.append(value)
            }
            return context.flatMap { function.body(values, $0) }
        case .operation(let operation, let left, let right):
            if operation.isOfNumbers {
                guard let first = size(of: left, parts), let second = size(of: right, parts) else { return nil }
                return operation.result(first, second).map(Meaning.number)
            }
            guard let first = value(of: left, parts) else { return nil }
            if operation == .or, first.isTrue { return first }
            if operation == .and, !first.isTrue { return first }
            guard let second = value(of: right, parts) else { return nil }
            switch operation {
            case .equal: return .number(first == second ? 1 : 0)
            case .unequal: return .number(first != second ? 1 : 0)
            default: return second
            }
        }
    }

    /// The number that an expression comes to, or how coarse a grain it is; most conditions compare such, without making meanings of them.
    private func size(of expression: MeaningExpression, _ parts: PartsOfRule) -> Double? {
        switch expression {
        case .part(let index): return meanings[item(index, of: parts)].size
        case .constant(let meaning): return meaning.size
        case .operation(let operation, let left, let right) where operation.isOfNumbers:
            guard let first = size(of: left, parts), let second = size(of: right, parts) else { return nil }
            return operation.result(first, second)
        default: return value(of: expression, parts)?.size
        }
    }
}

extension Meaning {
    /// By which it is compared: a number, or how coarse a grain is.
    fileprivate var size: Double? {
        if case .grain(let grain) = self { return Double(grain.rawValue) }
        return number
    }
}

extension MeaningExpression.Operation {
    fileprivate var isOfNumbers: Bool {
        switch self {
        case .or, .and, .equal, .unequal: false
        default: true
        }
    }

    fileprivate func result(_ first: Double, _ second: Double) -> Double? {
        switch self {
        case .less: first < second ? 1 : 0
        case .lessOrEqual: first <= second ? 1 : 0
        case .plus: first + second
        case .minus: first - second
        case .times: first * second
        case .divided: second == 0 ? nil : first / second
        case .or, .and, .equal, .unequal: nil
        }
    }
}
