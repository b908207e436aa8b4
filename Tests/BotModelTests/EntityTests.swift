import BotModel
import PatternMatching
import SourceText
import TestClock
import Testing
import Utterances

/// `@Name` of the NLU export, found by the words of its records.
@Suite struct EntityTests {
    private func link(_ patterns: [String], export: String) -> (Bot, [Diagnostic]) {
        let script = "theme: /\n    state: A\n" + patterns.map { "        q!: \($0)\n" }.joined()
        let files = ["main.sc": script, "nlu.json": export]
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0,
            read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        return Linker.link(project)
    }

    private let export = """
        {"entities": [
            {"entity": {"name": "City"}, "records": [
                {"type": "synonyms", "rule": ["New York", "the Big Apple"], "value": "{\\"id\\": 1}"},
                {"type": "synonyms", "rule": ["york", "New York"], "value": "2"},
                {"type": "synonyms", "rule": ["Oslo"]}]},
            {"entity": {"name": "Off", "enabled": false}, "records": [{"type": "synonyms", "rule": ["red"]}]}
        ]}
        """

    @Test func wordsOfRecordsAreFoundAsTheyStand() throws {
        let (bot, diagnostics) = link(["to @City *", "to @City::Goal"], export: export)
        #expect(diagnostics.isEmpty)
        func value(_ text: String, rule: Int = 0) -> [String?]? {
            guard case .pattern(let tree) = bot.rules[rule].trigger else { return nil }
            let matcher = PatternMatcher(entities: bot.entityFinder)
            return matcher.match(tree, Utterance(text), library: bot.patterns)?.tree.children.map(\.value)
        }
        #expect(value("to new york please") == ["{\"id\": 1}"])
        #expect(value("to The big apple") == ["{\"id\": 1}"])
        #expect(value("to York", rule: 1) == ["2"])
        #expect(value("to Oslo", rule: 1) == [nil])
        #expect(value("to New") == nil && value("to Bergen") == nil && value("to") == nil)
    }

    @Test func wordsOfRecordsAreFoundInOtherForms() {
        struct Plurals: WordForms {
            func forms(of lemma: String) -> [String] { [lemma, lemma + "s"] }

            func lemmas(of word: String) -> [String] { word.hasSuffix("s") ? [String(word.dropLast())] : [word] }
        }
        let (bot, _) = link(["@City"], export: export)
        guard case .pattern(let tree) = bot.rules[0].trigger else { return }
        let matcher = PatternMatcher(entities: bot.entityFinder.inflecting(by: Plurals()))
        let match = matcher.match(tree, Utterance("the big apples"), library: bot.patterns)
        #expect(match?.tree.children.map(\.value) == ["{\"id\": 1}"])
        #expect(match?.score == 0.9)
    }

    @Test func oneNoteNamesWhatIsNotFound() {
        let patterns = ["@Off @City", "@pymorphy.name", "@Off", "@Cty"]
        let (_, diagnostics) = link(patterns, export: export)
        #expect(diagnostics.map(\.code) == ["link/unfound-entities", "link/unknown-entity"])
        #expect(diagnostics.first?.message.contains("as `@Off`, `@pymorphy.name`, so") == true)
        #expect(link(patterns, export: "{").1.map(\.code) == ["project/json", "link/unfound-entities"])
    }

    @Test(arguments: ["{", "7", "{\"other\": 1}", "{\"intents\": {}}", "{\"intents\": [{\"name\": \"/A\"}]}", "[{}]"])
    func aBrokenExportIsOnlySaidToBeBroken(_ export: String) {
        let script = "theme: /\n    state: A\n        intent!: /A\n        q!: @City\n"
        let files = ["main.sc": script, "nlu.json": export]
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0,
            read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        let codes = Linker.link(project).1.map(\.code)
        #expect(codes == ["project/json"] || codes == ["project/nlu-export"])
    }
}

/// Records that are patterns, of the bot and of one caller.
@Suite struct PatternRecordTests {
    private func bot(_ patterns: [String]) throws -> Bot {
        let rules = patterns.map { "\"\($0)\"" }.joined(separator: ", ")
        let files = [
            "main.sc": "theme: /\n    state: A\n        q!: * @Dish *\n",
            "nlu.json": """
            {"entities": [{"entity": {"name": "Dish"}, "records": [{"type": "pattern", "rule": [\(rules)], "value": "1"}]}]}
            """,
        ]
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc")).0,
            read: { path in files[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        return Linker.link(project).0
    }

    private static let client = """
        {"$caila": {"records": {"Pet": [{"type": "synonyms", "rule": ["the grey one"]}]}}}
        """

    /// Marks of a caller's own words make the search of a long phrase no dearer: it is gone through once, not once for each word.
    @Test func aCallerWithRecordsIsSearchedOnce() throws {
        let bot = try bot((0..<60).map { "[the] dish\($0) $oneWord" })
        let finder = bot.entityFinder.inflecting(by: ExactForms())
        let records = try #require(
            ClientEntities(client: Self.client, of: bot, forms: ExactForms(), entities: finder))
        let phrase = Utterance((0..<195).map { "dish\($0 % 60)" }.joined(separator: " ") + " the grey one")
        let marked = records.marked(phrase)
        #expect(marked.marks.count == 1)
        var found = 0
        let plain = processorTime { found = finder.entities(named: ["Dish"], in: phrase).count }
        let taken = processorTime { _ = finder.entities(named: ["Dish"], in: marked) }
        #expect(found == 98)
        #expect(taken < plain * 4 + .milliseconds(20), "\(taken) beside \(plain)")
    }

    /// What is found in one caller's phrase is nobody else's, though the words are the same.
    @Test func whatIsFoundBelongsToThePhrase() throws {
        let bot = try bot(["bring @Pet"])
        let finder = bot.entityFinder.inflecting(by: ExactForms())
        let records = try #require(
            ClientEntities(client: Self.client, of: bot, forms: ExactForms(), entities: finder))
        let phrase = Utterance("bring the grey one")
        #expect(finder.entities(named: ["Dish"], in: records.marked(phrase)).map(\.text) == ["bring the grey one"])
        #expect(finder.entities(named: ["Dish"], in: phrase).isEmpty)
    }

    @Test func tooManyRecordsAreNotHeard() throws {
        let bot = try bot(["x"])
        let finder = bot.entityFinder.inflecting(by: ExactForms())
        let lists = (0..<5).map { list in
            let rules = (0..<100).map { "\"word\(list * 100 + $0)\"" }.joined(separator: ", ")
            return "\"E\(list)\": [{\"type\": \"pattern\", \"rule\": [\(rules)]}]"
        }
        let client = "{\"$caila\": {\"records\": {\(lists.joined(separator: ", "))}}}"
        let records = try #require(ClientEntities(client: client, of: bot, forms: ExactForms(), entities: finder))
        let heard = records.marked(Utterance("word5 word150 word250 word499"))
        #expect(heard.marks.map(\.name) == ["E0", "E1"])
        #expect(ClientEntities(client: "{}", of: bot, forms: ExactForms(), entities: finder) == nil)
    }
}
