extension MatchRun {
    /// Settles a goal if all that it depends on is settled; else puts what is missing on the list, and is called again.
    mutating func evaluate(_ goal: Goal) -> Bool {
        if evaluateLeaf(goal) { return true }
        let index = Int(goal.node)
        let node = program.node(index)
        let base = needsBase(node.kind) ? program.base(ofNode: index) : 0
        let isSettled =
            switch node.kind {
            case .sequence(let members): evaluateSequence(goal, members, base)
            case .permutation(let members): evaluatePermutation(goal, members, base)
            case .choice(let members): evaluateChoice(goal, members, base)
            case .optional(let member): evaluateOptional(goal, base + member)
            case .valued(let member, _): evaluateCopy(goal, of: base + member)
            case .reference: evaluateCopy(goal, of: program.target(ofNode: index).map { $0.base + $0.tree.root })
            case .repetition: evaluateRepetition(goal, of: program.target(ofNode: index).map { $0.base + $0.tree.root })
            default: preconditionFailure("a leaf came to the groups")
            }
        if isSettled { settle(goal) }
        return isSettled
    }

    private func needsBase(_ kind: PatternNode.Kind) -> Bool {
        switch kind {
        case .reference, .repetition: false
        default: true
        }
    }

    // MARK: Sequences

    /// The progress of a sequence: twice the position, plus one inside of a `$nonEmptyGarbage` that has its first word.
    private mutating func evaluateSequence(_ goal: Goal, _ members: [Int], _ base: Int) -> Bool {
        let position = Int(goal.progress) / 2
        guard position < members.count else {
            // The pattern itself must end with the utterance: other ends lead nowhere.
            if Int(goal.node) != program.root || isEnd(Int(goal.start)) { insert(Outcome(end: goal.start)) }
            return true
        }
        let member = base + members[position]
        let next = 2 * (position + 1)
        switch program.node(member).kind {
        case .garbage: return evaluateStar(goal, again: Int(goal.progress), next: next, greedy: false)
        case .nonEmptyGarbage:
            let started = goal.progress % 2 == 1
            return evaluateStar(goal, again: 2 * position + 1, next: started ? next : nil, greedy: true)
        default: return combine(goal, member, restOf: { Goal(Int(goal.node), next, at: $0) }, choice: 0)
        }
    }

    /// A star in a sequence takes one word and stays, or takes none and is over; so its work is one step a word.
    private mutating func evaluateStar(_ goal: Goal, again: Int, next: Int?, greedy: Bool) -> Bool {
        let start = Int(goal.start)
        let over = next.map { Goal(Int(goal.node), $0, at: start) }
        let more =
            isEnd(start) ? nil : Goal(Int(goal.node), again, at: Place.after(words: Place.wordsBefore(start) + 1))
        let overRange = over.map { outcomes(of: $0) } ?? 0..<0
        let moreRange = more.map { outcomes(of: $0) } ?? 0..<0
        guard let overRange, let moreRange else { return false }
        if greedy { takeWord(moreRange) }
        for index in overRange { insert(Self.joined(nil, outcomes[index], rest: index)) }
        if !greedy { takeWord(moreRange) }
        return true
    }

    private mutating func takeWord(_ range: Range<Int>) {
        for index in range {
            var outcome = Self.joined(nil, outcomes[index], rest: index)
            outcome.sum += ScoreFormula.garbage
            outcome.first = Outcome.garbageWord
            insert(outcome)
        }
    }

    private static func joined(_ first: Int?, _ rest: Outcome, rest index: Int) -> Outcome {
        var outcome = rest
        outcome.first = first.map(Int32.init) ?? Outcome.none
        outcome.rest = Int32(index)
        outcome.choice = 0
        return outcome
    }

    /// A member followed by the rest of the group.
    private mutating func combine(_ goal: Goal, _ member: Int, restOf rest: (Int) -> Goal, choice: Int) -> Bool {
        guard let firsts = outcomes(of: Goal(member, at: Int(goal.start))) else { return false }
        guard areSolved(firsts.map { rest(Int(outcomes[$0].end)) }) else { return false }
        insertPairs(firsts, restOf: rest, choice: choice)
        return true
    }

