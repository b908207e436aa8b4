import BotModel
import BotRuntime
import CampaignModel
import Conversations
import Foundation
import JavaScript
import SourceText
import Testing

@Suite struct ScriptNameTests {
    private static let files = [
        "main.sc": """
        require: tools.js
        require: words.yaml
            var = words
        init:
            $global.greeting = tool(words.hello);
            unknownAtLoad = 1;
        patterns:
            $Number = (один|два) || converter = toNumber
            $Size = (большой|малый) || converter = function (tree) { return sizes[tree.text]; }
        theme: /
            state: A
                q!: *
                if: $session.again && typeof later !== "undefined"
                    a: «привет» {{ greeting + missing }}
                script:
                    var own = tool($request.query);
                    frist(own);
        """,
        "tools.js": "function tool(text) { return typeof text ? text : helper(text); }\nvar sizes = {};\n",
        "words.yaml": "hello: hi\n",
    ]

    private func runtime() throws -> (BotRuntime, BotSources) {
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            read: { path in Self.files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        let (bot, sources, _) = Linker.linkWithSources(project)
        return (try BotRuntime(checking: bot), sources)
    }

    @Test func namesOfAWholeBotHaveTheirPlaces() throws {
        let (runtime, sources) = try runtime()
        let names = runtime.scriptNames(sources)
        let unknown = names.filter { $0.use == .read && !$0.exists }
        #expect(
            Set(unknown.map { "\($0.name)\($0.isCalled ? "()" : "") \($0.file) \($0.line):\($0.column ?? 0)" }) == [
                "helper() tools.js 1:51", "toNumber main.sc 8:41", "missing main.sc 14:39", "frist() main.sc 17:13",
            ])
        #expect(Set(names.filter { $0.use == .declared }.map(\.name)) == ["tool", "sizes", "greeting"])
        #expect(names.first { $0.use == .written }?.name == "unknownAtLoad")
        #expect(names.first { $0.use == .typeof }?.name == "later")
        #expect(names.first { $0.name == "sizes" && $0.line == 9 }?.column == 69)
    }

    @Test func uncertainWhatInitDeclaresIsSeenByAllScripts() throws {
        let script = """
            init:
                function twice(text) { return text + text; }
                let once = 1;
            init:
                let once = 2;
                if (once === 2) return;
                nothing.there();
            theme: /
                state: A
                    a: {{ twice("x") }}
            """
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            read: { .text(SourceFile(path: $0, text: script)) })
        let runtime = try BotRuntime(checking: Linker.link(project).0)
        #expect(runtime.loadFailures.isEmpty)
        let names = runtime.scriptNames(nil)
        #expect(names.first { $0.use == .read && $0.name == "twice" }?.exists == true)
    }

    @Test func theNameThatWasMeantIsFound() {
        #expect(PlatformNames.suggestion(for: "$sesion") == "$session")
        #expect(PlatformNames.suggestion(for: "parseint") == "parseInt")
        #expect(PlatformNames.suggestion(for: "frist", declared: ["first"]) == "first")
    }

    /// The engine and the prelude give nothing that the list of the platform's names does not have.
    @Test func thePlatformsNamesAreComplete() throws {
        let slot = try ScriptSlot(limits: ScriptLimits()) { _, _ in .value(.undefined) }
        let list = "Object.getOwnPropertyNames(globalThis).filter(function (name) { return name.slice(0, 2) !== '__' })"
        slot.seal()
        slot.beginTurn(now: 0) { _ in 0 }
        let block = try slot.compile(list, file: "a.js", firstLine: 1, as: .expression)
        guard case .array(let names) = try slot.run(block) else { throw ScriptFailure(kind: .exception, message: "") }
        for case .string(let name) in names { #expect(PlatformNames.contains(name), "\(name)") }
    }

    @Test func aMissingServiceFailsOnlyWhenAScriptGetsToIt() throws {
        let script = """
            init:
                bind("preMatch", function () {});
                $storage.config({}).then(function () {}).catch(function () {});
                new $jivo.Message();
            theme: /
                state: A
                    q!: *
                    a: hello
                    script: bind("postProcess", function () {}); $jsapi.bind({type: "preMatch", handler: function () {}}); $storage.get("x");
            """
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            read: { .text(SourceFile(path: $0, text: script)) })
        let runtime = try BotRuntime(bot: Linker.link(project).0)
        #expect(runtime.loadFailures.isEmpty)
        var random = RandomSource.queue([])
        let result = runtime.turn(
            ConversationState(), .text("x"), in: CallFacts(number: "1"), at: Date(timeIntervalSince1970: 0),
            random: &random)
        let failures = result.happenings.compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
        #expect(
            failures.map(\.message) == [
                "Error: $storage keeps temporary files on the platform's servers, and here scripts have no files; keep data in $session or $client"
            ])
        #expect(failures.first?.line == 9)
    }
}
