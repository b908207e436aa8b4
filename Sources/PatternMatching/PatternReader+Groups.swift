import Utterances

/// Sequences, alternatives and brackets.
extension PatternReader {
    /// What stands between two brackets, or in the whole pattern.
    enum Enclosure { case nothing, round, square, curly }

    /// Alternatives up to a closing bracket or the end.
    mutating func readAlternatives(from start: Int, in enclosure: Enclosure) -> Int {
        let first = readSequence(in: enclosure)
        guard isAtAlternative else { return first }
        if enclosure == .curly {
            report(.bareAlternatives(bytes[position]), from: position, to: position + 1)
        }
        var alternatives = [first]
        var separators: [Int] = []
        while isAtAlternative {
            separators.append(position)
            position += 1
            alternatives.append(readSequence(in: enclosure))
        }
        // What is optional already may be empty as well.
        if enclosure == .nothing, let command {
            report(.command(text(command)), from: command.lowerBound, to: command.upperBound)
        } else if enclosure != .square {
            reportEmpty(alternatives, between: separators, after: start)
        }
        return add(.choice(alternatives), from: start)
    }

    private var isAtAlternative: Bool { peek == UInt8(ascii: "|") || peek == UInt8(ascii: "/") }

    /// Alternatives of which nothing is written; one that is only punctuation is meant so.
    private mutating func reportEmpty(_ alternatives: [Int], between separators: [Int], after start: Int) {
        for (number, alternative) in alternatives.enumerated() {
            guard case .nothing = nodes[alternative].kind else { continue }
            let isInside = number > 0 && number < separators.count
            let separator = separators[isInside ? number : max(number - 1, 0)]
            let begin = number > 0 ? separators[number - 1] + 1 : start
            let end = number < separators.count ? separators[number] : position
            guard isEmptyText(from: begin, to: end) else { continue }
            let mistake = Mistake.emptyAlternative(bytes[separator], isDoubled: isInside)
            report(mistake, from: separator, to: separator + 1)
        }
    }

    /// The pattern `/start`: the command of a messenger.
    private var command: Range<Int>? {
        let name = letters(from: 1)
        return bytes.first == UInt8(ascii: "/") && name.upperBound == bytes.count && !name.isEmpty
            ? 0..<bytes.count : nil
    }

    /// Whether there is nothing but blanks and the bracket that opens the group.
    private func isEmptyText(from start: Int, to end: Int) -> Bool {
        (start..<max(start, end)).allSatisfy { isBlank(at: $0) || closer(of: bytes[$0]) != nil }
    }

    private mutating func readSequence(in enclosure: Enclosure) -> Int {
        skipBlanks()
        let start = position
        var items: [Int] = []
        while let byte = peek, !endsSequence(byte) {
            let itemStart = position
            let count = items.count
            readAtoms(into: &items)
            if items.count > count { skipLooseAlias() }
            readValue(of: &items, after: count, from: itemStart)
            skipBlanks()
        }
        if items.count > 1, !looseHyphens.isEmpty {
            items = items.map { looseHyphens.contains($0) ? add(.optional($0), from: nodes[$0].start) : $0 }
        }
        if items.isEmpty { return add(.nothing, from: start) }
        if items.count == 1 { return items[0] }
        return add(enclosure == .curly ? permutation(items, from: start) : .sequence(items), from: start)
    }

    private mutating func permutation(_ members: [Int], from start: Int) -> PatternNode.Kind {
        guard members.count > Self.mostMembers else { return .permutation(members) }
        report(.tooManyMembers(members.count), from: start, to: position)
        return .never
    }

    private func endsSequence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "/"): return true
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return closers.contains(byte)
        default: return false
        }
    }

    // MARK: Brackets

    func closer(of opener: UInt8) -> UInt8? {
        switch opener {
        case UInt8(ascii: "("): UInt8(ascii: ")")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        case UInt8(ascii: "{"): UInt8(ascii: "}")
        default: nil
        }
    }

    mutating func readGroup(_ enclosure: Enclosure, into items: inout [Int]) {
        let start = position
        guard let closer = closer(of: bytes[start]) else { return }
        position += 1
        guard closers.count < Self.deepest else { return dropOpener(at: start) }
        let wordBefore = wordEnd == start ? start : nil
        closers.append(closer)
        let group = readAlternatives(from: start, in: enclosure)
        closers.removeLast()
        if peek == closer {
            position += 1
            reportOddGroup(group, from: start, behindWord: wordBefore)
        } else {
            report(.unclosed(bytes[start], closer), from: start, to: start + 1)
        }
        items.append(enclosure == .square ? add(.optional(group), from: start) : group)
    }

    private mutating func dropOpener(at start: Int) {
        if droppedOpeners == 0 { report(.tooDeep, from: start, to: position) }
        droppedOpeners += 1
    }

    /// Brackets with nothing between them, and those inside a word: `остат[о]к`. The whole pattern `()` is told as such.
    private mutating func reportOddGroup(_ group: Int, from start: Int, behindWord wordBefore: Int?) {
        let isAll = start == 0 && position == bytes.count && bytes[start] != UInt8(ascii: "[")
        if !isAll, isEmptyText(from: start + 1, to: position - 1) { report(.emptyGroup, from: start, to: position) }
        guard let wordBefore else { return }
        let first = letters(before: wordBefore)
        let last = letters(from: position)
        if !first.isEmpty, !last.isEmpty {
            report(.bracketInWord(text(first), text(last)), from: first.lowerBound, to: last.upperBound)
        }
    }

    /// A closing bracket that no group waits for.
    mutating func skipUnopened() {
        position += 1
        if droppedOpeners > 0 {
            droppedOpeners -= 1
        } else {
            report(.unopened(bytes[position - 1]), from: position - 1, to: position)
        }
    }
}
