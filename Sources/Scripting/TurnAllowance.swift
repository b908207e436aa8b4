/// How much a turn's scripts may leave behind: all of it stands in the memory of the process, where the limits of the engine do not reach.
///
/// There is one for replies and directives, of which more is an error of the script, and one for log lines and notes, of which more is left out.
struct TurnAllowance {
    /// Of each of the two.
    static let mostThings = 10_000
    static let mostBytes = 4 << 20
    /// What is kept of one log line, in Unicode scalars.
    static let longestLine = 10_000

    private var things = 0
    private var bytes = 0
    /// Whether something was refused.
    private(set) var isUsedUp = false

    /// Whether there is room for one more of this size.
    mutating func takes(_ size: Int) -> Bool {
        isUsedUp = isUsedUp || things >= Self.mostThings || size > Self.mostBytes - bytes
        guard !isUsedUp else { return false }
        things += 1
        bytes += size
        return true
    }

    static let refusal =
        "RangeError: the bot says too much in one turn: \(mostThings) replies and directives of \(mostBytes >> 20) MiB in all are the most."
    static let leftOut =
        "Further log lines of this turn are left out: \(mostThings) of \(mostBytes >> 20) MiB in all are kept."

    /// The line as it is kept, and how it goes on.
    static func line(_ text: String) -> String {
        guard text.utf8.count > longestLine, text.unicodeScalars.dropFirst(longestLine).first != nil else {
            return text
        }
        return String(text.unicodeScalars.prefix(longestLine))
            + "… (\(text.utf8.count) bytes; the first \(longestLine) characters are kept)"
    }
}
