import Conversations
import FoundationEssentials

/// One call in a live terminal: keys and silence in, the talk on the screen.
final class TerminalCall {
    enum End { case over, restart, quit }

    private let call: PhoneCall
    private let session: CallSession
    private let screen: CallScreen
    private let transcript: CallTranscript
    private(set) var clock: LiveClock
    private var editor = LineEditor()
    /// When the caller's silence began; `nil` while it does not count.
    private var silentSince: Date?
    private var wantsToLeave = false

    init(
        _ call: PhoneCall, _ session: CallSession, _ screen: CallScreen, _ transcript: CallTranscript,
        _ clock: LiveClock
    ) {
        self.call = call
        self.session = session
        self.screen = screen
        self.transcript = transcript
        self.clock = clock
    }

    /// Plays the call to its end.
    func run() throws -> End {
        try call.begin(at: clock.now)
        listen()
        while !call.isOver {
            screen.draw(editor, prompt: prompt)
            switch screen.read(within: nextMoment) {
            case .silence: try passTime()
            case .closed:
                try call.hangUp(at: clock.now)
                return .quit
            case .bytes(let bytes):
                for byte in bytes where !call.isOver {
                    if let end = try take(byte) { return end }
                }
            }
        }
        screen.erase()
        return wantsToLeave ? .quit : .over
    }

    // MARK: Time

    /// From now on silence counts, if the bot cares for it.
    private func listen() {
        silentSince = call.heedsSilence && editor.characters.isEmpty ? clock.now : nil
    }

    private var silenceLeft: TimeInterval? {
        silentSince.map { call.silence.length - clock.now.timeIntervalSince($0) }
    }

    /// Seconds until something is to be done without a key: a timeout, the end of a silence, a new number in the prompt.
    private var nextMoment: TimeInterval? {
        let timeout = call.timeoutDue.map { $0.timeIntervalSince(clock.now) }
        let tick = silenceLeft.map { $0 - ($0.rounded(.up) - 1) }
        return [timeout, tick].compactMap { $0 }.min().map { max(0, $0) }
    }

    private var prompt: String {
        guard let left = silenceLeft, left <= 3 else { return "you     " }
        return "you (\(max(1, Int(left.rounded(.up))))) "
    }

    private func passTime() throws {
        if let due = call.timeoutDue, due <= clock.now {
            try call.passTimeout(at: clock.now)
            return listen()
        }
        guard let left = silenceLeft, left <= 0 else { return }
        try call.keepSilent(at: clock.now)
        listen()
    }

    // MARK: Keys

    private func take(_ byte: UInt8) throws -> End? {
        switch editor.take(byte) {
        case nil: return nil
        case .redraw: listen()
        case .interrupt, .endOfInput: try call.hangUp(at: clock.now)
        case .submit(let line): return try take(line)
        }
        return nil
    }

    private func take(_ line: String) throws -> End? {
        let line = line.trimmed
        if !line.isEmpty { screen.line(screen.style.cyan("you     ") + line) }
        do {
            switch try ConsoleLine.reading(line) {
            case nil: break
            case .act(let act): try perform(act)
            case .look(let look): screen.line(screen.style.dim(answer(look)))
            case .trace: switchTrace()
            case .reload: try reload()
            case .restart:
                try call.hangUp(at: clock.now)
                return .restart
            case .quit:
                try call.hangUp(at: clock.now)
                wantsToLeave = true
            }
        } catch let malformed as MalformedAct {
            screen.line(screen.style.yellow("        " + malformed.message))
        }
        listen()
        return nil
    }

    private func perform(_ act: CallerAct) throws {
        switch act {
        case .says(let text): try call.say(text, at: clock.now)
        case .presses(let keys): try call.press(keys, at: clock.now)
        case .interrupts(let text): try call.interrupt(text, at: clock.now)
        case .event("hangup", _): try call.hangUp(at: clock.now)
        case .event(let name, let data): try call.send(event: name, data: data, at: clock.now)
        case .silence: try pass(call.silence.length) { _, now in try call.waitInSilence(from: now) }
        case .waits(let length): try pass(length, call.wait)
        case .skips(let length): try pass(length, call.skip)
        }
    }

    /// The clock jumps; what comes by itself in between comes at its own moment. Silence counts from the typed line on.
    private func pass(_ length: TimeInterval, _ act: (TimeInterval, Date) throws -> Void) throws {
        let start = clock.now
        call.silentSince = start
        clock.jump(by: length)
        try act(length, start)
    }

    private func answer(_ look: ConsoleLine.Look) -> String {
        CallInsight(call, transcript).answer(look, at: clock.now)
    }

    private func switchTrace() {
        call.partner.isTraced.toggle()
        tell(call.partner.isTraced ? "Each step is shown from now on." : "Steps are no longer shown.", isGood: true)
    }

    private func reload() throws {
        do {
            let outcome = try session.reload()
            let isTaken = if case .taken = outcome { true } else { false }
            for line in outcome.lines { tell(line, isGood: isTaken) }
            guard isTaken else { return }
            for line in call.goOn(with: session.runtime) { tell(line, isGood: false) }
        } catch let trouble as Trouble {
            tell(trouble.message + " The call goes on with the bot as it was.", isGood: false)
        }
    }

    private func tell(_ line: String, isGood: Bool) {
        screen.line(isGood ? screen.style.dim("        " + line) : screen.style.yellow("        " + line))
    }
}

/// The clock of a live call: it ticks on from the moment at which the call was said to begin.
struct LiveClock {
    private var base: Date
    private let started = ContinuousClock.now

    init(from base: Date) { self.base = base }

    var now: Date {
        let elapsed = ContinuousClock.now - started
        return base.addingTimeInterval(
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
    }

    mutating func jump(by length: TimeInterval) { base.addTimeInterval(length) }
}
