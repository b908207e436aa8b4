extension MatchRun {
    /// `$Name`: its paths get a mark where they go in and one where they come out.
    mutating func reference(_ node: Int32, _ definition: Int32, _ front: Front) -> Front {
        let inside = program.definitions[Int(definition)]
        guard !inside.isTable else { return lookUp(node, definition, front) }
        let entered = mark(node, front, detail: Self.entry)
        return mark(node, advance(inside.root, entered), detail: Self.exit)
    }

    /// `Path.detail` of the marks of a named pattern.
    static let entry: Int32 = -1
    static let exit: Int32 = -2

    // MARK: Tables

    /// Which ends of a definition are wanted: those that lie where it began, or those further on.
    private enum Ends { case all, standing, onwards }

    /// Goes on from every start by what the table of a definition has for its place.
    private mutating func lookUp(_ node: Int32, _ definition: Int32, _ front: Front, _ wanted: Ends = .all) -> Front {
        guard fill(definition, from: firstPlace(of: front)) else { return .nowhere }
        var walk = Walk(front)
        var place: Int32 = -1
        while let next = nextPlace(walk, after: place) {
            place = next
            walkTo(place: place, &walk)
            guard goOnFromStarts(by: node, definition, from: place, wanted) else { break }
        }
        return land()
    }

    /// - Returns: false when the pattern is given up.
    private mutating func goOnFromStarts(by node: Int32, _ definition: Int32, from place: Int32, _ wanted: Ends) -> Bool
    {
        guard !starts.isEmpty else { return true }
        let ends = tables.ends(of: definition, from: place)
        guard charge(ends.count * starts.count) else { return false }
        for start in starts {
            for index in ends {
                let end = paths[Int(lists[Int(index)])].place
                if wanted == .standing ? end > place : wanted == .onwards && end <= place { continue }
                fly(goOn(from: start, by: node, through: lists[Int(index)]))
            }
        }
        return true
    }

    /// `$repeat<$Name>`: one time, or several of which each has its own words. Where one ends the next may begin, so the
    /// places are gone through once, and what comes to them waits there.
    mutating func repetition(_ node: Int32, _ definition: Int32, _ front: Front) -> Front {
        let once = lookUp(node, definition, front, .standing)
        guard !isCut, charge(heard.count / 8) else { return .nowhere }
        var walk = Walk(front)
        let first = firstPlace(of: front)
        let start = lists.count
        for place in first...lastPlace {
            let landed = lists.count
            while let path = arrivals.takeNext(at: place) { keep(path, since: start) }
            walkTo(place: place, &walk)
            for index in landed..<lists.count { addStart(lists[index]) }
            guard goOnFromStarts(by: node, definition, from: place, .onwards) else { break }
        }
        arrivals.forget()
        return isCut ? .nowhere : merge(Front(ends: range(since: start), gaps: 0..<0), once)
    }

    private mutating func goOn(from start: Start, by node: Int32, through number: Int32) -> Path {
        let inner = paths[Int(number)]
        var path = goOn(from: start, to: inner.place, by: node)
        path.detail = number
        path.sum += inner.sum
        path.explicitWords += inner.explicitWords
        path.fillerWords += inner.fillerWords
        path.weight = weights.combine(path.weight, inner.weight)
        return path
    }

    /// Fills the tables of a definition and of all that it leads to, from the end of the phrase down to a place.
    ///
    /// - Returns: false when the pattern is given up.
    private mutating func fill(_ definition: Int32, from lowest: Int32) -> Bool {
        let last = lastPlace
        var place = (tables.filled(definition) ?? last + 1) - 1
        while place >= lowest {
            for table in program.definitions[Int(definition)].tables {
                guard fill(table, at: place, of: last) else { return false }
            }
            place -= 1
        }
        return !isCut
    }

    private mutating func fill(_ table: Int32, at place: Int32, of last: Int32) -> Bool {
        let filled = tables.filled(table)
        if let filled, filled <= place { return true }
        // Room for all places counts as work, since it is memory.
        guard charge(filled == nil ? Int(last) / 8 : 0) else { return false }
        let ends = ends(of: program.definitions[Int(table)].root, from: place)
        guard !isCut else { return false }
        tables.set(ends, of: table, from: place, last: last)
        return true
    }

    /// All ends that an element reaches from a place, those in gaps one by one.
    private mutating func ends(of root: Int32, from place: Int32) -> Range<Int32> {
        let beginning = single(Path(place: place, start: place, node: -1, previous: -1))
        let front = advance(root, beginning)
        guard !front.gaps.isEmpty else { return front.ends }
        var walk = Walk(front)
        var place: Int32 = -1
        while let next = nextPlace(walk, after: place), charge(starts.count / 4) {
            place = next
            walkTo(place: place, &walk)
            for start in starts { fly(goOn(from: start, to: place, by: -1)) }
        }
        return land().ends
    }
}
