import BotModel
import SourceText
import Testing

/// States that action tags make, tags of the bot itself, and names of the NLU export.
@Suite struct ActionTagTests {
    @Test func anActionMakesItsStatesInItsOwnPlace() throws {
        let (bot, diagnostics) = Linker.link(
            project([
                "main.sc":
                    "theme: /\n    state: Ask\n        InputNumber:\n            varName = n\n            then = Next\n        state: Next\n"
            ]))
        #expect(diagnostics.isEmpty)
        #expect(
            bot.states.map(\.path.description) == ["/Ask", "/Ask/Next", "/Ask/CatchNumber", "/Ask/CatchAll"])
        let made = try #require(bot.states.last)
        #expect(made.place.line == 3 && made.home.description == "/Ask")
    }

    @Test func statesThatTheBotWroteItselfAreLeftAlone() {
        let (bot, _) = Linker.link(
            project([
                "main.sc": """
                theme: /
                    @InputText
                        {"prompt": "Name?", "varName": "name"}
                    state: Ask
                        a: Name?
                        state: CatchText || modal = true
                            q: *
                    state: Other
                        InputText:
                            varName = name
                        state: CatchText
                """
            ]))
        #expect(
            bot.states.map(\.path.description) == ["/Ask", "/Ask/CatchText", "/Other", "/Other/CatchText"])
    }

    @Test func aSecondActionOfAStateHasARoomOfItsOwn() {
        let (bot, _) = Linker.link(
            project([
                "main.sc": """
                theme: /
                    state: Ask
                        if: $session.first
                            InputText:
                                varName = a
                        else:
                            InputText:
                                varName = b
                """
            ]))
        #expect(
            bot.states.map(\.path.description) == [
                "/Ask", "/Ask/CatchText", "/Ask/InputText 2", "/Ask/InputText 2/CatchText",
            ])
    }

    private static let tagFile = """
        {
            // What the editor shows.
            "tagName": "AskNumber", "startState": "/Block/Start", "scenarioFile": "block.sc",
            "parameters": [
                {"name": "okState", "type": "state", "required": true},
                {"name": "tries", "type": "integer"},
            ]
        }
        """

    private func link(_ script: String, tag: String = tagFile, intents: String? = nil) -> [String] {
        var files = [
            "main.sc": script, "tag.json": tag, "block.sc": "theme: /Block\n    state: Start\n        a: Which?\n",
        ]
        files["caila_import.json"] = intents
        let texts = files
        let yaml = SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc\ncustomTags:\n  - tag.json\n")
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(yaml).0,
            read: { path in texts[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        return Linker.link(project).1.map { "\($0.code) \($0.hint ?? "")" }
    }

    @Test func aTagOfTheBotIsHeldAgainstItsDeclaration() {
        let good = "theme: /\n    state: A\n        AskNumber:\n            okState = /A\n            tries = {{2}}\n"
        #expect(link(good) == [])
        let bad = """
            theme: /
                state: A
                    AskNumbr:
                    AskNumber:
                        trie = 2
                    AskNumber:
                        okState = /Gone
                        tries = many
            """
        #expect(
            link(bad) == [
                "link/unknown-tag Did you mean `AskNumber:`?",
                "link/missing-parameter Add the line `okState = …` one level deeper.",
                "link/unknown-parameter Did you mean `tries`?",
                "link/missing-parameter Add the line `okState = …` one level deeper.",
                "link/parameter-value Write it with digits, like `tries = 10`.",
                "link/unknown-state Write a path from the root (`/Order`), a child (`./Confirm`) or a neighbour (`../Order`).",
            ])
    }

    @Test func theDeclarationOfATagIsCheckedToo() {
        let script = "theme: /\n    state: A\n        a: a\n"
        #expect(
            link(script, tag: #"{"tagName": "InputText", "startState": "/Blok/Start", "scenarioFile": "block.sc"}"#)
                == [
                    "link/tag-name Give it a name of its own.",
                    "link/unknown-state There is `/Block/Start`; did you mean that?",
                ])
        #expect(link(script, tag: #"{"tagName": "Other"}"#) == ["link/tag-start Add `\"startState\": \"/Path\"`."])
    }

    @Test func intentsAreLookedUpInTheExport() {
        let script =
            "theme: /\n    state: A\n        intent!: /Ordr\n        intent!: /sys/en/bye\n        intentGroup: /FAQ\n        intent: /Other\n"
        let intents =
            #"{"intents": [{"path": "/Order", "phrases": [{"text": "I order"}]}, {"path": "/FAQ/Price"}]}"#
        #expect(
            link(script, intents: intents) == [
                "link/unknown-intent There is `/Order`; did you mean that?",
                "link/unknown-intent Correct the path, or export the intents of the project again.",
            ])
    }
}
