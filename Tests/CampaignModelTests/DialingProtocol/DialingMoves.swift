import CampaignModel

/// Every single step that somebody can take in a state, by the rule.
///
/// Who does nothing stands still: each step can come at any time later, or never.
final class DialingMoves {
    typealias Move = Exploration<DialingState>.Move
    let rule: DialingRule
    let state: DialingState
    private(set) var moves: [Move] = []

    static func all(by rule: DialingRule, from state: DialingState) -> [Move] {
        let moves = DialingMoves(rule: rule, state: state)
        moves.time()
        moves.workers()
        for call in state.calls.indices {
            moves.network(call)
            moves.gateAndLine(call)
            moves.events(call)
        }
        moves.gateDies()
        moves.reconciler()
        moves.pause()
        return moves.moves
    }

    private init(rule: DialingRule, state: DialingState) {
        self.rule = rule
        self.state = state
    }

    func move(_ name: String, _ change: (inout DialingState) -> Void) {
        var next = state
        change(&next)
        next.tidy(by: rule)
        if next != state { moves.append(Move(name: name, state: next)) }
    }

    private func time() {
        move("\(DialingRule.tick) seconds pass") { state in
            for call in state.calls.indices { state.calls[call].age = min(rule.oldest, state.calls[call].age + 1) }
        }
        if rule.clockJumpsBack {
            move("the gate's clock is set back by \(DialingRule.setback * DialingRule.tick) seconds") {
                $0.isClockBack = true
            }
        }
    }
}

// MARK: Workers

extension DialingMoves {
    private func workers() {
        for worker in state.workers.indices {
            switch state.workers[worker] {
            case .idle: claim(worker)
            case .committed(let call): prepare(worker, call)
            case .checked(let call): send(worker, call)
            case .waiting(let call): hear(worker, call)
            }
            guard let call = state.workers[worker].call else { continue }
            move("the worker of attempt \(call + 1) is killed") { $0.workers[worker] = .idle }
        }
    }

    /// One transaction: campaign and number are looked at in it.
    private func claim(_ worker: Int) {
        guard state.campaign == .running else { return }
        switch state.number {
        case .planned where state.calls.count < state.mostCalls:
            move("a worker commits attempt \(state.calls.count + 1), of call \(state.used + 1)") { state in
                state.workers[worker] = .committed(state.calls.count)
                state.number = .busy(state.calls.count)
                state.calls.append(.init(ordinal: state.used))
                state.used += 1
            }
        case .plannedAgain(let call):
            move("a worker commits attempt \(call + 1) again") { state in
                state.workers[worker] = .committed(call)
                state.number = .busy(call)
                state.calls[call].age = 0
            }
        default: return
        }
    }

    private func prepare(_ worker: Int, _ call: Int) {
        guard rule.workerChecksLease else { return send(worker, call) }
        guard state.calls[call].age == 0 else { return }
        move("the worker of attempt \(call + 1) sees that its lease holds") { $0.workers[worker] = .checked(call) }
    }

    private func send(_ worker: Int, _ call: Int) {
        move("the worker of attempt \(call + 1) sends its request") { state in
            state.workers[worker] = .waiting(call)
            state.calls[call].requests = min(2, state.calls[call].requests + 1)
        }
    }

    /// The write is fenced: it changes only what still stands as the worker left it.
    private func hear(_ worker: Int, _ call: Int) {
        guard let answer = state.calls[call].answer else { return }
        move("the worker of attempt \(call + 1) hears \"\(answer)\"") { state in
            state.workers[worker] = .idle
            state.calls[call].answer = nil
            guard state.calls[call].state == .committed else { return }
            state.apply(DialGate.verdict(of: answer, at: DialingState.moment(age: state.calls[call].age)), to: call)
        }
    }
}

extension DialingState {
    /// What the store writes about an attempt whose fate is known.
    mutating func apply(_ verdict: AttemptVerdict, to call: Int) {
        switch (verdict, calls[call].state) {
        case (.adopt, .committed): calls[call].state = .originated
        case (.notDialed, .committed): giveBack(call)
        case (.uncertain, .committed), (.uncertain, .originated):
            calls[call].state = .uncertain
            number = .blocked
        default: return
        }
    }

    /// The call may be planned again.
    mutating func giveBack(_ call: Int) {
        calls[call].state = .notDialed
        used -= 1
        number = .planned
    }

    /// States that differ only in what can have no effect become one.
    mutating func tidy(by rule: DialingRule) {
        workers.sort { ($0.call ?? -1) < ($1.call ?? -1) }
        for call in calls.indices {
            if !workers.contains(.waiting(call)) { calls[call].answer = nil }
            if rule.timeEndsWithRecord, calls[call].record != nil { calls[call].age = rule.oldest }
            guard calls[call].isDead, lookUp?.call != call, !workers.contains(where: { $0.call == call }) else {
                continue
            }
            calls[call].age = rule.oldest
            if calls[call].state != .uncertain { calls[call].record = nil }
        }
        if rule.timeEndsWithRecord, lookUp?.record != nil { lookUp?.age = rule.oldest }
    }
}
