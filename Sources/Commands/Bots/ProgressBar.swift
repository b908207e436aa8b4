import Replay
import Synchronization

/// How far a replay is, on the last line of a terminal; elsewhere nothing. It may be told from any thread, one at a time.
final class ProgressBar: Sendable {
    private let label: String
    private let width: Int
    private let shown = Mutex("")
    private let write: @Sendable (String) -> Void

    /// `nil` when the stream is no terminal.
    init?(_ label: String, on stream: TextOutput) {
        guard stream.isTerminal, Environment.value("TERM") != "dumb" else { return nil }
        self.label = label
        width = stream.terminalWidth ?? 80
        let descriptor = stream.descriptor
        write = { TextOutput(descriptor: descriptor).write($0) }
    }

    /// A bar that writes elsewhere.
    init(_ label: String, width: Int, write: @escaping @Sendable (String) -> Void) {
        self.label = label
        self.width = width
        self.write = write
    }

    func show(_ progress: ReplayProgress) {
        let line = Self.line(label, progress, width: width)
        shown.withLock { shown in
            guard line != shown else { return }
            shown = line
            write("\r" + line + "\u{1B}[K")
        }
    }

    /// Takes it off the screen.
    func end() {
        shown.withLock { shown in
            if !shown.isEmpty { write("\r\u{1B}[K") }
            shown = ""
        }
    }

    /// `callback [██████░░░░] 6/10, 1 failed`
    static func line(_ label: String, _ progress: ReplayProgress, width: Int) -> String {
        let counts = "\(progress.played)/\(progress.all)" + (progress.failed > 0 ? ", \(progress.failed) failed" : "")
        let name = label.shownOnOneLine.prefix(max(0, width - counts.count - 14))
        let room = min(30, width - name.count - counts.count - 5)
        guard room >= 4 else { return String(counts.prefix(max(0, width - 1))) }
        let filled = progress.all > 0 ? room * progress.played / progress.all : room
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        return "\(name) [\(bar)] \(counts)"
    }
}
