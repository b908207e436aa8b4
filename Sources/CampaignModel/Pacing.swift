import FoundationEssentials

/// How fast a campaign may call (campaigns.md 6.2 and 6.3).
package struct Pacing: Sendable, Hashable, Codable {
    /// The most calls at one time, over all dialers together.
    package var lines: Int
    /// `nil`: as fast as lines become free.
    package var callsPerSecond: Double?
    /// For campaigns whose calls go on to people or to a limited number of sessions.
    package var agents: AgentPacing?

    package init(lines: Int = 10, callsPerSecond: Double? = nil, agents: AgentPacing? = nil) {
        self.lines = lines
        self.callsPerSecond = callsPerSecond
        self.agents = agents
    }

    /// How many calls may begin now.
    ///
    /// - Parameters:
    ///   - live: calls of the campaign from the decision to call until their end.
    ///   - ringing: those of them that nobody has answered yet.
    ///   - agents: how many are free now; `nil` when nobody counts them, which then limits nothing.
    ///   - waiting: answered calls that wait for an agent.
    ///   - nextCallAt: before it the rate lets none begin.
    package func allowance(
        live: Int, ringing: Int, agents free: Int? = nil, waiting: Int = 0, nextCallAt: Date?, now: Date
    ) -> Int {
        let byLines = max(0, lines - live)
        var most = min(byLines, byRate(nextCallAt: nextCallAt, now: now))
        if let agents, let free {
            most = min(most, agents.allowance(free: free, ringing: ringing, waiting: waiting))
        }
        return most
    }

    private func byRate(nextCallAt: Date?, now: Date) -> Int {
        guard let rate = callsPerSecond, rate > 0 else { return .max }
        guard let nextCallAt, nextCallAt > now else { return max(1, Int(rate / 10)) }
        return 0
    }

    /// The moment before which no further call may begin, once `count` begin at `now`.
    ///
    /// A pause saves nothing up: time in which nobody called is not made good.
    package func nextCall(after count: Int, at now: Date, before: Date?) -> Date? {
        guard let rate = callsPerSecond, rate > 0, count > 0 else { return before }
        return max(before ?? now, now).addingTimeInterval(Double(count) / rate)
    }
}

/// As many calls as there are people (or sessions) to take them, times a boost.
package struct AgentPacing: Sendable, Hashable, Codable {
    package var boost: Double
    package var maxWaiting: Int
    /// The queue that is observed, as the surface names it.
    package var queue: String?

    package init(boost: Double = 1, maxWaiting: Int = 2, queue: String? = nil) {
        self.boost = boost
        self.maxWaiting = maxWaiting
        self.queue = queue
    }

    /// ⌊free × boost⌋ less those that ring or wait; none while more than `maxWaiting` wait.
    func allowance(free: Int, ringing: Int, waiting: Int) -> Int {
        guard waiting <= maxWaiting else { return 0 }
        return max(0, Int((Double(free) * boost).rounded(.down)) - ringing - waiting)
    }
}
