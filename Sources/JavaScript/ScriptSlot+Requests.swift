import CScriptSlot

extension ScriptSlot {
    /// Has the slot's thread do something and turns every end but a good one into a failure.
    func request(
        _ operation: ScriptCoreOperation, _ text: String, of source: ScriptSource
    ) throws(ScriptFailure) -> ScriptCoreResult {
        // The code stands on lines of its own, after one that is ours. The engine takes line 0 for 1, so there are two.
        let startsFile = source.firstLine == 1
        let result = send(
            operation, startsFile ? "\n" + text : text, file: source.file, line: startsFile ? -1 : source.firstLine - 1)
        guard result.status != SCRIPT_CORE_DONE else { return result }
        throw failure(result, file: source.file, line: source.firstLine, compiled: source)
    }

    func request(_ operation: ScriptCoreOperation, _ block: ScriptBlock) throws(ScriptFailure) -> ScriptCoreResult {
        let result = send(operation, "", block: block.index)
        guard result.status != SCRIPT_CORE_DONE else { return result }
        throw failure(result, file: block.file, line: block.firstLine)
    }

    func request(_ operation: ScriptCoreOperation, calling name: String) throws(ScriptFailure) -> ScriptCoreResult {
        let result = send(operation, name)
        guard result.status != SCRIPT_CORE_DONE else { return result }
        throw failure(result)
    }

    func request(_ operation: ScriptCoreOperation, _ function: ScriptFunction) throws(ScriptFailure) -> ScriptCoreResult
    {
        let result = send(operation, "", block: function.block.index)
        guard result.status != SCRIPT_CORE_DONE else { return result }
        throw failure(result)
    }

    func importModule(_ name: String, as global: String) throws(ScriptFailure) {
        let result = send(SCRIPT_CORE_IMPORT, name, file: global)
        guard result.status != SCRIPT_CORE_DONE else { return }
        throw failure(result, file: name, line: 1)
    }

    /// Puts the arguments of a call where the C side looks for them.
    func post(_ arguments: [ScriptValue], to name: String) throws(ScriptFailure) {
        var capacity = 0
        let inbox = UnsafeMutableRawBufferPointer(
            start: script_core_inbox(startedCore, &capacity), count: capacity)
        var writer = WireWriter(inbox)
        do throws(WireWriter.Refusal) { try writer.write(.array(arguments)) } catch {
            script_core_inbox_filled(startedCore, writer.length)
            throw ScriptFailure(kind: .exception, message: "\(error.message) (an argument of \(name))")
        }
    }

    func value(of result: ScriptCoreResult) -> ScriptValue {
        var reader = WireReader(result.bytes)
        return reader.read()
    }

    private func send(
        _ operation: ScriptCoreOperation, _ text: String, file: String = "", line: Int = 0, block: UInt32 = 0
    ) -> ScriptCoreResult {
        // The engine wants a zero after the text and takes its length from us, so a zero inside is no end.
        file.withCString { file in
            text.withCString { characters in
                var request = ScriptCoreRequest(
                    operation: operation, text: characters, length: text.utf8.count, file: file,
                    line: Int32(clamping: line), block: block)
                return script_core_request(startedCore, &request)
            }
        }
    }
}

extension ScriptCoreSetup {
    init(_ limits: ScriptLimits) {
        self.init()
        memory = max(limits.memory, 0)
        budget = Int64(limits.seconds * 1e9)
        allocatorGrace = Int64(limits.allocatorGrace * 1e9)
        signalGrace = Int64(limits.signalGrace * 1e9)
        host = { answerHost($0, $1, $2, $3, $4, $5) }
        zone = { context, instant in ScriptSlot.of(context).zoneOffset(instant) }
    }
}

extension ScriptSlot {
    fileprivate static func of(_ context: UnsafeMutableRawPointer?) -> ScriptSlot {
        guard let context else { preconditionFailure("the core has lost its slot") }
        return Unmanaged<ScriptSlot>.fromOpaque(context).takeUnretainedValue()
    }
}

extension ScriptSlot {
    /// What scripts ask for is the host's to answer; the engine itself asks for the texts of modules.
    fileprivate func answer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer {
        guard name == SCRIPT_CORE_MODULE_TEXT, case .string(let module)? = arguments.first else {
            return host(name, arguments)
        }
        return moduleText(module)
    }
}

/// Called on the slot's thread, between two halves of a C function, with no jump possible while it runs.
private func answerHost(
    _ context: UnsafeMutableRawPointer?, _ arguments: UnsafePointer<UInt8>?, _ length: Int,
    _ answer: UnsafeMutablePointer<UInt8>?, _ capacity: Int, _ isWork: UnsafeMutablePointer<Bool>?
) -> Int64 {
    guard let arguments else { preconditionFailure("the core has sent no arguments") }
    var reader = WireReader(arguments)
    guard case .array(let all) = reader.read() else { preconditionFailure("the core has sent no array") }
    let room = UnsafeMutableRawBufferPointer(start: answer, count: capacity)
    guard case .string(let name)? = all.first else {
        return thrown("the first argument of __host is the name of a host function", in: room)
    }
    let slot = ScriptSlot.of(context)
    switch slot.answer(name, Array(all.dropFirst())) {
    case .exception(let message):
        isWork?.pointee = true
        return thrown(message, in: room)
    case .value(let value): return written(value, of: name, in: room, slot)
    case .computed(let value):
        isWork?.pointee = true
        return written(value, of: name, in: room, slot)
    }
}

private func written(
    _ value: ScriptValue, of name: String, in room: UnsafeMutableRawBufferPointer, _ slot: ScriptSlot
) -> Int64 {
    var writer = WireWriter(room)
    do throws(WireWriter.Refusal) { try writer.write(value) } catch {
        script_core_inbox_filled(slot.startedCore, writer.length)
        return thrown("\(error.message) (the answer of \(name))", in: room)
    }
    return Int64(writer.length)
}

private func thrown(_ message: String, in room: UnsafeMutableRawBufferPointer) -> Int64 {
    var writer = WireWriter(room)
    do throws(WireWriter.Refusal) { try writer.write(.string(message)) } catch {
        return thrown("the host's message is too long", in: room)
    }
    return -Int64(writer.length)
}
