import BotModel
import BotRuntime
import Conversations
import Foundation
import Testing

/// `scriptEs6:` and ES6 modules (dsl.md 5).
@Suite struct ModernScriptTests {
    @Test func aScriptWaitsAndReturns() throws {
        var call = try Call(
            """
                    scriptEs6:
                        const double = async n => { await null; return n * 2; };
                        $session.n = await double(await Promise.resolve(21));
                        if ($session.n === 42) { $reactions.answer("in time"); return; }
                        $reactions.answer("never");
                    a: {{$session.n}}
            """)
        #expect(call.says() == ["in time", "42"])
        #expect(call.failures() == [])
    }

    @Test func everyPromiseIsDoneBeforeTheNextTag() throws {
        var call = try Call(
            """
                    script:
                        Promise.resolve().then(function () { $session.a = 1; }).then(function () { $session.a += 1; });
                        queueMicrotask(function () { $reactions.answer("job"); });
                        $reactions.answer("first");
                    a: {{$session.a}}
            """)
        #expect(call.says() == ["first", "job", "2"])
    }

    @Test func stopScriptAndTransitionsWorkAfterAWait() throws {
        var call = try Call(
            """
                    scriptEs6:
                        await null;
                        $reactions.transition("/A/B");
                        $jsapi.stopScript();
                    a: never
                    state: B
                        a: b
            """)
        #expect(call.says() == ["b"])
    }

    @Test func aPromiseThatNothingFulfilsIsSaid() throws {
        var call = try Call("        scriptEs6: await new Promise(() => {});\n        a: never\n")
        let failure = try #require(call.failures().first)
        #expect(failure.message.contains("waits for a promise"))
        #expect(failure.line == 4)
        #expect(call.says() == [])
    }

    @Test func timersSayWhyTheyAreNotThere() throws {
        var call = try Call("        script: setTimeout(function () {}, 10);\n")
        #expect(call.failures().first?.message.contains("timeout: /State") == true)
        call = try Call("        script: clearTimeout(1); $reactions.answer(typeof global.console.log);\n")
        #expect(call.says() == ["function"])
    }

    @Test func theConsoleIsTheLog() throws {
        var call = try Call(
            "        script: console.log(\"a\", {b: [1]}, undefined); console.error(\"c\"); var o = {}; o.o = o; console.warn(o);\n"
        )
        let lines = call.hears("x").compactMap { if case .log(let text) = $0 { text } else { nil } }
        #expect(lines == ["a {\"b\":[1]} undefined", "c", "[object Object]"])
    }

    // MARK: Modules

    private static let main = """
        require: lib/api.js
            type = scriptEs6
            name = api
        theme: /
            state: A
                q!: *
                scriptEs6:
                    $reactions.answer(await api.hello($request.query));

        """

    @Test func modulesImportEachOtherAndSeeTheTurn() throws {
        var call = try Call(
            script: Self.main,
            files: [
                "lib/api.js": """
                import { greet, names as all } from "./words.js";
                import data from "../data.json";
                export * from "./words.js";
                const late = await Promise.resolve("!");
                async function hello(who) { all.push(who); $session.n = all.length; return greet(who) + data.end + late; }
                export default { hello };
                """,
                "lib/words.js":
                    "import './api.js';\nexport const names = [];\nexport function greet(who) { return `Hi ${who}`; }",
                "data.json": "{\"end\": \"?\"}",
            ])
        #expect(call.runtime.loadFailures == [])
        #expect(call.says("Ann") == ["Hi Ann?!"])
        #expect(call.says("Ben") == ["Hi Ben?!"])
        #expect(call.state.session == "{\"n\":1}", "modules are as they were loaded in every turn")
    }

    @Test func withoutADefaultTheNameIsAllExportsUncertain() throws {
        var call = try Call(
            script: Self.main, files: ["lib/api.js": "export const hello = async who => 'all ' + who;"])
        #expect(call.says("x") == ["all x"])
    }

    @Test func aPackageLoadsAndFailsWhenItIsUsed() throws {
        var call = try Call(
            script: Self.main,
            files: [
                "lib/api.js": """
                import axios, { AxiosError as Fault, create } from "axios";
                import fs from "node:fs";
                import "side-effect";
                const client = axios.create({ base: create("x") });
                async function hello(who) { return who === "y" ? "fine" : (await client.get(who)).data; }
                export default { hello, Fault };
                """
            ])
        #expect(call.runtime.loadFailures == [])
        #expect(call.says("y") == ["fine"])
        let failure = try #require(call.failures("z").first)
        #expect(failure.message.contains("`axios` is a package of node_modules"))
        #expect(failure.file == "lib/api.js" && failure.line == 5)
    }

    @Test func momentAndUnderscoreCanBeImported() throws {
        var call = try Call(
            script: Self.main,
            files: [
                "lib/api.js": """
                import moment from "moment";
                import _, { map } from "underscore";
                export default { hello: who => moment.utc(0).year() + map([1], n => n + 1).join() + _.last([3]) };
                """
            ], library: Call.system)
        #expect(call.says("y") == ["197023"])
    }

    @Test func mistakesInModulesHaveTheirPlace() throws {
        var call = try Call(
            script: Self.main,
            files: ["lib/api.js": "import './b.js';\nexport default {};", "lib/b.js": "let a = 1;\nlet b = = 2;\n"])
        let syntax = try #require(call.runtime.loadFailures.first)
        #expect(syntax.code == "script/syntax" && syntax.file == "lib/b.js" && syntax.line == 2)
        call = try Call(
            script: Self.main,
            files: ["lib/api.js": "\nimport { gone } from './b.js';", "lib/b.js": "export const a = 1;"])
        let export = try #require(call.runtime.loadFailures.first)
        #expect(export.message.contains("gone") && export.file == "lib/api.js")
        call = try Call(script: Self.main, files: ["lib/api.js": "const a = 1;\nnothing.there();\nexport default {};"])
        let thrown = try #require(call.runtime.loadFailures.first)
        #expect(thrown.file == "lib/api.js" && thrown.line == 2 && thrown.sourceLine == "nothing.there();")
    }

    @Test func aFileIsImportedInATurnToo() throws {
        var call = try Call(
            script: Self.main,
            files: [
                "lib/api.js": "export default { hello: async who => (await import('./late.js')).default + who };",
                "lib/late.js": "export default 'late ';",
            ])
        #expect(call.says("x") == ["late x"])
        call = try Call(
            script: Self.main,
            files: ["lib/api.js": "export default { hello: async who => (await import('./' + who)).default };"])
        #expect(call.failures("no.js").first?.message.contains("there is no module `lib/no.js`") == true)
    }
}
