import JavaScript
import Testing

@Suite("Errors point at the bot's own lines")
struct FailureTests {
    private static let prelude = """
        function strict(value) {
            if (!value) throw new TypeError('strict wants a value');
        }
        function each(list, f) { return list.map(f) }
        """

    @Test(
        arguments: [
            ("foo.bar()", 1, 1, "ReferenceError: foo is not defined"),
            ("var a = 1;\n  var s = 'привет 😀'; foo.bar();", 2, 23, "ReferenceError: foo is not defined"),
            ("\n\n   null.x", 3, 4, "TypeError: cannot read property 'x' of null"),
            ("var x = 1;\nstrict(0)", 2, 1, "TypeError: strict wants a value"),
            (
                "each([1],\n  function (item) { return item.a.b })", 2, 28,
                "TypeError: cannot read property 'b' of undefined"
            ),
            ("// ok\n  __host('fail')", 2, 3, "Error: the host says no"),
            ("JSON.parse('{')", 1, nil, "SyntaxError: "),
            ("\nPromise.reject(new Error('late'))", 2, nil, "Error: late"),
            ("(async function () {\n await null; throw new Error('later') })()", 2, nil, "Error: later"),
            ("1;\nthrow {code: 42, text: 'ж'}", 1, nil, "{\"code\":42,\"text\":\"ж\"}"),
            ("throw 'text'", 1, nil, "\"text\""),
            ("throw undefined", 1, nil, "undefined"),
            ("throw {toJSON() { throw 1 }, toString() { throw 2 }}", 1, nil, "an error whose message cannot be read"),
            ("class Own extends Error { get name() { return 'Own' } }\nthrow new Own('mine')", 2, nil, "Own: mine"),
        ] as [(String, Int, Int?, String)])
    func exceptions(code: String, line: Int, column: Int?, message: String) throws {
        let slot = try slot(prelude: Self.prelude)
        let failure = try #require(slot.failure(of: code, firstLine: 41))
        #expect(failure.kind == .exception)
        #expect(failure.message.hasPrefix(message), "\(failure.message)")
        #expect(failure.file == "bot/main.sc")
        #expect(failure.line == line + 40, "\(failure.stack)")
        if let column { #expect(failure.column == column, "\(failure.stack)") }
    }

    @Test(
        arguments: [
            ("var a = (;", CodeKind.block, 1, 9, "SyntaxError: this `(` is never closed"),
            ("var s = 'ж' foo;", .block, 1, 13, "SyntaxError: expecting ';'"),
            ("a b", .expression, 1, 3, "SyntaxError: "),
            ("if (a) { b() }}\n// end", .block, 1, 15, "SyntaxError: this `}` closes nothing"),
            ("if (a) {\n b()", .block, 1, 8, "SyntaxError: this `{` is never closed"),
            ("}); (function () {", .block, 1, nil, "SyntaxError: the code closes a bracket that it has not opened"),
            ("", .expression, 1, 1, "SyntaxError: there is no code here"),
        ] as [(String, CodeKind, Int, Int?, String)])
    func syntaxErrors(code: String, kind: CodeKind, line: Int, column: Int?, message: String) throws {
        let slot = try slot()
        for failure in [
            slot.failure(of: code, firstLine: 7, as: kind),
            slot.check(code, file: "bot/main.sc", firstLine: 7, as: kind),
        ] {
            guard let failure else {
                #expect(code.hasPrefix("})"), "only a compilation sees this one")
                continue
            }
            #expect(failure.kind == .syntax)
            #expect(failure.message.hasPrefix(message), "\(failure.message)")
            #expect(failure.file == "bot/main.sc")
            #expect(failure.line == line + 6)
            if let column { #expect(failure.column == column) }
        }
    }

    @Test func filesOfTheBotHaveTheirOwnPlaces() throws {
        let slot = try ScriptSlot(limits: ScriptLimits(seconds: 5, memory: 32 << 20), host: echo)
        let broken = #expect(throws: ScriptFailure.self) {
            try slot.load("var a = 1;\nvar b = ;", file: "a.js", firstLine: 1)
        }
        #expect(broken?.kind == .syntax)
        #expect(broken?.file == "a.js")
        #expect(broken?.line == 2)
        let thrown = #expect(throws: ScriptFailure.self) { try slot.load("nothing()", file: "b.js", firstLine: 1) }
        #expect(thrown?.column == 1)
        try slot.load("function helper() {\n  return missing }", file: "lib/c.js", firstLine: 1)
        slot.seal()
        slot.begin()
        let failure = slot.failure(of: "helper()")
        #expect(failure?.file == "lib/c.js")
        #expect(failure?.line == 2)
        #expect(slot.check("return {a: 1}", file: "x", firstLine: 1, as: .block) == nil)
        #expect(slot.check("{a: 1} // an object", file: "x", firstLine: 1, as: .expression) == nil)
        let missing = #expect(throws: ScriptFailure.self) { try slot.callGlobal("no.such", []) }
        #expect(missing?.message == "TypeError: cannot read property 'such' of undefined")
        #expect(throws: ScriptFailure.self) { try slot.callGlobal("Math.PI", []) }
    }

    @Test func exceptionsOfTheHostCanBeCaught() throws {
        let slot = try slot()
        #expect(
            try slot.value(
                "(function () { try { __host('fail') } catch (e) { return e instanceof Error && e.message } })()")
                == .string("the host says no"))
        #expect(slot.failure(of: "__host()")?.message.contains("the name of a host function") == true)
    }
}
