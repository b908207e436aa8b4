import BotModel
import CivilTime
import Entities
import PatternMatching
import SourceText
import TestClock
import Testing
import Utterances

/// Texts as long as they may be.
struct SystemEntityTests {
    private let moment = EntityMoment(now: 1_795_424_400, zone: .utc)
    private let rules = EntityRules { _ in EntityGrammar(files: [("a.rules", "$Number = семь:7 | $regexp<\\d>:1")]) }

    private func entities() throws -> SystemEntities {
        let script = SourceFile(path: "main.sc", text: "theme: /\n    state: A\n        q!: @duckling.number\n")
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(
                SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc\nlanguage: ru\n")
            ).0,
            read: { $0 == "main.sc" ? .text(script) : .missing })
        return try #require(SystemEntities(of: Linker.link(project).0, rules))
    }

    @Test(arguments: ["слово ", "𐐀 ", "семь ", "7 "]) func sixtyThousandCharactersAreRead(_ piece: String) throws {
        let entities = try entities()
        func marked(_ count: Int) -> Utterance {
            entities.marked(
                Utterance(String(repeating: piece, count: (count - 4) / piece.count) + "семь"), at: moment)
        }
        let last = try #require(marked(60_000).marks.last)
        #expect(last.words.upperBound == marked(60_000).tokens.count)
        // The fastest of three, so that what else runs beside does not count.
        func fastest(_ count: Int) -> Duration {
            (0..<3).map { _ in processorTime { _ = marked(count) } }.min() ?? .zero
        }
        let (short, long) = (fastest(6000), fastest(60_000))
        #expect(long < short * 25, "\(short) → \(long)")
    }
}
