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
    ///
    /// - Parameter number: a node of the grammar's program.
    func value(of number: Int32, _ parts: PartsOfRule) -> Meaning? {
        let node = rules.program.nodes[Int(number)]
        switch node.kind {
        case .constant: return rules.program.constants[Int(node.first)]
        case .part: return meanings[item(Int(node.first), of: parts)]
        case .words: return .text(words(of: item(Int(node.first), of: parts)))
        case .group: return group(Int(node.second), of: item(Int(node.first), of: parts))
        case .groupWords: return groupWords(Int(node.second), of: item(Int(node.first), of: parts))
        case .call: return result(of: node, parts)
        case .or, .and, .equal, .unequal: return decision(node, parts)
        case .less, .lessOrEqual, .plus, .minus, .times, .divided: return size(of: number, parts).map(Meaning.number)
        }
    }

    private func result(of node: MeaningProgram.Node, _ parts: PartsOfRule) -> Meaning? {
        var values: [Meaning] = []
        values.reserveCapacity(Int(node.count))
        for index in node.second..<node.second + node.count {
            guard let value = value(of: rules.program.arguments[Int(index)], parts) else { return nil }
            values.append(value)
        }
        return context.flatMap { rules.program.functions[Int(node.first)].body(values, $0) }
    }

    private func decision(_ node: MeaningProgram.Node, _ parts: PartsOfRule) -> Meaning? {
        guard let first = value(of: node.first, parts) else { return nil }
        if node.kind == .or, first.isTrue { return first }
        if node.kind == .and, !first.isTrue { return first }
        guard let second = value(of: node.second, parts) else { return nil }
        switch node.kind {
        case .equal: return .number(first == second ? 1 : 0)
        case .unequal: return .number(first != second ? 1 : 0)
        default: return second
        }
    }

    /// Whether a condition holds; `nil` counts as no.
    func holds(_ number: Int32, _ parts: PartsOfRule) -> Bool {
        let node = rules.program.nodes[Int(number)]
        switch node.kind {
        case .and: return holds(node.first, parts) && holds(node.second, parts)
        case .less, .lessOrEqual: return size(of: number, parts) == 1
        default: return value(of: number, parts)?.isTrue == true
        }
    }

    /// The number that an expression comes to, or how coarse a grain it is; most conditions compare such, without making meanings of them.
    private func size(of number: Int32, _ parts: PartsOfRule) -> Double? {
        let node = rules.program.nodes[Int(number)]
        switch node.kind {
        case .part: return meanings[item(Int(node.first), of: parts)].size
        case .constant: return rules.program.constants[Int(node.first)].size
        case .less, .lessOrEqual, .plus, .minus, .times, .divided:
            guard let first = size(of: node.first, parts), let second = size(of: node.second, parts) else { return nil }
            return node.kind.result(first, second)
        default: return value(of: number, parts)?.size
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
