import Glibc

/// The two streams of a command: results on one, everything said to people beside them on the other.
struct Streams {
    let out = TextOutput(descriptor: STDOUT_FILENO)
    let messages = TextOutput(descriptor: STDERR_FILENO)

    /// A message to people, with what to do about it.
    func say(_ message: String, hint: String? = nil) {
        messages.line(message)
        if let hint { messages.line(messages.style.dim("  " + hint)) }
    }

    /// Results that could not be written are worth a status of their own; a reader that has gone away is not.
    func checkWritten() throws {
        guard let failure = out.failure else { return }
        throw Trouble(.inputOutput, "Standard output cannot be written: \(failure).")
    }
}
