import CScriptSlot

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
        failure.column = column(of: frame)
        guard failure.kind == .syntax, let compiled, frame.line > compiled.lastLine else { return }
        // The engine has stumbled over the bracket that we close after the code.
        failure.message = "SyntaxError: the brackets of this code do not match: one is missing or one is too many"
        failure.line = compiled.lastLine
        failure.column = (compiled.line(compiled.lastLine)?.count ?? 0) + 1
    }

    /// From the engine's bytes to scalars, as every other column of ours.
    private func column(of frame: ScriptFrame) -> Int {
        let source = sources.last { $0.file == frame.file && $0.line(frame.line) != nil }
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
