import CampaignModel

// MARK: Network, gate and line

extension DialingMoves {
    func network(_ call: Int) {
        guard state.calls[call].requests > 0 else { return }
        move("a request of attempt \(call + 1) is lost") { $0.calls[call].requests -= 1 }
        let answer = answer(to: call)
        move("a request of attempt \(call + 1) arrives: \(answer)") { state in
            state.calls[call].requests -= 1
            arrive(call, answer, in: &state)
        }
        guard rule.networkRepeats else { return }
        move("a copy of the request of attempt \(call + 1) arrives: \(answer)") { arrive(call, answer, in: &$0) }
    }

    private func answer(to call: Int) -> GateAnswer {
        let record = state.calls[call].record
        let now = DialingState.moment(age: state.gateAge(of: call))
        let notAfter = DialGate.notAfter(committedAt: DialingState.commit)
        switch rule.gate {
        case .trusting: return .accepted
        case .remembersLiveCalls: return record == .dialed ? .alreadyKnown : .accepted
        case .remembersAll: return record == nil ? .accepted : .alreadyKnown
        case .refusesLate: return now > notAfter ? .late : .accepted
        case .ours: return DialGate.answer(notAfter: notAfter, record: record, now: now)
        }
    }

    private func arrive(_ call: Int, _ answer: GateAnswer, in state: inout DialingState) {
        switch rule.gate {
        case .ours: state.calls[call].record = DialGate.recordAfter(answer) ?? state.calls[call].record
        default: if answer == .accepted { state.calls[call].record = .accepted }
        }
        guard answer == .accepted else { return state.calls[call].answer = answer }
        if !rule.gateHasSteps { dial(call, in: &state) }
    }

    private func dial(_ call: Int, in state: inout DialingState) {
        state.calls[call].record = .dialed
        state.calls[call].answer = .accepted
        state.ring(call)
    }

    func gateAndLine(_ call: Int) {
        if rule.gateHasSteps, state.calls[call].record == .accepted {
            move("the gate hands attempt \(call + 1) to the line") { dial(call, in: &$0) }
        }
        guard state.calls[call].line == .live else { return }
        move("the call of attempt \(call + 1) ends") { state in
            state.calls[call].line = .over
            if state.calls[call].record == .dialed { state.calls[call].record = .over }
        }
    }

    /// Killed between its record and the line, the gate does not know whether the line has heard.
    func gateDies() {
        guard rule.gateHasSteps, state.calls.contains(where: { $0.record != nil }) else { return }
        move("the gate dies and comes back") { restart(&$0, lineHeard: false) }
        guard state.calls.contains(where: { $0.record == .accepted }) else { return }
        move("the gate dies as the line rings, and comes back") { restart(&$0, lineHeard: true) }
    }

    private func restart(_ state: inout DialingState, lineHeard: Bool) {
        for call in state.calls.indices {
            if lineHeard, state.calls[call].record == .accepted { state.ring(call) }
            state.calls[call].record = state.calls[call].record.map(DialGate.recordAfterRestart)
        }
    }

    /// The line tells the store, as late as it likes.
    func events(_ call: Int) {
        guard state.calls[call].record == .over, state.calls[call].state.isLive else { return }
        move("the store hears that attempt \(call + 1) has ended") { state in
            state.calls[call].state = .ended
            guard state.number == .busy(call) || state.number == .plannedAgain(call) else { return }
            state.number = state.used < state.quota ? .planned : .over
        }
    }
}

extension DialingState {
    mutating func ring(_ call: Int) {
        calls[call].line = .live
        rings[calls[call].ordinal] += 1
        hasRungInPause = hasRungInPause || campaign == .paused
    }
}
