import Dialing
import FoundationEssentials

/// Calls in a live terminal, one after another, until the user has enough.
final class TerminalSession {
    private let session: CallSession
    private let screen: CallScreen
    private let transcript: CallTranscript

    init(_ session: CallSession, _ terminal: RawTerminal, _ output: TextOutput) {
        self.session = session
        screen = CallScreen(terminal, output)
        transcript = CallTranscript(style: output.style, echoesCaller: false, trace: session.settings.trace)
    }

    private struct NextCall {
        var at: Date
        /// The planned attempt that it is; `nil` for a call outside the schedule.
        var planned: String?
    }

    func run() throws {
        defer { screen.leave() }
        screen.line(screen.style.dim(":help lists the commands; ctrl-C hangs up."))
        var next: NextCall? = NextCall(at: session.settings.start)
        while let current = next { next = try play(current) }
    }

    /// Plays a call, shows what it has scheduled, and asks what now.
    private func play(_ next: NextCall) throws -> NextCall? {
        let (screen, session) = (screen, session)
        var transcript = transcript
        let console = try session.open(at: next.at, planned: next.planned) { record in
            transcript.trace = session.runtime.isTraced
            if let text = transcript.text(of: record) { screen.line(text) }
        }
        let terminal = TerminalCall(console.call, session, screen, transcript, LiveClock(from: next.at))
        let end: TerminalCall.End
        do {
            end = try terminal.run()
        } catch let trouble {
            // The attempt must not stay open in the store, and the first trouble is the one to tell.
            try? console.call.hangUp(at: terminal.clock.now)
            throw trouble
        }
        if end == .restart { return NextCall(at: terminal.clock.now) }
        session.preview(console.call).forEach(screen.line)
        guard end == .over, let planned = try console.nextPlanned() else { return nil }
        return ask(planned, after: console.call)
    }

    private func ask(_ planned: PlannedCall, after call: PhoneCall) -> NextCall? {
        let when = ClockText.wall(planned.moment, in: session.settings.zone)
        screen.line("")
        screen.line("Type `dial now` to play the next call (the clock jumps to \(when)), or press Enter to leave.")
        var editor = LineEditor()
        while true {
            screen.draw(editor, prompt: "> ")
            guard case .bytes(let bytes) = screen.read(within: nil) else { return nil }
            for byte in bytes {
                switch editor.take(byte) {
                case .interrupt, .endOfInput: return nil
                case .submit(let line):
                    switch line.trimmed.lowercased() {
                    case "", "q", "quit", ":quit", ":q": return nil
                    case "dial now", "dial": return NextCall(at: planned.moment, planned: planned.plannedAttempt)
                    case ":restart": return NextCall(at: session.settings.start)
                    default: answer(line, call)
                    }
                case .redraw, nil: break
                }
            }
        }
    }

    /// `:why` and the like still answer after the call; anything else gets a word.
    private func answer(_ line: String, _ call: PhoneCall) {
        let typed = try? ConsoleLine.reading(line)
        if case .look(let look) = typed, look != .help {
            return screen.line(screen.style.dim(CallInsight(call, transcript).answer(look, at: session.settings.start)))
        }
        screen.line("The call is over: type `dial now`, or press Enter to leave.")
    }
}
