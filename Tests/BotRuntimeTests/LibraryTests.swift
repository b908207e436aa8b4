import BotModel
import BotRuntime
import Conversations
import Foundation
import Scripting
import Testing

/// The libraries that the platform gives and that come from packages of the machine (`.ci/deps`).
@Suite struct LibraryTests {
    @Test func momentSpeaksRussianWhenAsked() throws {
        var call = try Call(
            """
                    a: {{moment().format("D MMMM YYYY, dddd")}}
                    a: {{moment().locale("ru").format("D MMMM YYYY, dddd")}}
                    a: {{moment.utc(0).utcOffset(180).format()}} {{currentDate().year()}}
            """, library: Call.system)
        #expect(
            call.says() == [
                "23 November 2026, Monday", "23 ноября 2026, понедельник", "1970-01-01T03:00:00+03:00 2026",
            ])
    }

    @Test func momentsClockIsTheCalls() throws {
        var call = try Call("        a: {{moment().format(\"HH:mm\")}} {{moment().valueOf()}}\n", library: Call.system)
        call.facts.zone = "Asia/Almaty"
        #expect(call.says() == ["14:00 1795424400000"])
    }

    @Test func underscoreIsThere() throws {
        var call = try Call(
            "        a: {{_.chain([3, 1, 2]).sortBy().map(function (n) { return n * 2; }).value()}} {{_.uniqueId(\"a\")}}\n",
            library: Call.system)
        #expect(call.says() == ["2,4,6 a1"])
        #expect(call.says() == ["2,4,6 a1"], "no turn sees what another one did to a library")
    }

    @Test(arguments: [
        "        a: {{moment().year()}}\n", "        script: $reactions.answer(\"{{moment().year()}}\");\n",
        "        script: var clock = moment; $reactions.answer(clock().year() + \"\");\n",
        "        a: {{$global[\"moment\"] ? $reactions.template(`{{moment().year()}}`) : \"\"}}\n",
    ])
    func everyWayToUseALibraryLoadsIt(_ reactions: String) throws {
        var call = try Call(reactions, library: Call.system)
        #expect(call.says() == ["2026"])
    }

    @Test(arguments: [
        "        a: wait a moment\n", "        a: {{\"a_b\".split(\"_\").length}}\n",
        "        script: // moment\n            $session.a = \"moment _\";\n",
    ])
    func nothingElseDoes(_ reactions: String) throws {
        let asked = Asked()
        let shelf = ScriptShelf { path in
            asked.add(path)
            return nil
        }
        var call = try Call(reactions, library: shelf)
        #expect(call.failures() == [])
        #expect(asked.paths.isEmpty)
    }

    @Test func whatIsMissingSaysWhatToInstall() throws {
        var call = try Call("        a: {{moment().year()}}\n        a: {{_.first([1])}}\n")
        let failure = try #require(call.failures().first)
        #expect(failure.message.contains("apt-get install libjs-moment"))
        #expect(call.runtime.loadDiagnostics.map(\.code) == ["script/missing-library", "script/missing-library"])
    }

    @Test func theBotsOwnLibraryReplacesThePlatforms() throws {
        var call = try Call(
            script: "require: own.js\ntheme: /\n    state: A\n        q!: *\n        a: {{_.own()}}\n",
            files: ["own.js": "var _ = { own: function () { return 'mine'; } };"], library: Call.system)
        #expect(call.says() == ["mine"])
    }

    @Test func theShortcutOfTheCommonLibrary() throws {
        var call = try Call(
            script: """
                require: own.js
                theme: /
                    state: A
                        q!: *
                        a: {{set(2)}} {{$session.n}} {{$.request.query}}
                """,
            files: [
                "own.js": """
                var $global = this;
                $global.$ = { __noSuchProperty__: function (name) { return $jsapi.context()[name]; } };
                function set(n) { $.session.n = n; return $.session.n; }
                """
            ])
        #expect(call.says("hi") == ["2 2 hi"])
    }
}

/// Which files a bot has asked for.
private final class Asked: @unchecked Sendable {
    private let lock = NSLock()
    private var list: [String] = []

    func add(_ path: String) { lock.withLock { list.append(path) } }

    var paths: [String] { lock.withLock { list } }
}

extension Call {
    /// The libraries of this machine.
    static let system = ScriptShelf { try? String(contentsOfFile: "/usr/share/javascript/" + $0, encoding: .utf8) }
}
