import JavaScript
import Testing

@Suite("Values cross the border unchanged")
struct ValueTests {
    @Test(arguments: 0..<40)
    func everyValueComesBackAsItWas(seed: UInt64) throws {
        var generator = SeededGenerator(seed)
        let value = ScriptValue.random(depth: 5, using: &generator)
        let slot = try slot(prelude: "function same(value) { return value }")
        #expect(try slot.callGlobal("same", [value]) == value)
        #expect(try slot.callGlobal("__host", [.string("echo"), value]) == value)
    }

    @Test func edgesOfTextAndNumbers() throws {
        let slot = try slot(prelude: "var a = {same: function (value) { return this === a ? value : 'lost' }}")
        let texts = ["", "\0", "a\0b", "Привет, мир", "👩‍👩‍👧 😀", String(repeating: "жx", count: 50_000), "__proto__"]
        let numbers = [0.0, -0.0, 1.5, -1, 2_147_483_648, 1e308, .infinity, -.infinity, 9_007_199_254_740_991]
        let values: [ScriptValue] =
            texts.map { .string($0) } + numbers.map { .number($0) } + texts.map { .object([.init($0, .null)]) }
            + [.date(monday), .date(-1), .array([]), .object([]), .undefined, .null, .boolean(true)]
        for value in values { #expect(try slot.callGlobal("a.same", [value]) == value) }
        guard case .number(let zero) = try slot.callGlobal("a.same", [.number(-0.0)]) else { return }
        #expect(zero.sign == .minus)
        guard case .date(let invalid) = try slot.value("new Date('never')") else { return }
        #expect(invalid.isNaN)
    }

    @Test func whatIsNoDataIsLeftOut() throws {
        let slot = try slot()
        #expect(
            try slot.value("({f: function () {}, s: Symbol('x'), u: undefined, n: 1, get g() { return 2 }})")
                == .object([.init("u", .undefined), .init("n", .number(1)), .init("g", .number(2))]))
        #expect(try slot.value("[function () {}, , 1]") == .array([.undefined, .undefined, .number(1)]))
        #expect(try slot.value("new String('boxed')") == .string("boxed"))
        #expect(try slot.value("new Proxy([1], {})") == .array([.number(1)]))
        #expect(try slot.value("'half \\ud83d pair'") == .string("half \u{FFFD} pair"))
        #expect(try slot.value("Promise.resolve(5)") == .number(5))
    }

    /// A getter that asks the host in the midst of a value leaves the outer value's count and place as they were.
    @Test func aGetterThatAsksTheHostCountsNothingAnew() throws {
        let slot = try slot()
        let parts = "for (var i = 0; i < 60000; i++) l.push(1); var m = l.slice();"
        let failure = slot.failure(of: "var l = []; \(parts) return {a: l, get b() { return __host('echo', 1) }, c: m}")
        #expect(failure?.message.hasPrefix("RangeError: the value has more than 100000 parts") == true)
        let shared = "var p = {n: 1}; return {x: {get a() { __host('echo', {in: p}); return 1 }, b: {c: {d: p}}}}"
        #expect(slot.failure(of: shared) == nil)
        let cycle = "var o = {x: {}}; o.x.y = {get a() { __host('echo', {q: {r: {s: 1}}}); return o }}; return o"
        #expect(
            slot.failure(of: cycle)?.message
                == "TypeError: the value contains itself (at x.y.a), so it cannot leave the script")
    }

    @Test(arguments: [
        ("var a = {b: [{}]}; a.b[0].c = a; return a", "TypeError: the value contains itself (at b[0].c)"),
        (
            "var a = []; for (var i = 0; i < 1e5; i++) a = [a]; return a",
            "TypeError: the value is nested deeper than 256"
        ),
        ("return [1n]", "TypeError: a BigInt cannot leave the script"),
        (
            "var a = ['']; a[0] = 'x'.repeat(1e6); for (var i = 0; i < 9; i++) a = [a, a, a, a]; return a",
            "RangeError: the value is too large"
        ),
        ("return new Array(1e9)", "RangeError: the value has more than 100000 parts"),
        (
            "var a = {}; for (var i = 0; i < 100001; i++) a['k' + i] = i; return a",
            "RangeError: the value has more than"
        ),
        ("return {get a() { throw new TypeError('not now') }}", "TypeError: not now"),
        ("__host('echo', {get a() { return __host('fail') }})", "Error: the host says no"),
    ])
    func whatCannotLeaveSaysWhy(code: String, message: String) throws {
        let slot = try slot()
        let failure = try #require(slot.failure(of: code))
        #expect(failure.kind == .exception)
        #expect(failure.message.hasPrefix(message), "\(failure.message)")
        #expect(slot.isHealthy())
    }

    @Test func aGetterMayCallTheHostWhileItsObjectIsOnTheWay() throws {
        let slot = try slot()
        #expect(
            try slot.value("__host('echo', {a: 1, get b() { return __host('echo', [2, 'two']) }, c: 3})")
                == .object([
                    .init("a", .number(1)), .init("b", .array([.number(2), .string("two")])), .init("c", .number(3)),
                ]))
    }

    @Test func whatIsTooDeepDoesNotEnter() throws {
        var value = ScriptValue.null
        for _ in 0..<300 { value = .array([value]) }
        let deep = value
        let slot = try slot { _, _ in .value(deep) }
        #expect(throws: ScriptFailure.self) { try slot.callGlobal("__host", [deep]) }
        #expect(slot.failure(of: "__host('deep')")?.message.contains("nested deeper than 256 levels") == true)
    }
}

extension ScriptValue {
    static func random(depth: Int, using generator: inout SeededGenerator) -> ScriptValue {
        let kinds = depth == 0 ? 6 : 8
        switch generator.next() % UInt64(kinds) {
        case 0: return .undefined
        case 1: return .null
        case 2: return .boolean(.random(using: &generator))
        case 3: return .number(Double(Int64(bitPattern: generator.next()) >> (generator.next() % 63)) / 8)
        case 4: return .string(text(using: &generator))
        case 5: return .date(Double(Int64.random(in: -8_000_000_000_000...8_000_000_000_000, using: &generator)))
        case 6:
            return .array(
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) })
        default:
            // Keys that are whole numbers would come first in a script's object, so none is made.
            return .object(
                (0..<Int.random(in: 0...5, using: &generator)).map {
                    Member("k\($0)" + text(using: &generator), random(depth: depth - 1, using: &generator))
                })
        }
    }

    private static func text(using generator: inout SeededGenerator) -> String {
        let letters: [Character] = ["a", "Z", "ж", "Ё", "\0", "\"", "\\", "\n", "😀", "中", "\u{301}", "\u{FFFF}", " "]
        return String(
            (0..<Int.random(in: 0...12, using: &generator)).map { _ in letters.randomElement(using: &generator)! })
    }
}

/// SplitMix64: the same values on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
