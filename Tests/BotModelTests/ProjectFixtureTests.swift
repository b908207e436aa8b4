import BotModel
import Foundation
import SourceText
import Testing

/// Each folder of `Fixtures/projects` is a bot; `expected.txt` in it says what is found in it and about it.
@Suite struct ProjectFixtureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/projects").path

    static let projects = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test(arguments: projects)
    func isReadAsExpected(_ name: String) throws {
        let path = Self.folder + "/" + name
        let (bot, diagnostics) = try BotLoader.load(path, libraries: Libraries(dataFolder: checkout + "/Grammars"))
        let found = Self.report(bot, diagnostics)
        let golden = path + "/expected.txt"
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try found.write(toFile: golden, atomically: true, encoding: .utf8)
            Issue.record("recorded; read it before it counts")
            return
        }
        #expect(try found == String(contentsOfFile: golden, encoding: .utf8))
    }

    private static func report(_ bot: Bot, _ diagnostics: [Diagnostic]) -> String {
        let found = diagnostics.map(line).sorted()
        let vocabulary = bot.vocabulary
        var lines = found + ["", "name \(bot.name)", "injector \(bot.configuration.injector)"]
        lines += ["on error \(bot.configuration.errorAnswer ?? "silence")"]
        lines += bot.files.keys.sorted().map { "file \($0)" }
        lines += bot.states.map { "state \($0.path)" }
        lines += bot.data.map { "data \($0.name) \($0.json)" }
        lines += vocabulary.dictionaries.flatMap { dictionary in
            dictionary.records.map { record in
                let words = record.synonyms.map { "\($0.text)@\($0.span.start)" }.joined(separator: "|")
                return "record \(dictionary.name) line \(record.line) \(record.id) [\(words)] \(record.value)"
            }
        }
        lines += vocabulary.intents.intents.map { "intent \(describe($0, in: bot))" }
        lines += vocabulary.intents.exampleGroups.map { "group \(describe($0, in: bot))" }
        lines += vocabulary.intents.entities.map { entity in
            let records = entity.records.map { "\($0.kind) \($0.rules.map(\.text)) \($0.value ?? "")" }
            return "entity \(entity.name.text) enabled \(entity.isEnabled) literal \(entity.isLiteral) \(records)"
        }
        lines += vocabulary.customTags.values.map { tag in
            let parameters = tag.parameters.map { "\($0.name.text): \($0.type)\($0.isRequired ? "!" : "")" }
            return "tag \(tag.name.text) \(tag.startState?.text ?? "") \(parameters)"
        }
        lines += bot.missingModules.sorted().map { "missing \($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ diagnostic: Diagnostic) -> String {
        let place = "\(diagnostic.file):\(diagnostic.start.line):\(diagnostic.start.column)"
        return
            "\(place) \(diagnostic.severity.rawValue)[\(diagnostic.code)] \(diagnostic.message) | \(diagnostic.hint ?? "")"
    }

    private static func describe(_ intent: Intent, in bot: Bot) -> String {
        let lines = intent.phrases.map { phrase in
            let line = bot.files[intent.file].map { $0.position(at: phrase.span.start).line } ?? 0
            return "\(line): \(phrase.text)"
        }
        let slots = intent.slots.map { "\($0.name.text) @\($0.entity.text)\($0.isRequired ? "!" : "") \($0.prompts)" }
        return "\(intent.path.text) enabled \(intent.isEnabled) \(lines) \(intent.patterns.map(\.text)) \(slots)"
            + " \(intent.answer ?? "") \(intent.customData ?? "")"
    }
}
