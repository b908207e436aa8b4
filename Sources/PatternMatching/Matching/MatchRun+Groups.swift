extension MatchRun {
    mutating func sequence(_ members: ProgramNode.Members, _ front: Front) -> Front {
        var front = front
        for place in members.range {
            front = advance(program.members[place], front)
            if front.isEmpty { break }
        }
        return front
    }

    mutating func choice(_ members: ProgramNode.Members, _ front: Front) -> Front {
        var all = Front.nowhere
        for place in members.range {
            let member = program.members[place]
            let required = program.nodes[Int(member)].required
            guard required < 0 || heard.passes(required) else { continue }
            all = merge(all, advance(member, front))
        }
        return all
    }

    // MARK: Permutations

    /// Goes through the sets of members that may have had their turn, smaller ones first: their number bounds the work,
    /// not that of the orders. An optional member whose words were not heard takes no turn.
    mutating func permutation(
        _ node: Int32, _ members: ProgramNode.Members, _ gaps: ProgramNode.Gaps, _ front: Front
    ) -> Front {
        let first = turns.count
        var members = members
        guard let count = takeTurns(&members, from: first, gaps == .around ? star(node, front) : front) else {
            return .nowhere
        }
        for set in 0..<(1 << count) {
            var here = turns[first + set]
            if here.isEmpty { continue }
            let isInside = set != 0 && set != (1 << count) - 1
            if gaps == .around ? set != 0 : gaps == .between && isInside { here = star(node, here) }
            turns[first + set] = here
            for turn in 0..<count where set & (1 << turn) == 0 {
                let (member, twin) = turnMembers[turnMembers.count - count + turn]
                guard twin < 0 || set & (1 << twin) != 0 else { continue }
                let next = advance(member, here)
                let place = first + (set | 1 << turn)
                turns[place] = merge(turns[place], next)
            }
        }
        let result = turns[first + (1 << count) - 1]
        turns.removeLast(turns.count - first)
        turnMembers.removeLast(count)
        return result
    }

    /// Notes the members that can take turns and makes room for their sets; nil when one that must cannot. A member that stands
    /// there twice has its turns in the order in which it is written.
    private mutating func takeTurns(_ members: inout ProgramNode.Members, from first: Int, _ front: Front) -> Int? {
        var count = 0
        for place in members.range {
            let member = program.members[place]
            let node = program.nodes[Int(member)]
            if case .optional(let inner) = node.kind {
                let required = program.nodes[Int(inner)].required
                if required >= 0, !heard.passes(required) { continue }
            }
            let turns = turnMembers.count - count
            let twin = turnMembers[turns...].lastIndex { $0.member == member }
            turnMembers.append((member, twin.map { $0 - turns } ?? -1))
            count += 1
        }
        for _ in 0..<(1 << count) { turns.append(.nowhere) }
        turns[first] = front
        return count
    }
}

extension ProgramNode.Members {
    var range: Range<Int> { Int(first)..<Int(first + count) }
}
