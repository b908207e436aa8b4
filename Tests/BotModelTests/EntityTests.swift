import BotModel
import PatternMatching
import SourceText
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

    @Test func oneNoteNamesWhatIsNotFound() {
        let patterns = ["@Off @City", "@duckling.time", "@Off", "@Cty"]
        let (_, diagnostics) = link(patterns, export: export)
        #expect(diagnostics.map(\.code) == ["link/unfound-entities", "link/unknown-entity"])
        #expect(diagnostics.first?.message.contains("as `@Off`, `@duckling.time`, so") == true)
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
