import FoundationEssentials

/// A phone of a contact, as its last call left it.
package struct ContactPhone: Sendable, Hashable {
    package var number: CampaignNumber
    /// Its calls that rang.
    package var calls: Int
    /// What follows them; `nil` before the first.
    package var after: AfterCall?

    package init(number: CampaignNumber, calls: Int, after: AfterCall? = nil) {
        self.number = number
        self.calls = calls
        self.after = after
    }
}

/// Which phone of a contact may be called next, and from when on; one at a time (campaigns.md 5.4, examples T1 to T3).
package enum ContactPlan: Sendable, Hashable {
    case call(numberId: String, from: Date)
    case over(NumberState, reason: String)

    /// - Parameters:
    ///   - phones: in the contact's order; none of them in a call.
    ///   - limit: the most calls to the contact, over all its phones.
    package static func make(
        _ phones: [ContactPhone], strategy: ContactStrategy, limit: Int?, now: Date
    ) -> ContactPlan {
        if let success = phones.compactMap(\.after).first(where: \.isSuccess),
            case .final(let state, let reason) = success
        {
            return .over(state, reason: reason)
        }
        let calls = phones.reduce(0) { $0 + $1.calls }
        if let limit, calls >= limit {
            return .over(.notDone, reason: "exhausted: a contact is called \(limit) times at most")
        }
        let next = strategy == .oneAfterAnother ? first(of: phones, now) : inTurn(phones, now)
        return next
            ?? .over(.notDone, reason: "exhausted: every phone of the contact was called as often as its rules say")
    }

    private static func first(of phones: [ContactPhone], _ now: Date) -> ContactPlan? {
        phones.lazy.compactMap { plan($0, now) }.first
    }

    /// Fresh phones first; then the retry that falls due first.
    private static func inTurn(_ phones: [ContactPhone], _ now: Date) -> ContactPlan? {
        if let fresh = phones.first(where: { $0.isOpen && $0.after == nil }) {
            return .call(numberId: fresh.number.id, from: now)
        }
        let retries = phones.compactMap { phone -> (id: String, at: Date)? in
            guard phone.isOpen, case .retry(let moment)? = phone.after else { return nil }
            return (phone.number.id, moment)
        }
        return retries.min { $0.at < $1.at }.map { .call(numberId: $0.id, from: $0.at) }
    }

    private static func plan(_ phone: ContactPhone, _ now: Date) -> ContactPlan? {
        guard phone.isOpen else { return nil }
        switch phone.after {
        case nil: return .call(numberId: phone.number.id, from: now)
        case .retry(let moment)?: return .call(numberId: phone.number.id, from: moment)
        case .final?: return nil
        }
    }
}

extension ContactPhone {
    fileprivate var isOpen: Bool { !number.state.isFinal }
}

extension AfterCall {
    fileprivate var isSuccess: Bool {
        if case .final(.done, _) = self { true } else { false }
    }
}
