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
        if members.count >= 16, !charge(Int(members.count) / 16) { return .nowhere }
        for place in members.range {
            let member = program.members[place]
            let required = program.nodes[Int(member)].required
            guard required < 0 || heard.passes(required) else { continue }
            all = merge(all, advance(member, front))
        }
        return all
    }

    // MARK: Permutations

    /// Every member once in any order; the optional ones or not.
    ///
    /// Where words may stand between the members they may stand between an absent one and the others too: at one end if
    /// one is absent, at both if more are. So the orders that begin with an absent one are gone through by themselves.
    mutating func permutation(
        _ node: Int32, _ members: ProgramNode.Members, _ gaps: ProgramNode.Gaps, _ front: Front
    ) -> Front {
        let turns = takeTurns(node, members, gaps)
        var result = goThrough(turns, front, beginsWithAbsent: false)
        if gaps == .between, turns.needed.nonzeroBitCount < turns.members {
            result = merge(result, goThrough(turns, star(node, front), beginsWithAbsent: true))
        }
        turnMembers.removeLast(turns.count)
        return result
    }

    /// The members of a permutation that can take turns, which are the last ones of `turnMembers`.
    struct Turns {
        let node: Int32
        let gaps: ProgramNode.Gaps
        /// Of all members, those among them that cannot take turns.
        let members: Int
        var count = 0
        /// The set of those that must.
        var needed = 0
    }

    /// Notes the members that take turns; an optional one whose words were not heard takes none.
    private mutating func takeTurns(
        _ node: Int32, _ members: ProgramNode.Members, _ gaps: ProgramNode.Gaps
    ) -> Turns {
        var turns = Turns(node: node, gaps: gaps, members: Int(members.count))
        for place in members.range {
            var member = program.members[place]
            if case .optional(let inner) = program.nodes[Int(member)].kind {
                let required = program.nodes[Int(inner)].required
                guard required < 0 || heard.passes(required) else { continue }
                member = inner
            } else {
                turns.needed |= 1 << turns.count
            }
            let before = setBefore(member, turns)
            turnMembers.append((member, before))
            turns.count += 1
        }
        return turns
    }

    /// Of members that are the same the first ones take their turns first, since nobody can tell them apart.
    private func setBefore(_ member: Int32, _ turns: Turns) -> Int {
        let isNeeded = turns.needed & (1 << turns.count) != 0
        for turn in (0..<turns.count).reversed() {
            let other = turnMembers[turnMembers.count - turns.count + turn].node
            if isSame(other, member), turns.needed & (1 << turn) != 0 || !isNeeded { return 1 << turn }
        }
        return 0
    }

    private func isSame(_ left: Int32, _ right: Int32) -> Bool {
        guard left != right else { return true }
        guard case .word(let test) = program.nodes[Int(left)].kind,
            case .word(test) = program.nodes[Int(right)].kind
        else { return false }
        return true
    }

    /// Goes through the sets of members that may have had their turn, smaller ones first: their number bounds the work,
    /// not that of the orders.
    private mutating func goThrough(_ turns: Turns, _ front: Front, beginsWithAbsent: Bool) -> Front {
        let first = self.turns.count
        // So many sets are looked at, even if few of them can be reached.
        guard charge((1 << turns.count) / 64) else { return .nowhere }
        self.turns.append(front)
        self.turns.append(contentsOf: repeatElement(.nowhere, count: (1 << turns.count) - 1))
        var result = Front.nowhere
        for set in 0..<(1 << turns.count) where !self.turns[first + set].isEmpty {
            let here = self.turns[first + set]
            let open = turns.gaps == .none ? here : star(turns.node, here)
            let isOpen = turns.gaps == .around || set != 0 || beginsWithAbsent
            takeNextTurns(after: set, turns, from: isOpen ? open : here, first)
            guard set & turns.needed == turns.needed else { continue }
            let absent = turns.members - set.nonzeroBitCount - (beginsWithAbsent ? 1 : 0)
            guard absent >= 0 else { continue }
            result = merge(turns.gaps == .around || absent > 0 ? open : here, result)
        }
        self.turns.removeLast(self.turns.count - first)
        return result
    }

    private mutating func takeNextTurns(after set: Int, _ turns: Turns, from front: Front, _ first: Int) {
        for turn in 0..<turns.count where set & (1 << turn) == 0 {
            let (member, before) = turnMembers[turnMembers.count - turns.count + turn]
            guard set & before == before else { continue }
            let next = advance(member, front)
            let place = first + (set | 1 << turn)
            self.turns[place] = merge(self.turns[place], next)
        }
    }
}

extension ProgramNode.Members {
    var range: Range<Int> { Int(first)..<Int(first + count) }
}
