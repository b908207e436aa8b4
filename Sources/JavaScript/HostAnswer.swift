/// What a host function gives back to the script that called it.
package enum HostAnswer: Sendable {
    case value(ScriptValue)
    /// Thrown in the script as an `Error` with this message.
    case exception(String)
}
