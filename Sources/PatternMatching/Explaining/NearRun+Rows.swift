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
            cell.cost += letters[place]
            guard cell.isBetter(than: row[place + 1]) else { continue }
            cell.step = add(.extra, -1, Int32(place)..<Int32(place) + 1, after: cell.step)
            row[place + 1] = cell
        }
    }

    /// Every element may be added where nothing stands for it.
    mutating func missing(_ node: Int32, _ row: Row) -> Row {
        let length = length(program.nodes[Int(node)].origin)
        guard length < Self.longest else { return [] }
        guard length > 0 else { return row }
        var new = row
        for place in new.indices where new[place].isReached {
            guard new[place].cost < Self.mostChanged else {
                new[place] = Cell()
                continue
            }
            new[place].cost += Int32(length)
            let here = Int32(place)
            new[place].step = add(.missing, node, here..<here, after: new[place].step)
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

    /// More letters than this are never added by one element, and never changed in all.
    private static let longest = 100_000
    private static let mostChanged: Int32 = 500_000_000
}
