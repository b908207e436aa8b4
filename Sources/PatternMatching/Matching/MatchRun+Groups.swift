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
        guard charge(Int(members.count) / 16) else { return .nowhere }
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
    /// not that of the orders.
    mutating func permutation(
        _ node: Int32, _ members: ProgramNode.Members, _ gaps: ProgramNode.Gaps, _ front: Front
    ) -> Front {
        let first = turns.count
        let (count, gaps) = takeTurns(members, gaps)
        turns.append(front)
        turns.append(contentsOf: repeatElement(.nowhere, count: (1 << count) - 1))
        // So many sets are looked at, even if few of them can be reached.
        _ = charge((1 << count) / 8)
        for set in 0..<(1 << count) {
            var here = turns[first + set]
            if here.isEmpty { continue }
            let isInside = set != 0 && set != (1 << count) - 1
            if gaps == .around || (gaps == .between && isInside) { here = star(node, here) }
            turns[first + set] = here
            for turn in 0..<count where set & (1 << turn) == 0 {
                let next = advance(turnMembers[turnMembers.count - count + turn], here)
                let place = first + (set | 1 << turn)
                turns[place] = merge(turns[place], next)
            }
        }
        let result = turns[first + (1 << count) - 1]
        turns.removeLast(turns.count - first)
        turnMembers.removeLast(count)
        return result
    }

    /// Notes the members that take turns. An optional one whose words were not heard takes none, but the words that may
    /// stand between it and the others may still be there: at one end if it is alone, at both if it is not.
    private mutating func takeTurns(
        _ members: ProgramNode.Members, _ gaps: ProgramNode.Gaps
    ) -> (count: Int, gaps: ProgramNode.Gaps) {
        let before = turnMembers.count
        var absent: Int32?
        for place in members.range {
            let member = program.members[place]
            if mayTakeTurn(member) { turnMembers.append(member) } else { absent = member }
        }
        let count = turnMembers.count - before
        guard gaps == .between, let absent else { return (count, gaps) }
        guard count == Int(members.count) - 1 else { return (count, .around) }
        turnMembers.append(absent)
        return (count + 1, gaps)
    }

    private func mayTakeTurn(_ member: Int32) -> Bool {
        guard case .optional(let inner) = program.nodes[Int(member)].kind else { return true }
        let required = program.nodes[Int(inner)].required
        return required < 0 || heard.passes(required)
    }
}

extension ProgramNode.Members {
    var range: Range<Int> { Int(first)..<Int(first + count) }
}
