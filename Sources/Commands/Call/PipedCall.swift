import FoundationEssentials

/// A call whose caller is a list of lines. Its clock stands still; only silence and waiting move it.
package struct PipedCall {
    private let call: PhoneCall
    package private(set) var now: Date
    private var lineNumber = 0
    private var unusedLines = 0

    package init(_ call: PhoneCall, at now: Date) {
        self.call = call
        self.now = now
    }

    package mutating func begin() throws { try call.begin(at: now) }

    /// One line of input.
    package mutating func take(_ line: String) throws {
        lineNumber += 1
        let act: CallerAct?
        do { act = try CallerAct.reading(line) } catch {
            throw Trouble.badInput("Line \(lineNumber) of the input: \(error.message).")
        }
        guard let act else { return }
        guard !call.isOver else { return unusedLines += 1 }
        try perform(act)
    }

    /// The input has ended: the caller hangs up.
    ///
    /// - Returns: a sentence about lines that came too late, if there were any.
    package mutating func end() throws -> String? {
        try call.hangUp(at: now)
        guard unusedLines > 0 else { return nil }
        return unusedLines == 1
            ? "1 line of input came after the end of the call and was not used."
            : "\(unusedLines) lines of input came after the end of the call and were not used."
    }

    private mutating func perform(_ act: CallerAct) throws {
        switch act {
        case .says(let text): try call.say(text, at: now)
        case .presses(let keys): try call.press(keys, at: now)
        case .interrupts(let text): try call.interrupt(text, at: now)
        case .event("hangup", _): try call.hangUp(at: now)
        case .event(let name, let data): try call.send(event: name, data: data, at: now)
        case .waits(let length): try wait(length)
        case .silence:
            // A timeout of the state that comes due within the silence has already moved the talk on.
            // Unlike the timer of a live call, a silence that was asked for is said even when no state answers it.
            let silence = call.silence
            guard try wait(silence.length) == 0, !call.isOver else { return }
            try call.send(event: silence.event, data: nil, at: now)
        }
    }

    /// Lets time pass, and every timeout in it come due at its own moment.
    ///
    /// - Returns: how many came due.
    @discardableResult
    private mutating func wait(_ length: TimeInterval) throws -> Int {
        let end = now.addingTimeInterval(length)
        var passed = 0
        while let due = call.timeoutDue, due <= end {
            passed += 1
            guard passed <= 1000 else {
                throw Trouble.badInput(
                    "Line \(lineNumber) of the input: 1000 timeouts came due within one wait.",
                    hint: "Two states send the talk to and fro by `timeout`; give one of them a longer interval.")
            }
            now = max(now, due)
            try call.passTimeout(at: now)
        }
        now = end
        return passed
    }
}
