import JavaScript

/// Milliseconds of 2026-11-23T09:00:00Z.
let monday = 1_795_424_400_000.0

/// A sealed slot whose host gives its arguments back (`echo`), fails (`fail`) or answers `greet`.
func slot(
    _ limits: ScriptLimits = ScriptLimits(seconds: 5, memory: 32 << 20), prelude: String = "",
    host: @escaping ScriptSlot.Host = echo
) throws -> ScriptSlot {
    let slot = try ScriptSlot(limits: limits, host: host)
    try slot.load(prelude, file: "ringback:prelude", firstLine: 1)
    slot.seal()
    slot.begin()
    return slot
}

func echo(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer {
    switch name {
    case "fail": .exception("the host says no")
    case "count": .value(.number(Double(arguments.count)))
    default: .computed(arguments.first ?? .undefined)
    }
}

extension ScriptSlot {
    func begin(now: Double = monday, hours: Int32 = 3) {
        beginTurn(now: now, seed: 7) { _ in hours * 3600 }
    }

    func value(_ expression: String) throws -> ScriptValue {
        try run(try compile(expression, file: "test.sc", firstLine: 1, as: .expression))
    }

    /// How a block ends that should not end well.
    func failure(of code: String, firstLine: Int = 1, as kind: CodeKind = .block) -> ScriptFailure? {
        do throws(ScriptFailure) {
            _ = try run(try compile(code, file: "bot/main.sc", firstLine: firstLine, as: kind))
            return nil
        } catch { return error }
    }

    /// A fresh turn of this slot does what a fresh turn does.
    func isHealthy() -> Bool {
        begin()
        let code = """
            [typeof leaked, [3, 1, 2].sort().join(''), JSON.stringify({a: [1, {b: 'ж'}]}), 'a1b2'.replace(/\\d/g, '-'),
             new Date(0).getHours(), Object.keys({x: 1, y: 2}).length, __host('echo', 'ok')].join('|')
            """
        return (try? value(code)) == .string("undefined|123|{\"a\":[1,{\"b\":\"ж\"}]}|a-b-|3|2|ok")
    }
}
