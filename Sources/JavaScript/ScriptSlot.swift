import CScriptSlot

/// An engine with its own memory, thread and limits, in which one turn of one conversation runs at a time.
///
/// A slot is loaded once (`load`, `compile`), sealed, and then every turn begins with exactly that state:
///
///     let slot = try ScriptSlot(limits: limits) { name, arguments in .value(.undefined) }
///     try slot.load(prelude, file: "ringback:prelude", firstLine: 1)
///     let block = try slot.compile("return 6 * 7", file: "src/main.sc", firstLine: 12, as: .block)
///     slot.seal()
///     slot.beginTurn(now: 0) { _ in 3 * 3600 }
///     try slot.run(block)     // .number(42)
///
/// Scripts call the host by `__host(name, …)`; what is loaded before the seal may delete that name. Their clock, zone and `Math.random` are the turn's.
///
/// Any thread may call, one at a time (a lock sees to it); the caller waits until the slot's own thread is done.
/// The host function and `zoneOffset` run on the slot's thread and must not call their own slot.
package final class ScriptSlot: @unchecked Sendable {
    package typealias Host = (_ name: String, _ arguments: [ScriptValue]) -> HostAnswer
    package typealias ZoneOffset = (_ utcSeconds: Int64) -> Int32

    let limits: ScriptLimits
    let host: Host
    var zoneOffset: ZoneOffset = { _ in 0 }
    var moduleSource: ModuleSource = { _ in .failure(.missing) }
    /// What was compiled, for the columns of errors.
    var sources: [ScriptSource] = []
    /// Counts from 1; before the seal it is 0.
    var turn = 0
    private var sealed = false
    fileprivate var core: OpaquePointer?

    /// Starts the slot's thread and engine.
    ///
    /// - Throws: `.memory` when the limit is too small for an empty engine (about 400 KiB) or the system has none.
    package init(limits: ScriptLimits, host: @escaping Host) throws(ScriptFailure) {
        self.limits = limits
        self.host = host
        var setup = ScriptCoreSetup(limits)
        setup.context = Unmanaged.passUnretained(self).toOpaque()
        core = script_core_start(&setup)
        guard core != nil else { throw .noRoom(limits) }
    }

    deinit {
        if let core { script_core_stop(core) }
    }

    /// Runs a script in the realm, before the seal: a prelude (file name `ringback:…`), a bot's own `.js` files.
    ///
    /// A file that is cut leaves no trace; the slot stays usable.
    package func load(_ source: String, file: String, firstLine: Int) throws(ScriptFailure) {
        let source = ScriptSource(code: source, file: file, firstLine: firstLine, turn: turn)
        try exclusively { () throws(ScriptFailure) in
            sources.append(source)
            _ = try request(SCRIPT_CORE_LOAD, "\n" + source.code, of: source)
        }
    }

    /// Runs a block of code as `load` runs a file: what its top level declares is its own, and `return` is legal.
    package func loadBlock(_ code: String, file: String, firstLine: Int) throws(ScriptFailure) {
        // Only this finds code that closes brackets which it has not opened.
        _ = try compile(code, file: file, firstLine: firstLine, as: .block)
        let source = ScriptSource(code: code, file: file, firstLine: firstLine, turn: turn)
        try exclusively { () throws(ScriptFailure) in
            _ = try request(SCRIPT_CORE_LOAD, source.wrapped(as: .block) + "()", of: source)
        }
    }

    /// Compiles code for `run`; its first line has this number in the file, and its columns are the file's.
    ///
    /// Before the seal for good, after it for the current turn only.
    package func compile(
        _ code: String, file: String, firstLine: Int, as kind: CodeKind
    ) throws(ScriptFailure) -> ScriptBlock {
        let source = ScriptSource(code: code, file: file, firstLine: firstLine, turn: turn)
        return try exclusively { () throws(ScriptFailure) in
            sources.append(source)
            let result = try request(SCRIPT_CORE_COMPILE, source.wrapped(as: kind), of: source)
            return ScriptBlock(
                index: result.block, slot: ObjectIdentifier(self), turn: turn, file: file, firstLine: firstLine)
        }
    }

    /// The syntax error of code, or `nil`. Nothing is run or kept.
    package func check(_ code: String, file: String, firstLine: Int, as kind: CodeKind) -> ScriptFailure? {
        let source = ScriptSource(code: code, file: file, firstLine: firstLine, turn: turn)
        do throws(ScriptFailure) {
            try exclusively { () throws(ScriptFailure) in
                _ = try request(SCRIPT_CORE_CHECK, source.wrapped(as: kind), of: source)
            }
            return nil
        } catch { return error }
    }

    /// Keeps the present state as the one with which every turn begins.
    package func seal() {
        withLock { core in
            script_core_seal(core)
            sealed = true
        }
    }

    /// Back to the sealed state, with the clock and zone of the call and a fresh time limit.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970; the scripts' clock stands still there until the next turn.
    ///   - seed: decides what `Math.random()` gives.
    ///   - zoneOffset: seconds east of UTC at an instant.
    package func beginTurn(
        now: Double, seed: UInt64 = .random(in: 0...UInt64.max), zoneOffset: @escaping ZoneOffset
    ) {
        withLock { core in
            self.zoneOffset = zoneOffset
            if sealed { turn += 1 }
            sources.removeAll { $0.turn > 0 }
            script_core_begin_turn(core, now, seed)
        }
    }

    /// Runs a block and then the jobs of its promises; the value of a promise stands for the promise.
    ///
    /// After `.time` or `.memory` everything that scripts have done in this turn is gone and nothing more runs in
    /// it: end the turn. Values that were read before stay good.
    package func run(_ block: ScriptBlock) throws(ScriptFailure) -> ScriptValue {
        try exclusively { () throws(ScriptFailure) in
            check(block)
            let result = try request(SCRIPT_CORE_RUN, block)
            return value(of: result)
        }
    }

    private func check(_ block: ScriptBlock) {
        precondition(block.slot == ObjectIdentifier(self), "a block runs only in the slot that compiled it")
        precondition(block.turn == 0 || block.turn == turn, "a block compiled in a turn lives no longer than it")
    }

    /// Calls a global function by its name or path (`a.b`), as `run` runs a block; at most 16 arguments.
    ///
    /// Global means `var`, `function` or a member of `globalThis`; what `let` and `const` name is not found.
    package func callGlobal(_ name: String, _ arguments: [ScriptValue]) throws(ScriptFailure) -> ScriptValue {
        precondition(arguments.count <= 16, "callGlobal takes at most 16 arguments; pass an array instead")
        return try exclusively { () throws(ScriptFailure) in
            try post(arguments, to: name)
            return value(of: try request(SCRIPT_CORE_CALL, calling: name))
        }
    }

    /// The global function of this name or path, found once so that `call` need not look for it; before the seal for good.
    ///
    /// It is called without `this`.
    package func function(_ name: String) throws(ScriptFailure) -> ScriptFunction {
        try exclusively { () throws(ScriptFailure) in
            let found = try request(SCRIPT_CORE_FIND, calling: name)
            let block = ScriptBlock(
                index: found.block, slot: ObjectIdentifier(self), turn: turn, file: name, firstLine: 1)
            return ScriptFunction(name: name, block: block)
        }
    }

    /// As `callGlobal`, for a function that was found before.
    package func call(_ function: ScriptFunction, _ arguments: [ScriptValue]) throws(ScriptFailure) -> ScriptValue {
        precondition(arguments.count <= 16, "call takes at most 16 arguments; pass an array instead")
        return try exclusively { () throws(ScriptFailure) in
            check(function.block)
            try post(arguments, to: function.name)
            return value(of: try request(SCRIPT_CORE_INVOKE, function))
        }
    }

    /// Runs `body` on the slot's own thread: what it asks of the slot then needs no hand-over between threads.
    package func perform<Value>(_ body: () -> Value) -> Value {
        var value: Value?
        withLock { core in
            withoutActuallyEscaping({ value = body() }) { work in
                withUnsafePointer(to: work) { work in
                    let context = UnsafeMutableRawPointer(mutating: work)
                    script_core_perform(core, { $0?.assumingMemoryBound(to: (() -> Void).self).pointee() }, context)
                }
            }
        }
        guard let value else { preconditionFailure("the slot's thread did not run the body") }
        return value
    }

    /// Gives the rest of this turn so much script time, in seconds, in place of what is left of the limit; tests cut turns at any moment by it.
    package func limitTurn(to seconds: Double) { withLock { script_core_limit_turn($0, Int64(seconds * 1e9)) } }

    /// What the scripts of this turn have taken up to now; the usage of one of them is the difference of two.
    package var usage: ScriptUsage { withLock { ScriptUsage(script_core_usage($0)) } }

    /// The bytes of the sealed state.
    package var sealedBytes: Int { withLock { script_core_snapshot($0) } }

    /// How many of them turns write, so that they are copied back before each turn.
    package var copiedBytes: Int { withLock { script_core_copied($0) } }

    /// Whether the slot's memory is the sealed state to the last byte, as it must be at the beginning of every turn.
    package var isRestored: Bool { withLock { script_core_is_restored($0) } }

    /// How many scripts each layer of the limits has stopped.
    package var cuts: (interrupt: UInt64, allocator: UInt64, signal: UInt64) {
        withLock { core in
            (
                script_core_cuts(core, SCRIPT_LAYER_INTERRUPT), script_core_cuts(core, SCRIPT_LAYER_ALLOCATOR),
                script_core_cuts(core, SCRIPT_LAYER_SIGNAL)
            )
        }
    }
}

extension ScriptSlot {
    var startedCore: OpaquePointer {
        guard let core else { preconditionFailure("the slot was used before it had started") }
        return core
    }

    /// The core, for one caller at a time; inside `perform` the lock is already ours.
    func withLock<Value>(_ body: (OpaquePointer) -> Value) -> Value {
        let core = startedCore
        precondition(!script_core_in_host(core), "a host function must not call the slot that is calling it")
        guard !script_core_on_own_thread(core) else { return body(core) }
        script_core_lock(core)
        defer { script_core_unlock(core) }
        return body(core)
    }

    func exclusively<Value>(_ body: () throws(ScriptFailure) -> Value) throws(ScriptFailure) -> Value {
        let result = withLock { _ in
            do throws(ScriptFailure) { return Result<Value, ScriptFailure>.success(try body()) } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
