import BotModel
import SourceText
import Testing
import Utterances

/// Names of people and places by the grammar of words.
@Suite struct WordEntityTests {
    private struct ListedWords: WordForms {
        func forms(of word: String) -> [String] { [word] }

        func analyses(of word: String) -> [WordAnalysis] {
            switch word {
            case "иван": [WordAnalysis(lemma: "иван", features: ["NOUN", "Name"])]
            case "москве": [WordAnalysis(lemma: "москва", features: ["NOUN", "Geox"])]
            case "вера", "веру":
                [
                    WordAnalysis(lemma: "вера", features: ["NOUN", "Name"]),
                    WordAnalysis(lemma: "вера", features: ["NOUN"]),
                ]
            default: []
            }
        }
    }

    private func entities(in text: String, pattern: String) -> [String]? {
        let script = SourceFile(path: "main.sc", text: "theme: /\n    state: A\n        q!: \(pattern)\n")
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0,
            read: { $0 == script.path ? .text(script) : .missing })
        let bot = Linker.link(project).0
        return WordEntities(of: bot, ListedWords())?.marked(Utterance(text)).marks.map { "\($0.name) \($0.words)" }
    }

    @Test(arguments: [
        ("меня зовут иван", ["mystem.persn 2..<3"]), ("погода в москве", ["pymorphy.geox 2..<3"]),
        ("зовите Веру", ["mystem.persn 1..<2"]), ("есть вера", []), ("", []),
    ])
    func words(text: String, found: [String]) {
        #expect(entities(in: text, pattern: "* @mystem.persn * @pymorphy.geox *") == found)
    }

    @Test func aBotThatAsksForNoneHasNone() { #expect(entities(in: "Иван", pattern: "* @duckling.number *") == nil) }
}
