/// What a host function gives back to the script that called it.
package enum HostAnswer: Sendable {
    case value(ScriptValue)
    /// The same, and the time that it took counts as the script's: it was work, not waiting.
    case computed(ScriptValue)
    /// Thrown in the script as an `Error` with this message; the time counts.
    case exception(String)
}
