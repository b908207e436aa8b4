/// Elements that take words themselves.
extension NearRun {
    mutating func word(_ node: Int32, _ test: Int32, _ row: Row) -> Row {
        var new = missing(node, row)
        var passage = memory.run.heard.firstPassage(of: test)
        while passage >= 0 {
            let passed = memory.run.heard.passages[Int(passage)]
            cover(passed.word, passed.word + 1, by: node, isNamed: true, row, &new)
            passage = passed.next
        }
        for passage in slips.misspelt.passages[test] ?? [] { take(passage, by: node, row, &new) }
        skipWords(&new)
        return new
    }

    private mutating func take(_ passage: MisspeltWords.Passage, by node: Int32, _ row: Row, _ new: inout Row) {
        let word = Int(passage.word)
        var cell = row[word]
        guard cell.isReached else { return }
        cell.add(passage.word, costs: passage.edits * Self.costOfEdit)
        cell.named += letters[word] - passage.edits
        guard new.isEmpty || cell.isBetter(than: new[word + 1]) else { return }
        cell.step = add(.misspelt(passage.meant), node, passage.word..<passage.word + 1, after: cell.step)
        if new.isEmpty { new = Row(repeating: Cell(), count: row.count) }
        new[word + 1] = cell
    }

    /// A letter is left out and another one added.
    private static let costOfEdit: Int32 = 2

    mutating func oneWord(_ node: Int32, _ row: Row) -> Row {
        var new = missing(node, row)
        for word in letters.indices { cover(Int32(word), Int32(word) + 1, by: node, isNamed: false, row, &new) }
        skipWords(&new)
        return new
    }

    /// From every place all later ones are reached for nothing.
    mutating func star(_ node: Int32, _ row: Row) -> Row {
        var new = row
        var best: (place: Int, cell: Cell)?
        for place in row.indices {
            if row[place].isReached, best.map({ !$0.cell.isBetter(than: row[place]) }) ?? true {
                best = (place, row[place])
            } else if let best {
                var cell = best.cell
                cell.step = add(.covered, node, Int32(best.place)..<Int32(place), after: cell.step)
                new[place] = cell
            }
        }
        return new
    }

    /// - Parameter expression: the number of a regular expression, -1 for an entity.
    mutating func span(_ node: Int32, _ row: Row, expression: Int32) -> Row {
        var new = missing(node, row)
        for place in row.indices where row[place].isReached {
            guard spend(Self.workOfSpan) else { return [] }
            for span in memory.run.spans(of: node, from: Int32(Place.after(words: place))) {
                let end = Int32(Place.wordsBefore(Int(span.end)))
                cover(Int32(place), end, by: node, isNamed: true, row, &new)
            }
        }
        for passage in slips.unfit.passages[expression] ?? [] { take(passage, by: node, row, &new) }
        skipWords(&new)
        return new
    }

    private mutating func take(_ passage: UnfitWords.Passage, by node: Int32, _ row: Row, _ new: inout Row) {
        let (start, end) = (Int(passage.words.lowerBound), Int(passage.words.upperBound))
        var cell = row[start]
        guard cell.isReached else { return }
        cell.add(passage.words.lowerBound, costs: (passage.edits + 1) * Self.costOfEdit)
        cell.named += max(1, letters[start..<end].reduce(0, +) - passage.edits)
        guard new.isEmpty || cell.isBetter(than: new[end]) else { return }
        cell.step = add(.unfit(passage.text), node, passage.words, after: cell.step)
        if new.isEmpty { new = Row(repeating: Cell(), count: row.count) }
        new[end] = cell
    }

    private static let workOfSpan = 64
}
