import BotModel
import PatternMatching
import SourceText
import Testing
import Utterances

/// `$entity<Name>` by forms of words: any that has a dictionary word in common with what stands in the dictionary.
@Suite struct DictionaryTests {
    /// Words with their forms, the dictionary word first.
    private struct ListedWords: WordForms {
        private static let rows = [
            "парк парка парку парки", "победа победы победе победой", "победить победы", "новый новая новой нового",
            "год года годы",
            "сталь стали", "стать стали", "left lefts", "leave left leaves", "сочи", "сочить сочу сочи",
            "три трёх трех",
            "тереть три", "park parks", "river rivers",
        ].map { $0.split(separator: " ").map(String.init) }

        func forms(of word: String) -> [String] {
            let own = Self.rows.filter { $0[0] == word }
            let rows = own.isEmpty ? Self.rows.filter { $0.contains(word) } : own
            return rows.isEmpty ? [word] : rows.flatMap(\.self)
        }

        func knows(_ word: String) -> Bool { Self.rows.contains { $0.contains(word) } }

        func lemmas(of word: String) -> [String] {
            let lemmas = Self.rows.filter { $0.contains(word) }.map { $0[0] }
            return lemmas.isEmpty ? [word] : lemmas
        }
    }

    private static let places = """
        1;Парк Победы,Парк;{}
        2;Новая Победа,Новая;{}
        3;парк победы новый;{}
        4;Парки;{}
        5;сталь;{}
        6;River Park,Зюзюблик;{}
        7;Парка;{}
        """

    private func bot(_ pattern: String, dictionary: String = places) -> Bot {
        let script = "require: places.csv\n    name = Places\ntheme: /\n    state: A\n        q!: \(pattern)\n"
        let files = ["main.sc": script, "places.csv": dictionary]
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0,
            read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        return Linker.link(project).0
    }

    /// Two files under one name and variable; of one id the last row counts.
    @Test func dictionariesOfOneVariableStandTogetherInTheOrderOfIds() {
        let requires = ["a", "b"].map { "require: \($0).csv\n    name = Places\n    var = $Places\n" }.joined()
        let files = ["main.sc": requires, "a.csv": "su;one;1\naes;two;2\n", "b.csv": "alts;three;3\nsu;four;4\n"]
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0,
            read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        let data = Linker.link(project).0.data
        #expect(data.map(\.name) == ["$Places"])
        #expect(data.first?.json == #"{"aes":{"value":"2"},"alts":{"value":"3"},"su":{"value":"4"}}"#)
    }

    private func match(_ bot: Bot, _ text: String, words: any WordForms = ListedWords()) -> PatternMatch? {
        guard case .pattern(let tree) = bot.rules[0].trigger else { return nil }
        let matcher = PatternMatcher(entities: bot.entityFinder.inflecting(by: words))
        return matcher.match(tree, Utterance(text), library: bot.patterns)
    }

    @Test(arguments: [
        ("возле парка победы", "1"), ("возле парку победе", "1"), ("возле Парк Победы", "1"), ("возле парк", "1"),
        ("возле парки", "4"), ("возле парка", "7"), ("возле парку", "1"), ("возле новой победы", "2"),
        ("возле нового", "2"),
        ("возле парка победы нового", "3"), ("возле парка победы года", "1"), ("возле стали", "5"),
        ("возле rivers parks", "6"),
        ("возле зюзюблик", "6"),
    ])
    func formsAreFound(text: String, id: String) {
        let found = match(bot("возле $Places *"), text)
        #expect(found?.tree.children.map(\.value) == [id])
    }

    @Test(arguments: ["возле победы", "возле года", "возле зюзюблика", "возле победы парка", "возле стать", "возле"])
    func otherWordsAreNot(text: String) { #expect(match(bot("возле $entity<Places> *"), text) == nil) }

    /// A word that is a dictionary word itself is no form of another one; what is only a form has the other forms of its word.
    @Test(arguments: [
        ("left", "возле leave", false), ("leave", "возле left", true), ("Сочи", "возле сочу", false),
        ("три", "возле тереть", false), ("три", "возле трёх", true), ("Победы", "возле победой", true),
    ])
    func dictionaryWordsKeepTheirMeaning(synonym: String, text: String, isFound: Bool) {
        let bot = bot("возле $Places", dictionary: "1;\(synonym);{}")
        #expect((match(bot, text) != nil) == isFound)
    }

    @Test func anInflectedWordCountsAsMuch() {
        let bot = bot("$Places")
        #expect(match(bot, "Парк Победы")?.score == 0.9)
        #expect(match(bot, "парка победы")?.score == 0.9)
        #expect(match(bot, "парка победы", words: ExactForms()) == nil)
        #expect(match(bot, "парк победы", words: ExactForms())?.tree.children.map(\.value) == ["1"])
    }

    /// Whatever the dictionary, the finder says what trying every phrase on every place says.
    @Test func agreesWithTryingEveryPhrase() {
        var seed: UInt64 = 7
        func next(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % UInt64(bound))
        }
        let words = [
            "парк", "парка", "парки", "победы", "победа", "новый", "год", "годы", "стали", "сталь", "стать", "x",
        ]
        func phrase(_ count: Int) -> String { (0..<count).map { _ in words[next(words.count)] }.joined(separator: " ") }
        for _ in 0..<60 {
            let phrases = (0..<(1 + next(20))).map { _ in phrase(1 + next(3)) }
            let rows = phrases.enumerated().map { "\($0);\($1);{}" }.joined(separator: "\n")
            let finder = bot("$Places", dictionary: rows).entityFinder.inflecting(by: ListedWords())
            let utterance = Utterance(phrase(1 + next(5)))
            let heard = utterance.tokens.map(\.word)
            for start in heard.indices {
                let found = finder.covers(of: .dictionary("Places"), in: utterance, from: start)
                #expect(found == expected(phrases, heard, start), "\(utterance.text) at \(start) with \(phrases)")
            }
        }
    }

    private func expected(_ phrases: [String], _ heard: [String], _ start: Int) -> [EntityCover] {
        var best: [Int: (inflected: Int, record: Int)] = [:]
        for (record, phrase) in phrases.enumerated() {
            let words = phrase.split(separator: " ").map(String.init)
            guard start + words.count <= heard.count else { continue }
            let pairs = zip(words, heard[start...])
            guard pairs.allSatisfy({ isRelated($0, $1) }) else { continue }
            let rank = (inflected: pairs.count { $0 != $1 }, record: record)
            let end = start + words.count
            if best[end].map({ rank < ($0.inflected, $0.record) }) ?? true { best[end] = rank }
        }
        return best.sorted { $0.key > $1.key }.map { EntityCover(end: $0.key, value: String($0.value.record)) }
    }

    private func isRelated(_ word: String, _ other: String) -> Bool {
        ListedWords().forms(of: word).contains(other)
    }
}
