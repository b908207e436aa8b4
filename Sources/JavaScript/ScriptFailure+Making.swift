import CScriptSlot
import JavaScriptTokens

extension ScriptSlot {
    /// The failure of a request. `file` and `line` are its place where the engine gives none in the bot's own files.
    func failure(
        _ result: ScriptCoreResult, file: String? = nil, line: Int? = nil, compiled: ScriptSource? = nil
    ) -> ScriptFailure {
        let (message, stack) = report(result)
        let kind = ScriptFailure.Kind(result, message: message)
        var failure = ScriptFailure(kind: kind, message: message, file: file, line: line, stack: stack)
        switch result.status {
        case SCRIPT_CORE_ALREADY_CUT: failure.message = "the turn was stopped before, so nothing more runs in it"
        case SCRIPT_CORE_TIME: failure.message = limits.timeMessage
        case SCRIPT_CORE_MEMORY: failure.message = limits.memoryMessage
        default: break
        }
        locate(&failure, compiled: compiled)
        return failure
    }

    private func report(_ result: ScriptCoreResult) -> (message: String, stack: String) {
        guard result.length > 0, case .array(let parts) = value(of: result), parts.count == 2,
            case .string(let message) = parts[0], case .string(let stack) = parts[1]
        else { return ("", "") }
        return (message, stack)
    }

    private func locate(_ failure: inout ScriptFailure, compiled: ScriptSource?) {
        guard let frame = ScriptFrame.firstOfBot(in: failure.stack, message: failure.message) else { return }
        failure.file = frame.file
        failure.line = frame.line
        failure.column = column(of: frame, compiled: compiled)
        // The engine has stumbled over the bracket that we close after the code.
        guard failure.kind == .syntax, let compiled,
            frame.line > compiled.lastLine || failure.message == "SyntaxError: Unexpected end of input"
        else { return }
        (failure.message, failure.line, failure.column) = compiled.incompleteness
    }

    /// From the engine's bytes to scalars, as every other column of ours.
    private func column(of frame: ScriptFrame, compiled: ScriptSource?) -> Int {
        let known = compiled.map { [$0] } ?? sources
        let source = known.last { $0.file == frame.file && $0.line(frame.line) != nil }
        guard let line = source?.line(frame.line) else { return frame.byteColumn }
        var column = 1
        var bytes = frame.byteColumn - 1
        for scalar in line where bytes > 0 {
            bytes -= UTF8.width(scalar)
            column += 1
        }
        return column + max(bytes, 0)
    }
}

extension ScriptSource {
    /// What is wrong with code that cannot end where it ends, and where.
    fileprivate var incompleteness: (String, line: Int, column: Int) {
        let brackets = brackets
        if let stray = brackets.stray ?? brackets.unclosed.last {
            let bracket = code.utf8[code.utf8.index(code.startIndex, offsetBy: stray)]
            let name = String(UnicodeScalar(bracket))
            let place = place(ofByte: stray)
            let fault = brackets.stray == nil ? "this `\(name)` is never closed" : "this `\(name)` closes nothing"
            return ("SyntaxError: " + fault, place.line, place.column)
        }
        let end = place(ofByte: code.utf8.count)
        guard code.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
            return ("SyntaxError: there is no code here", end.line, end.column)
        }
        return ("SyntaxError: the code ends too early; something is missing here", end.line, end.column)
    }

    private var brackets: BracketPairs {
        let bytes = Array(code.utf8)
        var pairs = BracketPairs()
        var scanner = JavaScriptScanner(bytes)
        while let token = scanner.next(), pairs.stray == nil {
            if token.kind == .sign { _ = pairs.read(bytes[token.start], at: token.start) }
        }
        return pairs
    }

    private func place(ofByte offset: Int) -> (line: Int, column: Int) {
        let before = code.utf8.prefix(offset)
        let line = before.count { $0 == UInt8(ascii: "\n") }
        let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count { $0 & 0xC0 != 0x80 }
        return (firstLine + line, column + 1)
    }
}

extension ScriptFailure.Kind {
    fileprivate init(_ result: ScriptCoreResult, message: String) {
        switch result.status == SCRIPT_CORE_ALREADY_CUT ? result.cause : result.status {
        case SCRIPT_CORE_TIME: self = .time
        case SCRIPT_CORE_MEMORY: self = .memory
        case _ where message.hasPrefix("RangeError: Maximum call stack size exceeded"): self = .stack
        case SCRIPT_CORE_SYNTAX: self = .syntax
        default: self = .exception
        }
    }
}

extension ScriptFailure {
    static func noRoom(_ limits: ScriptLimits) -> ScriptFailure {
        ScriptFailure(
            kind: .memory,
            message: "\(limits.memory >> 10) KiB is too little memory for a script engine; an empty one needs about 400"
        )
    }
}

extension ScriptLimits {
    fileprivate var timeMessage: String {
        "the scripts of this turn ran for more than \(seconds) s and were stopped; look for a loop that does not end"
    }

    fileprivate var memoryMessage: String {
        "the scripts of this turn needed more than \(memory >> 20) MiB and were stopped; "
            + "look for a list or a text that keeps growing"
    }
}

extension WireWriter.Refusal {
    var message: String {
        switch self {
        case .tooDeep: "RangeError: the value is nested deeper than 256 levels, so it cannot enter the script"
        case .tooLarge: "RangeError: the value is too large to enter the script"
        }
    }
}
