import BotModel
import BotRuntime
import Conversations
import Foundation
import Testing

/// What the author of a bot is told when a script fails.
@Suite struct ScriptErrorTests {
    @Test func aFailureHasItsLineStackStateAndPhrase() throws {
        var call = try Call(
            script: """
                require: lib.js
                theme: /
                    state: Order
                        q!: order *
                        script:
                            var items = [{}];
                            // ж
                            each(items, function price(item) { return item.cost.sum; });
                """,
            files: ["lib.js": "function each(list, f) {\n    return list.map(function (x) { return f(x); });\n}\n"])
        let failure = try #require(call.failures("order two").first)
        #expect(failure.message == "TypeError: cannot read property 'sum' of undefined")
        #expect(failure.sourceLine == "            each(items, function price(item) { return item.cost.sum; });")
        #expect(failure.state == "/Order" && failure.phrase == "order two")
        #expect(
            failure.stack.map { "\($0.function ?? "-") \($0.file):\($0.line):\($0.column)" }
                == ["price main.sc:8:55", "- lib.js:2:45", "each lib.js:2:21", "- main.sc:8:18"])
    }

    @Test(
        arguments: [
            ("throw 42", "42"), ("throw 'word'", "\"word\""), ("throw null", "null"), ("throw undefined", "undefined"),
            ("throw {code: 1}", "{\"code\":1}"), ("var o = {}; o.o = o; throw o", "[object Object]"),
            ("throw {toString: function () { throw 1; }, toJSON: function () { throw 2; }}", "cannot be read"),
            ("throw function () {}", "function () {}"), ("throw Symbol('s')", "cannot be read"), ("throw 10n", "10"),
            ("throw new Proxy({}, {get: function () { throw 3; }})", "cannot be read"),
            ("throw new Proxy(new Error('x'), {})", "{}"),
        ])
    func thrownValuesAreShownAndTheirPlaceIsTheBlocks(code: String, message: String) throws {
        var call = try Call("        a: before\n        script:\n            \(code);\n        a: after\n")
        let happenings = call.hears("x")
        let failure = try #require(happenings.compactMap { if case .failure(let it) = $0 { it } else { nil } }.first)
        #expect(failure.message.contains(message), "\(failure.message)")
        #expect(failure.file == "main.sc" && failure.line == 6)
        #expect(call.says("y") == ["before"])
    }

    @Test(arguments: [
        ("require(\"./x.js\")", "require: helpers.js"), ("fetch(\"https://example.com\")", "$http.get"),
        ("new XMLHttpRequest()", "$http.get"), ("process.env.A", "$env.get"), ("window.x", "$global"),
        ("module.exports = 1", "require: helpers.js"), ("alert(1)", "$reactions.answer"),
        ("localStorage.a", "$session"), ("document.title", "browser"), ("structuredClone({})", "JSON.parse"),
        ("$reaction.answer(\"x\")", "There is `$reactions`; did you mean that?"),
    ])
    func namesOfOtherRuntimesSayWhatToWrite(_ code: String, says: String) throws {
        var call = try Call("        script: \(code);\n")
        let failure = try #require(call.failures().first)
        #expect(failure.message.hasPrefix("ReferenceError: ") && failure.hint?.contains(says) == true, "\(failure)")
    }

    @Test(arguments: ["foo()", "x", "lag()"]) func aNameThatIsLikeNothingHasNoHint(_ code: String) throws {
        var call = try Call("        script: \(code);\n")
        #expect(call.failures().map(\.hint) == [nil])
    }

    /// The pattern, the place in its converter, and the calls behind it.
    @Test(arguments: [
        ("one", "main.sc:3:54", ["the converter of $Here main.sc:3:54"]),
        ("two", "code.js:1:40", ["throwUp code.js:1:40", "the converter of $There main.sc:4:33"]),
        ("three", "main.sc:6:16", ["the converter of $Below main.sc:6:16"]),
        ("four", "main.sc:8:36", ["the converter of $Nowhere main.sc:8:36"]),
        ("five", "code.js:1:40", ["throwUp code.js:1:40", "the converter of $Inner main.sc:9:67"]),
        ("six", "main.sc:10:34", ["the converter of $Thrown main.sc:10:34"]),
    ])
    func aFailureOfAConverterHasItsPlace(_ said: String, _ place: String, _ stack: [String]) throws {
        var call = try Call(
            script: """
                require: code.js
                patterns:
                    $Here = one || converter = function (ж) { return ж.gone.x; }
                    $There = two || converter = throwUp
                    $Below = three || converter = function (tree) {
                        return tree.gone.x;
                        }
                    $Nowhere = four || converter = $converters.nothing
                    $Inner = five || converter = function (tree) { return throwUp(tree); }
                    $Thrown = six || converter = function (tree) { throw 7; }
                theme: /
                    state: A
                        q!: ($Here/$There/$Below/$Nowhere/$Inner/$Thrown)
                        a: {{$parseTree.text}}
                """,
            files: ["code.js": "function throwUp(tree) { return tree ? tree.gone.x : 1; }\nvar $converters = {};"])
        let failure = try #require(call.failures(said).first)
        #expect("\(failure.file ?? ""):\(failure.line ?? 0):\(failure.column ?? 0)" == place)
        #expect(failure.stack.map { "\($0.function ?? "-") \($0.file):\($0.line):\($0.column)" } == stack)
        #expect(failure.state == "/A" && failure.sourceLine != nil)
        #expect(call.says(said) == [said])
    }

    @Test func onlyErrorsThatAreNoneGetTheHint() throws {
        var call = try Call("        script: throw 42;\n")
        #expect(call.failures().first?.hint?.contains("new Error") == true)
        call = try Call("        script: throw new Error(\"x\");\n")
        #expect(call.failures().first?.hint == nil)
    }

    @Test(arguments: [
        "Promise.reject(new Error(\"late\"));", "Promise.resolve().then(function () { throw new Error(\"late\"); });",
        "(async function () { await null; throw new Error(\"late\"); })();",
    ])
    func rejectionsThatNobodyHandlesAreFailures(_ code: String) throws {
        var call = try Call("        script:\n            var a;\n            \(code)\n        a: never\n")
        let failure = try #require(call.failures().first)
        #expect(failure.message == "Error: late" && failure.line == 6)
    }

    @Test func aHandledRejectionIsNone() throws {
        var call = try Call("        script: Promise.reject(1).catch(function () {});\n        a: fine\n")
        #expect(call.says() == ["fine"])
    }

    @Test func theFailureOfAScriptIsToldBeforeThoseOfItsJobs() throws {
        var call = try Call(
            """
                    script:
                        Promise.reject(new Error("second"));
                        Promise.resolve().then(function () { $session.job = "done"; });
                        throw new Error("first");
                    state: B
                        event!: go
                        a: {{$session.job}}
            """)
        #expect(call.failures().map(\.message) == ["Error: first"])
        #expect(call.says(event: "go") == ["done"])
    }

    @Test func anEndlessRecursionIsShort() throws {
        var call = try Call("        script: function f() { return f() + 1; } f();\n")
        let failure = try #require(call.failures().first)
        #expect(failure.code == "script/stack" && failure.stack.count <= 20)
    }

    @Test func longLinesAreCut() throws {
        let line = String(repeating: "x", count: 5000)
        var call = try Call("        script: \"\(line)\"; nothing.there();\n")
        #expect(call.failures().first?.sourceLine?.count == 500)
    }
}
