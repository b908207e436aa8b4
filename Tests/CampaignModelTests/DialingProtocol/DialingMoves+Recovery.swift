import CampaignModel

// MARK: Reconciler

extension DialingMoves {
    func reconciler() {
        if let held = state.lookUp {
            move("the reconciler is killed") { $0.lookUp = nil }
            move("the reconciler acts on its look-up of attempt \(held.call + 1)") { state in
                state.lookUp = nil
                state.apply(verdict(of: held), to: held.call)
            }
        }
        for (call, attempt) in state.calls.enumerated() where attempt.age > 0 {
            if attempt.state == .committed || attempt.state.isLive && attempt.record == .unresolved { recover(call) }
        }
    }

    /// What is done with an attempt whose lease is over.
    private func recover(_ call: Int) {
        switch rule.recovery {
        case .newAttempt:
            move("the lease of attempt \(call + 1) is over: call \(state.calls[call].ordinal + 1) is queued again") {
                $0.giveBack(call)
            }
        case .sameAttempt:
            move("the lease of attempt \(call + 1) is over: it is queued again") { $0.number = .plannedAgain(call) }
        case .never:
            move("the lease of attempt \(call + 1) is over: it is uncertain") { $0.apply(.uncertain, to: call) }
        case .anyLookUp, .lookUp, .lookUpJudgedLater, .closingLookUp:
            lookUp(call)
        }
    }

    private func lookUp(_ call: Int) {
        guard state.lookUp == nil else { return }
        let seen = state.calls[call].record.map { "\"\($0)\"" } ?? "\"never seen\""
        move("the reconciler asks the gate for attempt \(call + 1): \(seen)") { state in
            if rule.recovery == .closingLookUp, DialGate.revocation(of: state.calls[call].record) == .revoked {
                state.calls[call].record = .revoked
            }
            state.lookUp = .init(call: call, age: state.gateAge(of: call), record: state.calls[call].record)
        }
    }

    private func verdict(of held: DialingState.HeldLookUp) -> AttemptVerdict {
        if rule.recovery == .anyLookUp, held.record == nil { return .notDialed }
        let age = rule.recovery == .lookUpJudgedLater ? state.gateAge(of: held.call) : held.age
        let finding = held.record.map { GateLookUp.Finding.recorded($0) } ?? .neverSeen
        let lookUp = GateLookUp(at: DialingState.moment(age: age), finding: finding)
        return DialGate.verdict(of: lookUp, committedAt: DialingState.commit)
    }
}

// MARK: Pause

extension DialingMoves {
    func pause() {
        guard rule.pause != .none else { return }
        if state.campaign == .running {
            move("somebody pauses") { $0.campaign = rule.pause == .atOnce ? .paused : .pausing }
        } else {
            move("somebody resumes") { $0.campaign = .running }
        }
        guard state.campaign == .pausing else { return }
        for call in state.calls.indices where state.calls[call].state == .committed { revoke(call) }
        if state.calls.allSatisfy(isQuiet) { move("the pause answers") { $0.campaign = .paused } }
    }

    private func revoke(_ call: Int) {
        guard DialGate.revocation(of: state.calls[call].record) == .revoked else { return }
        move("the gate revokes attempt \(call + 1)") { $0.calls[call].record = .revoked }
        guard state.calls[call].record == .revoked else { return }
        move("the pause writes that attempt \(call + 1) was not dialed") { $0.apply(.notDialed, to: call) }
    }

    /// Whether the pause need not wait for this attempt.
    private func isQuiet(_ call: DialingState.Call) -> Bool {
        guard call.state == .committed else { return true }
        let age = DialingState.moment(age: call.age)
        let silence = DialGate.notAfter(committedAt: DialingState.commit).addingTimeInterval(DialGate.clockAllowance)
        if rule.pause == .gateOrClock, age > silence { return true }
        return call.record != nil && DialGate.revocation(of: call.record) != .wait
    }
}
