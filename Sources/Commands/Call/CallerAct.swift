import FoundationEssentials

/// What a caller does, as one line of a piped call says it.
package enum CallerAct: Sendable, Hashable {
    case says(String)
    case presses(String)
    /// Words into the bot's last answer.
    case interrupts(String)
    case event(String, data: String?)
    case silence
    /// Time in which nobody speaks.
    case waits(TimeInterval)
    /// Time that is nobody's silence.
    case skips(TimeInterval)

    /// Reads one line: an utterance, or a directive that begins with `@`. `nil` for a blank line.
    package static func reading(_ line: String) throws(MalformedAct) -> CallerAct? {
        let line = line.trimmed
        guard line.hasPrefix("@") else { return line.isEmpty ? nil : .says(line) }
        let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        let rest = parts.count > 1 ? String(parts[1]).trimmed : ""
        switch parts[0] {
        case "@silence" where rest.isEmpty: return .silence
        case "@event": return try readEvent(rest)
        case "@dtmf": return try readKeys(rest)
        case "@interrupt" where !rest.isEmpty: return .interrupts(rest)
        case "@interrupt": throw MalformedAct("`@interrupt` needs what the caller says: `@interrupt not now`")
        case "@wait": return .waits(try readDuration(rest, of: "@wait"))
        case "@skip": return .skips(try readDuration(rest, of: "@skip"))
        default:
            throw MalformedAct(
                "`\(line.shortened)` is no directive: there are @event NAME, @silence, @dtmf 123, @interrupt TEXT, @wait 30s and @skip 30s"
            )
        }
    }

    private static func readEvent(_ rest: String) throws(MalformedAct) -> CallerAct {
        let parts = rest.split(separator: " ", maxSplits: 1)
        guard let name = parts.first else { throw MalformedAct("`@event` needs a name: `@event hangup`") }
        guard parts.count > 1 else { return .event(String(name), data: nil) }
        let data = String(parts[1]).trimmed
        guard Arguments.isJSON(data) else {
            throw MalformedAct(
                "`\(data.shortened)` after the name of the event is no JSON: `@event fileEvent {\"type\": \"file\"}`")
        }
        return .event(String(name), data: data)
    }

    package static func readKeys(_ rest: String) throws(MalformedAct) -> CallerAct {
        guard !rest.isEmpty, rest.allSatisfy({ "0123456789*#".contains($0) }) else {
            throw MalformedAct("`@dtmf` needs keys of a telephone (0-9, * and #): `@dtmf 123`")
        }
        return .presses(rest)
    }

    private static let longestWait: TimeInterval = 400 * 86_400

    private static func readDuration(_ rest: String, of word: String) throws(MalformedAct) -> TimeInterval {
        let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let units: [String: Double] = ["": 1, "s": 1, "m": 60, "h": 3600]
        guard let count = Double(number), let unit = units[rest.dropFirst(number.count).trimmed] else {
            throw MalformedAct("`\(word)` needs a length of time: `\(word) 30s`, `\(word) 2m` or `\(word) 1h`")
        }
        guard count * unit <= longestWait else {
            throw MalformedAct("`\(word) \(rest.shortened)` is longer than 400 days, beyond which nothing is planned")
        }
        return count * unit
    }
}

/// A line of a piped call that says nothing a caller could do.
package struct MalformedAct: Error, Sendable, Hashable {
    package let message: String

    init(_ message: String) { self.message = message }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = self[start...].lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }

    /// Short enough for a message.
    var shortened: String { (count > 60 ? prefix(60) + "…" : String(self)).shownOnOneLine }
}
