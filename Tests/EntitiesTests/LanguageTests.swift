import Entities
import Testing

/// Which language a text is taken for, and how long its rules are kept.
struct LanguageTests {
    @Test(arguments: [
        ("tomorrow", "en"), ("завтра", "ru"), ("call me завтра", "ru"), ("17:30", "en"), ("", "en"), ("明天", "en"),
    ])
    func theLettersChoose(_ text: String, _ language: String) {
        let languages = Rules.languages.map(Rules.letters)
        #expect(EntityLanguage.language(of: text, among: languages)?.name == language)
    }

    @Test func aLanguageWithFewLettersGoesBeforeOneThatHasThemToo() {
        let languages = [
            EntityLanguage(name: "aa", letters: "а-я"), EntityLanguage(name: "bb", letters: "# own\nї є"),
            EntityLanguage(name: "cc", letters: ""),
        ]
        #expect(EntityLanguage.language(of: "їжак", among: languages)?.name == "bb")
        #expect(EntityLanguage.language(of: "жук", among: languages)?.name == "aa")
        #expect(EntityLanguage.language(of: "beetle", among: languages) == nil)
    }

    @Test func wrongLettersAreTold() {
        let language = EntityLanguage(name: "xx", letters: "a-z all z-a")
        #expect(
            language.mistakes.map(\.description) == [
                "xx/letters: `all` is neither a letter, nor a range such as `a-z`, nor `any`.",
                "xx/letters: `z-a` is neither a letter, nor a range such as `a-z`, nor `any`.",
            ])
    }

    @Test func aGrammarThatNobodyHoldsIsGone() {
        weak var kept: EntityGrammar?
        do {
            let grammar = EntityGrammar(files: [("a.rules", "$Time = tomorrow || meaning = cycle(1, day)")])
            #expect(grammar.entities(in: "tomorrow", at: Rules.moment).count == 1)
            kept = grammar
        }
        #expect(kept == nil)
    }
}
