import ScriptSyntax
import Testing

struct TagCatalogTests {
    @Test func knowsTheTagsOfTheLanguage() {
        for name in [
            "require", "theme", "state", "patterns", "init", "q", "a", "go", "if", "random", "buttons", "InputText",
        ] {
            #expect(TagCatalog.description(of: name)?.name == name)
        }
        #expect(TagCatalog.description(of: "Q") == nil)
    }

    @Test(arguments: [
        ("sate", "state"), ("Theme", "theme"), ("scirpt", "script"), ("button", "buttons"), ("elif", "elseif"),
        ("say", "a"), ("img", "image"),
    ])
    func guessesWhatWasMeant(_ written: String, _ meant: String) {
        #expect(TagCatalog.suggestion(for: written) == meant)
    }

    @Test func saysHowItIsDoneInsteadOfByATag() {
        #expect(TagCatalog.advice(for: "hangUp")?.contains("`$dialer.hangUp();`") == true)
        #expect(TagCatalog.advice(for: "text")?.contains("`a: Hello!`") == true)
        #expect(TagCatalog.advice(for: "state") == nil)
    }

    @Test func leavesStrangeNamesAlone() {
        #expect(TagCatalog.suggestion(for: "HangUpNow") == nil)
        #expect(TagCatalog.suggestion(forParameter: "noContxt", of: "state") == "noContext")
        #expect(TagCatalog.suggestion(forParameter: "anything", of: "Unknown") == nil)
    }

    @Test func knowsWhatMayStandBelow() throws {
        let theme = try #require(TagCatalog.description(of: "theme"))
        let state = try #require(TagCatalog.description(of: "state"))
        let random = try #require(TagCatalog.description(of: "random"))
        #expect(theme.mayHold("state") && theme.mayHold("init") && !theme.mayHold("a") && !theme.mayHold("theme"))
        #expect(state.mayHold("state") && state.mayHold("q") && state.mayHold("HangUp") && !state.mayHold("theme"))
        #expect(random.mayHold("go") && random.mayHold("InputText") && !random.mayHold("q"))
        #expect(TagCatalog.mayStandAtTop("theme") && !TagCatalog.mayStandAtTop("state"))
    }
}