    /// Longer members come first, so they win among equals.
    private mutating func insertPairs(_ firsts: Range<Int>, restOf rest: (Int) -> Goal, choice: Int) {
        for index in firsts.reversed() {
            for following in solvedOutcomes(of: rest(Int(outcomes[index].end))) {
                insertPair(index, following, choice: choice)
            }
        }
    }

    private mutating func insertPair(_ first: Int, _ rest: Int, choice: Int) {
        var outcome = outcomes[rest]
        outcome.sum += outcomes[first].sum
        outcome.explicitWords += outcomes[first].explicitWords
        outcome.weight = weights.combine(outcomes[first].weight, outcome.weight)
        outcome.first = Int32(first)
        outcome.rest = Int32(rest)
        outcome.choice = Int32(choice)
        insert(outcome)
    }

    // MARK: Permutations

    /// The progress of a permutation: a bit for each member that has had its turn.
    private mutating func evaluatePermutation(_ goal: Goal, _ members: [Int], _ base: Int) -> Bool {
        let used = Int(goal.progress)
        guard used != (1 << members.count) - 1 else {
            insert(Outcome(end: goal.start))
            return true
        }
        let turns = members.indices.filter { used & (1 << $0) == 0 }
        let firsts = turns.map { Goal(base + members[$0], at: Int(goal.start)) }
        guard areSolved(firsts) else { return false }
        let rests = turns.map { turn in { (start: Int) in Goal(Int(goal.node), used | 1 << turn, at: start) } }
        var following: [Goal] = []
        for (first, rest) in zip(firsts, rests) {
            following += solvedOutcomes(of: first).map { rest(Int(outcomes[$0].end)) }
        }
        guard areSolved(following) else { return false }
        for (number, turn) in turns.enumerated() {
            insertPairs(solvedOutcomes(of: firsts[number]), restOf: rests[number], choice: turn)
        }
        return true
    }

    private mutating func areSolved(_ goals: [Goal]) -> Bool {
        goals.reduce(true) { outcomes(of: $1) != nil && $0 }
    }

    // MARK: The others

    private mutating func evaluateChoice(_ goal: Goal, _ members: [Int], _ base: Int) -> Bool {
        let goals = members.map { Goal(base + $0, at: Int(goal.start)) }
        guard areSolved(goals) else { return false }
        for (choice, goal) in goals.enumerated() {
            for index in solvedOutcomes(of: goal) { insertCopy(of: index, choice: choice) }
        }
        return true
    }

    private mutating func evaluateOptional(_ goal: Goal, _ member: Int) -> Bool {
        guard evaluateCopy(goal, of: member) else { return false }
        insert(Outcome(end: goal.start))
        return true
    }

    private mutating func evaluateCopy(_ goal: Goal, of member: Int?) -> Bool {
        guard let member else { return true }
        guard let range = outcomes(of: Goal(member, at: Int(goal.start))) else { return false }
        for index in range { insertCopy(of: index, choice: 0) }
        return true
    }

    private mutating func insertCopy(of index: Int, choice: Int) {
        var outcome = outcomes[index]
        outcome.first = Int32(index)
        outcome.rest = Outcome.none
        outcome.choice = Int32(choice)
        insert(outcome)
    }

    /// One or more times; every further time must begin after the words of the one before.
    private mutating func evaluateRepetition(_ goal: Goal, of member: Int?) -> Bool {
        guard let member else { return true }
        guard let firsts = outcomes(of: Goal(member, at: Int(goal.start))) else { return false }
        let further = firsts.filter { outcomes[$0].end > goal.start }
        guard areSolved(further.map { Goal(Int(goal.node), at: Int(outcomes[$0].end)) }) else { return false }
        for index in firsts { insertCopy(of: index, choice: 0) }
        for index in further.reversed() {
            let again = solvedOutcomes(of: Goal(Int(goal.node), at: Int(outcomes[index].end)))
            for rest in again { insertPair(index, rest, choice: 0) }
        }
        return true
    }
}
