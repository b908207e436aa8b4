import BotModel
import Conversations
import Dialog
import Foundation
import SourceText
import Testing

/// A talk with a bot of one file, scripts faked.
struct Talk {
    let machine: DialogMachine
    let scripts: FakeEvaluator
    var state = ConversationState()
    private(set) var failures: [String] = []
    /// Those of the failures that no handler has heard of.
    private(set) var unhandled: [String] = []
    private(set) var matched: [String] = []

    init(_ script: String, files: [String: String] = [:], yaml: String = "") {
        let texts = files.merging(["main.sc": script]) { _, main in main }
        let yaml = SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc\n" + yaml)
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"],
            configuration: BotConfiguration.read(yaml).0,
            read: { path in texts[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        let (bot, diagnostics) = Linker.link(project)
        #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
        machine = DialogMachine(bot: bot)
        scripts = FakeEvaluator(bot: bot)
    }

    /// What the bot says to something.
    mutating func hears(_ incoming: Incoming) -> [String] {
        let input = TurnInput(
            state: state, incoming: incoming, call: CallFacts(number: "1"), now: Date(timeIntervalSince1970: 0),
            random: .queue([]))
        let (result, _) = machine.turn(input, scripts: scripts)
        state = result.state
        for happening in result.happenings {
            if case .failure(let failure) = happening {
                failures.append(failure.code)
                if !failure.isHandled { unhandled.append(failure.code) }
            }
            if case .match(let match) = happening { matched.append(match.state) }
        }
        return scripts.said
    }

    mutating func hears(_ text: String) -> [String] { hears(.text(text)) }
}
