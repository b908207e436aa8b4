/// What a line typed in a live call means.
package enum ConsoleLine: Sendable, Hashable {
    case act(CallerAct)
    case look(Look)
    case reload, restart, quit
    /// Steps are shown from now on, or no longer.
    case trace

    package enum Look: Sendable, Hashable { case why, state, session, help }

    /// Reads a line: `:command`, `#123` for keys, `!words` into the bot's answer, `@silence` and the like, else words; `nil` for a blank one.
    package static func reading(_ line: String) throws(MalformedAct) -> ConsoleLine? {
        let line = line.trimmed
        if line.hasPrefix("#"), line.count > 1, line.dropFirst().allSatisfy({ "0123456789*#".contains($0) }) {
            return .act(.presses(String(line.dropFirst())))
        }
        if line.hasPrefix("!"), case let words = line.dropFirst().trimmed, !words.isEmpty {
            return .act(.interrupts(words))
        }
        guard line.hasPrefix(":") else { return try CallerAct.reading(line).map(ConsoleLine.act) }
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        switch parts.first {
        case "why": return .look(.why)
        case "state": return .look(.state)
        case "session": return .look(.session)
        case "help", "h", "?": return .look(.help)
        case "trace": return .trace
        case "reload": return .reload
        case "restart": return .restart
        case "quit", "q": return .quit
        case "dtmf": return .act(try CallerAct.readKeys(parts.count > 1 ? String(parts[1]).trimmed : ""))
        case "silence": return .act(.silence)
        default: throw MalformedAct("`\(line.shortened)` is no command; :help lists them.")
        }
    }

    package static let help = """
                Type what the caller says. Besides that:
                :why       which rule answered and why, or what came near
                :state     the state of the dialog and its pending timeout
                :session   $session and $client
                :trace     show each step, script and changed value from now on, or no longer
                :reload    read the bot's files again and go on
                :restart   hang up and call again
                #123       press keys (also :dtmf 123)
                !words     speak into the bot's last answer (also @interrupt words)
                @silence   let the silence pass at once (also @wait 30s, @skip 30s, @event NAME)
                ctrl-C     hang up (also ctrl-D); :quit hangs up and leaves
        """
}
