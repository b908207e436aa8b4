import FoundationEssentials
import Glibc

/// A stream of lines to a file descriptor. Every line leaves the process at once, so that a reader can follow a call.
///
/// A reader that has gone away is no mistake (`ringback call … | head`): the stream is then closed and swallows the rest.
package final class TextOutput {
    package let isTerminal: Bool
    /// Set when the reader has gone away.
    package private(set) var isClosed = false
    /// Set when writing failed for another reason, such as a full disk: the system's words.
    package private(set) var failure: String?
    package let style: Style

    let descriptor: Int32
    /// A terminal in raw mode needs both characters.
    package var lineEnd = "\n"

    package init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
        style = Style(isOn: isTerminal && Environment.colorsAreWelcome)
    }

    /// Columns of the terminal's window; `nil` when this is no terminal or it does not say.
    package var terminalWidth: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    package func line(_ text: String) {
        guard lineEnd != "\n" else { return write(text + "\n") }
        write(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd) + lineEnd)
    }

    package func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty, !isClosed {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count >= 0 { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) } else { noteFailure() }
            }
        }
    }

    private func noteFailure() {
        let code = errno
        guard code != EINTR else { return }
        if code == EAGAIN { return waitUntilWritable() }
        isClosed = true
        if code != EPIPE { failure = String(cString: strerror(code)) }
    }

    private func waitUntilWritable() {
        var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&entry, 1, -1)
    }
}

/// The few colours of the console, or none of them.
package struct Style: Sendable {
    package let isOn: Bool

    package init(isOn: Bool) { self.isOn = isOn }

    package func bold(_ text: String) -> String { wrap(text, "1") }
    package func dim(_ text: String) -> String { wrap(text, "2") }
    package func red(_ text: String) -> String { wrap(text, "31") }
    package func yellow(_ text: String) -> String { wrap(text, "33") }
    package func cyan(_ text: String) -> String { wrap(text, "36") }

    private func wrap(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// What the user's environment asks for.
package enum Environment {
    /// No colours when `NO_COLOR` is set (no-color.org) or the terminal is a dumb one.
    package static var colorsAreWelcome: Bool { (value("NO_COLOR") ?? "").isEmpty && value("TERM") != "dumb" }

    package static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
