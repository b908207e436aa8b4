import FoundationEssentials
import Glibc

/// The terminal with every key delivered at once. It is put back as it was when this value goes, and when the process is
/// told to end.
final class RawTerminal {
    enum Input {
        case bytes([UInt8])
        /// Nothing was typed for the given time.
        case silence
        case closed
    }

    /// The settings to go back to, and whether there is a need; for the signal handler, which may touch nothing else.
    nonisolated(unsafe) private static var saved = termios()
    nonisolated(unsafe) private static var isRaw = false

    static var isThere: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// From now on a process that is told to end, or breaks, leaves the terminal as it was. To be called before the first script engine starts:
    /// an engine takes some faults for its own and hands on all others to whoever heeded them before it.
    static func heedSignals() {
        for signal in [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGTRAP, SIGILL, SIGBUS] { restore(on: signal) }
    }

    /// `nil` when standard input or output is no terminal.
    init?() {
        guard Self.isThere, tcgetattr(STDIN_FILENO, &Self.saved) == 0 else { return nil }
        var raw = Self.saved
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
        guard tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else { return nil }
        Self.isRaw = true
    }

    deinit { if Self.isRaw { Self.restore() } }

    /// Columns of the window; 80 when it does not say.
    var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Waits for keys.
    ///
    /// - Parameter timeout: seconds, `nil` for as long as it takes.
    func read(within timeout: TimeInterval?) -> Input {
        var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let milliseconds = timeout.map { Int32(min(max(0, $0 * 1000).rounded(.up), 86_400_000)) } ?? -1
        let ready = poll(&entry, 1, milliseconds)
        // A signal such as a change of the window's size: look again.
        if ready < 0 { return errno == EINTR ? .bytes([]) : .closed }
        guard ready > 0 else { return .silence }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { return .bytes([]) }
        return count > 0 ? .bytes(Array(buffer[..<count])) : .closed
    }

    private static func restore() {
        // Bracketed paste off, then the settings.
        _ = Glibc.write(STDOUT_FILENO, "\u{1B}[?2004l", 8)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &saved)
        isRaw = false
    }

    private static func restore(on number: Int32) {
        signal(number) { number in
            if RawTerminal.isRaw { tcsetattr(STDIN_FILENO, TCSANOW, &RawTerminal.saved) }
            signal(number, SIG_DFL)
            raise(number)
        }
    }
}
