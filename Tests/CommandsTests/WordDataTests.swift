import BotModel
import Commands
import SourceText
import Testing
import Utterances

/// What is said where a bot needs the forms of words and they are not at hand.
@Suite struct WordDataTests {
    private func warning(_ patterns: [String], lexicon: Lexicon = Lexicon()) -> String? {
        let script = "theme: /\n    state: A\n" + patterns.map { "        q!: \($0)\n" }.joined()
        let project = Project(name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"]) {
            $0 == "main.sc" ? .text(SourceFile(path: $0, text: script)) : .missing
        }
        return WordData.warning(Linker.link(project).0.wordNeeds, lexicon: lexicon)?.message
    }

    @Test func nothingIsSaidToABotThatNeedsNone() {
        #expect(warning(["привет", "call* [me]", "*"]) == nil)
    }

    @Test func oneWarningNamesTheLanguages() {
        #expect(
            warning(["* ~человек *", "~друг"])
                == "The forms of Russian words are not at hand: `~человек` and the like match only the word as it is written; `$morph<…>` matches nothing."
        )
        #expect(
            warning(["~friend", "$morph<С>"])?.contains(
                "Russian and English words are not at hand: `$morph<С>`, `~friend`") == true)
    }

    @Test func tagsOfAnyLanguageMeanTheOneOfTheBot() {
        #expect(
            warning(["call $morph<VERB>"])
                == "The forms of English words are not at hand: `$morph<VERB>` matches nothing.")
        #expect(warning(["позвони $morph<VERB>"])?.contains("Russian") == true)
    }
}
