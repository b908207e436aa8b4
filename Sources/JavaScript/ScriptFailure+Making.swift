import CScriptSlot
import JavaScriptTokens

extension ScriptSlot {
    /// The failure of a request. `file` and `line` are its place where the engine gives none in the bot's own files.
    func failure(
        _ result: ScriptCoreResult, file: String? = nil, line: Int? = nil, compiled: ScriptSource? = nil
    ) -> ScriptFailure {
        let (message, stack, words) = report(result)
        let kind = ScriptFailure.Kind(result, message: message)
        var failure = ScriptFailure(kind: kind, message: message, file: file, line: line, stack: stack ?? "")
        switch result.status {
        case SCRIPT_CORE_ALREADY_CUT: failure.message = "the turn was stopped before, so nothing more runs in it"
        case SCRIPT_CORE_TIME: failure.message = limits.timeMessage
        case SCRIPT_CORE_MEMORY: failure.message = limits.memoryMessage
        default: break
        }
        failure.isThrownValue = stack == nil && kind == .exception
        if kind == .exception, stack != nil || !words.isEmpty { failure.ownMessage = words }
        failure.frames = frames(of: failure.stack, compiled: compiled)
        locate(&failure, compiled: compiled)
        noteDepth(&failure, compiled)
        return failure
    }

    /// No stack stands for a thrown value that is no Error; `words` are what a script finds as its `message`.
    private func report(_ result: ScriptCoreResult) -> (message: String, stack: String?, words: String) {
        guard result.length > 0, case .array(let parts) = value(of: result), parts.count == 3,
            case .string(let message) = parts[0], case .string(let words) = parts[2]
        else { return ("", "", "") }
        guard case .string(let stack) = parts[1] else { return (message, nil, words) }
        return (message, stack, words)
    }

    private func frames(of stack: String, compiled: ScriptSource?) -> [ScriptFailure.Frame] {
        stack.split(separator: "\n").compactMap { ScriptFrame($0) }.filter(\.isOfBot).prefix(Self.mostFrames).map {
            ScriptFailure.Frame(
                function: $0.isNamed ? String($0.function) : nil, file: $0.file, line: $0.line,
                column: column(of: $0, compiled: compiled))
        }
    }

    /// More calls than this in a row are an endless recursion, and say nothing new.
    private static let mostFrames = 20

    private func locate(_ failure: inout ScriptFailure, compiled: ScriptSource?) {
        guard let frame = ScriptFrame.firstOfBot(in: failure.stack, message: failure.message) else { return }
        failure.file = frame.file
        failure.line = frame.line
        failure.column = column(of: frame, compiled: compiled)
        guard failure.kind == .syntax, let compiled = compiled ?? sources.last(where: { $0.file == frame.file }) else {
            return
        }
        // The engine has stumbled over the bracket that we close after the code.
        if frame.line > compiled.lastLine || failure.message == "SyntaxError: Unexpected end of input" {
            (failure.message, failure.line, failure.column) = compiled.incompleteness
        } else if let fault = compiled.bracketFault(before: (frame.line, failure.column ?? 1)) {
            (failure.message, failure.line, failure.column) = fault
        }
    }

    /// Code that the engine could not read for the depth of its brackets; nothing of it has run.
    private func noteDepth(_ failure: inout ScriptFailure, _ compiled: ScriptSource?) {
        guard failure.kind == .stack, let place = compiled?.placeOfDeepBracket else { return }
        failure.kind = .syntax
        (failure.message, failure.line, failure.column) = (
            "SyntaxError: too many brackets are open here", place.line, place.column
        )
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
        let pairs = brackets
        if let fault = strayFault(pairs) ?? pairs.unclosed.last.map({ fault("is never closed", at: $0) }) {
            return fault
        }
        let end = place(ofByte: code.utf8.count)
        guard code.utf8.contains(where: { $0 > UInt8(ascii: " ") }) else {
            return ("SyntaxError: there is no code here", end.line, end.column)
        }
        return ("SyntaxError: the code ends too early; something is missing here", end.line, end.column)
    }

    /// A bracket before the place where the engine gave up, which is the cause of it. Of braces that stay open one cannot tell which.
    fileprivate func bracketFault(before place: (line: Int, column: Int)) -> (String, line: Int, column: Int)? {
        let pairs = brackets
        let bytes = Array(code.utf8)
        let open = pairs.unclosed.first { bytes[$0] != UInt8(ascii: "{") }
        guard let found = strayFault(pairs) ?? open.map({ fault("is never closed", at: $0) }) else { return nil }
        return (found.line, found.column) <= place ? found : nil
    }

    private func strayFault(_ brackets: BracketPairs) -> (String, line: Int, column: Int)? {
        brackets.unclosedBeforeStray.map { fault("is never closed", at: $0) }
            ?? brackets.stray.map { fault("closes nothing", at: $0) }
    }

    private func fault(_ words: String, at offset: Int) -> (String, line: Int, column: Int) {
        let bracket = code.utf8[code.utf8.index(code.startIndex, offsetBy: offset)]
        let place = place(ofByte: offset)
        return ("SyntaxError: this `\(Unicode.Scalar(bracket))` \(words)", place.line, place.column)
    }

    /// The bracket with which more are open than people write.
    fileprivate var placeOfDeepBracket: (line: Int, column: Int)? {
        let bytes = Array(code.utf8)
        var pairs = BracketPairs()
        var scanner = JavaScriptScanner(bytes)
        while let token = scanner.next() {
            if token.kind == .sign { _ = pairs.read(bytes[token.start], at: token.start) }
            if pairs.depth > 500 { return place(ofByte: token.start) }
        }
        return nil
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
        let time = Int(exactly: seconds).map(String.init) ?? String(seconds)
        return "The scripts of this turn ran for more than \(time) s and were stopped."
    }

    fileprivate var memoryMessage: String {
        "The scripts of this turn needed more than \(memory >> 20) MiB and were stopped."
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
