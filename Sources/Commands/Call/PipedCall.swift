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
        let call = call
        switch act {
        case .says(let text): try call.say(text, at: now)
        case .presses(let keys): try call.press(keys, at: now)
        case .interrupts(let text): try call.interrupt(text, at: now)
        case .event("hangup", _): try call.hangUp(at: now)
        case .event(let name, let data): try call.send(event: name, data: data, at: now)
        case .waits(let length): try pass(length, call.wait)
        case .skips(let length): try pass(length, call.skip)
        case .silence: try pass(call.silence.length) { _, now in try call.waitInSilence(from: now) }
        }
    }

    private mutating func pass(_ length: TimeInterval, _ act: (TimeInterval, Date) throws -> Void) throws {
        let start = now
        now = start.addingTimeInterval(length)
        do {
            try act(length, start)
        } catch let endless as MalformedAct {
            throw Trouble.badInput("Line \(lineNumber) of the input: \(endless.message).")
        }
    }
}
