import JavaScript
import Testing

@Suite("Scripts see the call's clock, zone and chance")
struct ClockTests {
    @Test(arguments: [
        ("Date.now()", ScriptValue.number(monday)),
        ("new Date()", .date(monday)),
        ("new Date", .date(monday)),
        ("Date()", .string("Mon Nov 23 2026 12:00:00 GMT+0300")),
        ("new Date().getHours()", .number(12)),
        ("new Date().getTimezoneOffset()", .number(-180)),
        ("new Date(2020, 0, 1)", .date(1_577_826_000_000)),
        ("new Date(2020, 0)", .date(1_577_826_000_000)),
        ("new Date('2020-01-01T00:00:00')", .date(1_577_826_000_000)),
        ("new Date('2020-01-01')", .date(1_577_836_800_000)),
        ("new Date('2020-01-01T00:00:00Z')", .date(1_577_836_800_000)),
        ("new Date(new Date(5))", .date(5)),
        ("new Date(7)", .date(7)),
        ("Date.UTC(2020, 0, 1)", .number(1_577_836_800_000)),
        ("Date.parse('1970-01-01T00:00:01Z')", .number(1000)),
        ("new Date() instanceof Date", .boolean(true)),
        ("new Date().constructor === Date", .boolean(true)),
        ("Object.prototype.toString.call(new Date())", .string("[object Date]")),
        ("Date.length + Date.name", .string("7Date")),
        ("typeof performance + typeof Atomics + typeof SharedArrayBuffer", .string("undefinedundefinedundefined")),
        (
            "(function () { class Day extends Date { twice() { return this.getTime() * 2 } } return new Day().twice() })()",
            .number(monday * 2)
        ),
        ("(function () { class Day extends Date {} return new Day(9) instanceof Day })()", .boolean(true)),
        ("(function () { Date.prototype.getTime = null; Date.now = null; return new Date(3) })()", .date(3)),
    ])
    func dates(expression: String, expected: ScriptValue) throws {
        #expect(try slot().value(expression) == expected)
    }

    @Test func theZoneMayChangeInTheMiddleOfAYear() throws {
        let slot = try slot()
        slot.beginTurn(now: monday) { $0 < 1_585_443_600 ? 3600 : 7200 }
        #expect(
            try slot.value("[new Date(2020, 0, 1).getUTCHours(), new Date(2020, 5, 1).getUTCHours()]")
                == .array([.number(23), .number(22)]))
    }

    @Test func everyTurnHasItsOwnClockAndChance() throws {
        let slot = try slot()
        let first = try slot.value("[Math.random(), Math.random()]")
        slot.begin(now: 1000, hours: 0)
        #expect(try slot.value("[Math.random(), Math.random()]") == first)
        #expect(try slot.value("[Date.now(), new Date().getHours()]") == .array([.number(1000), .number(0)]))
        slot.beginTurn(now: 0, seed: 8) { _ in 0 }
        #expect(try slot.value("[Math.random(), Math.random()]") != first)
        #expect(try slot.value("Math.random() >= 0 && Math.random() < 1") == .boolean(true))
    }
}
