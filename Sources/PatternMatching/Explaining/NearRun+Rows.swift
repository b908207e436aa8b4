/// How rows come from rows, and what it costs.
extension NearRun {
    mutating func cover(
        _ start: Int32, _ end: Int32, by node: Int32, isNamed: Bool, _ row: Row, _ new: inout Row
    ) {
        var cell = row[Int(start)]
        guard cell.isReached else { return }
        if isNamed { cell.named += letters[Int(start)..<Int(end)].reduce(0, +) }
        guard new.isEmpty || cell.isBetter(than: new[Int(end)]) else { return }
        cell.step = add(.covered, node, start..<end, after: cell.step)
        if new.isEmpty { new = Row(repeating: Cell(), count: row.count) }
        new[Int(end)] = cell
    }

    /// Every word may be left out.
    mutating func skipWords(_ row: inout Row) {
        for place in row.indices.dropLast() where row[place].cost < Self.mostChanged {
            var cell = row[place]
            cell.drop(Int32(place), costs: Self.costOfWord)
            guard cell.isBetter(than: row[place + 1]) else { continue }
            cell.step = add(.extra, -1, Int32(place)..<Int32(place) + 1, after: cell.step)
            row[place + 1] = cell
        }
    }

    /// Every element may be added where nothing stands for it, or instead of a word.
    mutating func missing(_ node: Int32, _ row: Row) -> Row {
        guard node != optionalMember else { return [] }
        let length = length(program.nodes[Int(node)].origin)
        guard length < Self.longest else { return [] }
        guard length > 0 else { return row }
        var new = Row(repeating: Cell(), count: row.count)
        for place in row.indices where row[place].isReached && row[place].cost < Self.mostChanged {
            let here = Int32(place)
            var added = row[place]
            added.add(here, costs: Int32(length))
            if added.isBetter(than: new[place]) {
                added.step = add(.missing, node, here..<here, after: row[place].step)
                new[place] = added
            }
            guard place + 1 < row.count else { continue }
            // The word costs nothing besides, unless the pattern wants it elsewhere.
            var instead = row[place]
            instead.add(here, costs: Int32(length))
            if isWanted[place] { instead.drop(here, costs: letters[place]) }
            instead.replaced += 1
            let word = add(.extra, -1, here..<here + 1, after: row[place].step)
            instead.step = add(.missing, node, here + 1..<here + 1, after: word)
            new[place + 1] = instead
        }
        return new
    }

    /// Of equal ways those of the left row stay.
    mutating func better(_ left: Row, _ right: Row) -> Row {
        if left.isEmpty { return right }
        if right.isEmpty { return left }
        var row = left
        for place in row.indices where right[place].isBetter(than: row[place]) { row[place] = right[place] }
        return row
    }

    /// What a word too many costs, however long it is: the latest ones go first. Less than nearly any element, so that a word which is
    /// wanted is not passed over for one that is not.
    private static let costOfWord: Int32 = 3
    /// More letters than this are never added by one element, and never changed in all.
    private static let longest = 100_000
    private static let mostChanged: Int32 = 500_000_000
}
