import BotModel
import BotRuntime
import CampaignModel
import CivilTime
import Conversations
import Foundation
import JavaScript
import Scripting
import SourceText
import Testing
import Utterances

/// A call with a bot of one file and real scripts.
struct Call {
    let runtime: BotRuntime
    var state = ConversationState()
    var facts = CallFacts(number: "+16500000000", payload: #"{"name":"Ann"}"#, zone: "UTC")
    var now = Date(iso: "2026-11-23T09:00:00Z")!
    var random = RandomSource.queue([])

    init(
        _ reactions: String, files: [String: String] = [:], yaml: String = "",
        services: ScriptServices = ScriptServices(), words: any WordForms = ExactForms(), before: String = "",
        seconds: Double = 0.5, library: ScriptShelf = .empty
    ) throws {
        let script = before + "theme: /\n    state: A\n        q!: *\n" + reactions
        try self.init(
            script: script, files: files, yaml: yaml, services: services, words: words, seconds: seconds,
            library: library)
    }

    init(
        script: String, files: [String: String] = [:], yaml: String = "",
        services: ScriptServices = ScriptServices(), words: any WordForms = ExactForms(), seconds: Double = 0.5,
        library: ScriptShelf = .empty, entityRules: EntityRules = .none
    ) throws {
        let texts = files.merging(["main.sc": script]) { _, main in main }
        let configuration = BotConfiguration.read(
            SourceFile(path: "chatbot.yaml", text: "entryPoint: main.sc\n" + yaml)
        ).0
        let project = Project(
            name: "test", folder: "", sourceFolder: "", entryPoints: ["main.sc"], configuration: configuration,
            read: { path in texts[path].map { .text(SourceFile(path: path, text: $0)) } ?? .missing })
        var services = services
        services.libraries = library
        runtime = try BotRuntime(
            bot: Linker.link(project).0, words: words, entityRules: entityRules,
            limits: ScriptLimits(seconds: seconds), services: services)
    }

    mutating func hears(_ text: String) -> [Happening] {
        let result = runtime.turn(state, .text(text), in: facts, at: now, random: &random)
        state = result.state
        return result.happenings
    }

    mutating func says(_ text: String = "x") -> [String] {
        hears(text).compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } }
    }

    mutating func failures(_ text: String = "x") -> [TurnFailure] {
        hears(text).compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
    }

    mutating func logs(_ text: String) -> [String] {
        hears(text).compactMap { if case .log(let line) = $0 { line } else { nil } }
    }

    mutating func notes(_ text: String) -> [String] {
        hears(text).compactMap { if case .note(let note) = $0 { note } else { nil } }
    }

    mutating func match(_ text: String) -> RuleMatch? {
        hears(text).lazy.compactMap { if case .match(let match) = $0 { match } else { nil } }.first
    }

    mutating func replies(_ text: String) -> [Reply] {
        hears(text).compactMap { if case .reply(let reply) = $0 { reply } else { nil } }
    }

    mutating func says(event: String) -> [String] {
        let result = runtime.turn(state, .event(event), in: facts, at: now, random: &random)
        state = result.state
        return result.happenings.compactMap { if case .reply(let reply) = $0 { reply.text } else { nil } }
    }
}
