extension NearRun {
    mutating func sequence(_ members: ProgramNode.Members, _ row: Row) -> Row {
        var row = row
        for place in members.range {
            row = advance(program.members[place], row)
            if row.isEmpty { break }
        }
        return row
    }

    mutating func optional(_ member: Int32, _ row: Row) -> Row {
        let outer = optionalMember
        optionalMember = member
        defer { optionalMember = outer }
        return better(row, advance(member, row))
    }

    /// A group of which nothing was said is missing as a whole.
    mutating func choice(_ node: Int32, _ members: ProgramNode.Members, _ row: Row) -> Row {
        var all = missing(node, row)
        for place in members.range { all = better(all, advance(program.members[place], row)) }
        return all
    }

    // MARK: Permutations

    /// More members than this are tried only in the order in which they were said.
    private static let mostInAnyOrder = 5

    mutating func permutation(
        _ node: Int32, _ members: ProgramNode.Members, _ gaps: ProgramNode.Gaps, _ row: Row
    ) -> Row {
        let list = Array(program.members[members.range])
        if list.count > Self.mostInAnyOrder { return inSaidOrder(node, list, gaps, row) }
        var turns = [Row](repeating: [], count: 1 << list.count)
        turns[0] = gaps == .around ? star(node, row) : row
        for set in turns.indices where !turns[set].isEmpty {
            let isInside = set != 0 && set != turns.count - 1
            if gaps == .around ? set != 0 : gaps == .between && isInside { turns[set] = star(node, turns[set]) }
            for turn in list.indices where set & (1 << turn) == 0 {
                let next = advance(list[turn], turns[set])
                turns[set | 1 << turn] = better(turns[set | 1 << turn], next)
            }
        }
        return turns[turns.count - 1]
    }

    private mutating func inSaidOrder(_ node: Int32, _ members: [Int32], _ gaps: ProgramNode.Gaps, _ row: Row) -> Row {
        let places = members.map { firstWord(of: $0, depth: 0) }
        let order = members.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        var row = gaps == .around ? star(node, row) : row
        for (number, turn) in order.enumerated() {
            row = advance(members[turn], row)
            if row.isEmpty { return [] }
            if gaps == .around || (gaps == .between && number + 1 < order.count) { row = star(node, row) }
        }
        return row
    }

    /// The first word that an element could take, behind all words when there is none.
    private mutating func firstWord(of index: Int32, depth: Int) -> Int {
        guard depth < 10, spend(1) else { return letters.count }
        switch program.nodes[Int(index)].kind {
        case .word(let test):
            let passage = memory.run.heard.firstPassage(of: test)
            return passage < 0 ? letters.count : Int(memory.run.heard.passages[Int(passage)].word)
        case .sequence(let members), .choice(let members), .permutation(let members, _):
            return firstWord(of: program.members[members.range], depth: depth)
        case .optional(let member), .valued(let member): return firstWord(of: member, depth: depth + 1)
        case .reference(let definition), .repetition(let definition):
            return firstWord(of: program.definitions[Int(definition)].root, depth: depth + 1)
        default: return letters.count
        }
    }

    private mutating func firstWord(of members: ArraySlice<Int32>, depth: Int) -> Int {
        var first = letters.count
        for member in members { first = min(first, firstWord(of: member, depth: depth + 1)) }
        return first
    }

    // MARK: Named patterns

    /// A named pattern of which nothing was said is missing as a whole.
    mutating func reference(_ node: Int32, _ definition: Int32, _ row: Row) -> Row {
        let absent = missing(node, row)
        guard names < Self.deepestName else { return absent }
        names += 1
        defer { names -= 1 }
        return better(absent, advance(program.definitions[Int(definition)].root, row))
    }

    mutating func repetition(_ node: Int32, _ definition: Int32, _ row: Row) -> Row {
        var all = reference(node, definition, row)
        var last = all
        for _ in letters.indices where !last.isEmpty {
            last = reference(node, definition, last)
            guard zip(last, all).contains(where: { $0.isBetter(than: $1) }) else { break }
            all = better(all, last)
        }
        return all
    }
}
