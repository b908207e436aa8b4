/// Everything that can happen from a state on: breadth first, so that the way to a fault is a shortest one.
struct Exploration<State: Hashable> {
    /// A step that can be taken, and where it leads.
    struct Move {
        let name: String
        let state: State
    }

    /// All states that can be reached; up to the first fault.
    private(set) var states: [State] = []
    private(set) var fault: Fault?
    private var places: [State: Int] = [:]
    /// The step by which each state was found first.
    private var arrivals: [(from: Int, name: String)?] = []
    /// Each step as the numbers of two states.
    private var steps: [(from: Int, to: Int)] = []

    /// What is wrong, and the steps that lead there.
    struct Fault {
        let name: String
        let steps: [String]
    }

    init(from start: State, moves: (State) -> [Move], fault: (State) -> String?) {
        visit(start, arrival: nil)
        var next = 0
        while next < states.count {
            if let name = fault(states[next]) {
                self.fault = Fault(name: name, steps: way(to: next))
                return
            }
            for move in moves(states[next]) {
                let place = visit(move.state, arrival: (next, move.name))
                steps.append((next, place))
            }
            next += 1
        }
    }

    /// A way into a state from which no state that `isEnd` can be reached any more; `nil` when there is none.
    func trap(isEnd: (State) -> Bool) -> [String]? {
        var before = [[Int]](repeating: [], count: states.count)
        for step in steps { before[step.to].append(step.from) }
        var canEnd = states.map(isEnd)
        var open = states.indices.filter { canEnd[$0] }
        while let place = open.popLast() {
            for earlier in before[place] where !canEnd[earlier] {
                canEnd[earlier] = true
                open.append(earlier)
            }
        }
        return canEnd.firstIndex(of: false).map(way)
    }

    @discardableResult
    private mutating func visit(_ state: State, arrival: (from: Int, name: String)?) -> Int {
        if let place = places[state] { return place }
        places[state] = states.count
        states.append(state)
        arrivals.append(arrival)
        return states.count - 1
    }

    private func way(to place: Int) -> [String] {
        var names: [String] = []
        var place = place
        while let arrival = arrivals[place] {
            names.append(arrival.name)
            place = arrival.from
        }
        return names.reversed()
    }
}
