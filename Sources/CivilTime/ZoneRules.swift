import FoundationEssentials

/// The offsets of a zone over time: a table of changes, then a yearly rule.
struct ZoneRules: Sendable, Hashable {
    /// The offset before the first change.
    var initialOffset: Int
    /// Seconds since 1970, ascending.
    var changes: [Int]
    /// The offset from the change of the same index on.
    var offsets: [Int]
    /// What holds after the last change of the table; `nil`: the last offset stays.
    var tail: YearlyRule?

    init(initialOffset: Int, changes: [Int], offsets: [Int], tail: YearlyRule?) {
        self.initialOffset = initialOffset
        self.changes = changes
        self.offsets = offsets
        self.tail = tail
    }

    init(fixedOffset: Int) {
        self.init(initialOffset: fixedOffset, changes: [], offsets: [], tail: nil)
    }

    var isFixed: Bool {
        let tailIsFixed = tail.map { $0.summer == nil && $0.standardOffset == initialOffset } ?? true
        return offsets.allSatisfy { $0 == initialOffset } && tailIsFixed
    }

    func offset(at second: Int) -> Int {
        let count = changesUpTo(second)
        if count == changes.count, let tail { return tail.offset(at: second) }
        return count == 0 ? initialOffset : offsets[count - 1]
    }

    /// How many changes of the table lie at `second` or before it.
    private func changesUpTo(_ second: Int) -> Int {
        var low = 0
        var high = changes.count
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= second { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func transitions(from: Int, to: Int) -> [Zone.Transition] {
        guard from < to else { return [] }
        let first = changesUpTo(from - 1)
        let last = changesUpTo(to - 1)
        var moments = Array(changes[first..<last])
        if let tail, to > (changes.last ?? Int.min) {
            moments += tail.changes(from: max(from, changes.last.map { $0 + 1 } ?? from), to: to)
        }
        return moments.compactMap { moment in
            let before = offset(at: moment - 1)
            let after = offset(at: moment)
            guard before != after else { return nil }
            return Zone.Transition(at: Date(epochSecond: moment), offsetBefore: before, offsetAfter: after)
        }
    }

    /// A skipped time is the moment of the skip, a time shown twice the first of the two.
    func instant(ofWallSeconds wall: Int) -> Int {
        // No offset exceeds 26 hours (RFC 9636 3.2), so the answer lies within two days.
        let around = transitions(from: wall - 2 * 86_400, to: wall + 2 * 86_400)
        var begin = Int.min
        var offset = offset(at: wall - 2 * 86_400 - 1)
        for transition in around {
            let end = transition.at.epochSecond
            let instant = wall - offset
            if instant < end { return max(instant, begin) }
            begin = end
            offset = transition.offsetAfter
        }
        return max(wall - offset, begin)
    }
}
