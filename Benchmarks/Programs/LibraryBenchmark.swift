import BotModel
import BotRuntime
import Conversations
import Foundation
import Scripting

/// What the platform's libraries cost a bot, against a bot that uses none: start, memory that is copied for a turn, turn.
func benchLibraries() throws {
    let plain = try LibraryFigures("hi")
    show("start of a bot without libraries", plain.start * 1e3, "ms", 1, "itself")
    show("its turn copies", plain.bytes / 1024, "KiB", 1, "itself")
    show("its turn", plain.turn * 1e6, "µs", 1, "itself")
    for (name, use) in [
        ("_", "{{_.first([1])}}"), ("moment", "{{moment().year()}}"), ("both", "{{_.first([1])}}{{moment().year()}}"),
    ] {
        let figures = try LibraryFigures(use)
        show("\(name): start", figures.start * 1e3, "ms", figures.start / plain.start, "a bot without")
        show("\(name): what a turn copies", figures.bytes / 1024, "KiB", figures.bytes / plain.bytes, "a bot without")
        show("\(name): a turn", figures.turn * 1e6, "µs", figures.turn / plain.turn, "a turn without")
    }
}

private struct LibraryFigures {
    let start: Double
    let bytes: Double
    let turn: Double

    /// Of a bot with one answer.
    init(_ answer: String) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "ringback-libraries-\(UUID()).sc")
        try "theme: /\n    state: A\n        q!: *\n        a: \(answer)\n".write(
            to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let bot = try BotLoader.load(file.path).0
        var runtime = try BotRuntime(bot: bot, services: withLibraries)
        start = try median(
            (0..<21).map { _ in try seconds { runtime = try BotRuntime(bot: bot, services: withLibraries) } })
        let call = CallFacts(number: "+16500000000")
        let now = Date(timeIntervalSince1970: 1_795_424_400)
        var random = RandomSource.queue([])
        turn = median(
            (0..<2000).map { _ in
                seconds { _ = runtime.turn(ConversationState(), .text("x"), in: call, at: now, random: &random) }
            })
        bytes = Double(runtime.copiedScriptBytes)
    }
}

/// Loads the bots below a folder with their libraries and says how much of their JavaScript uses these and how much of it fails to load.
func surveyScripts(below folder: String) {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    let bots = names.filter { $0.hasSuffix("/chatbot.yaml") || $0 == "chatbot.yaml" }.map {
        (folder + "/" + $0).split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
    var total = ScriptSurvey()
    for path in bots.sorted() {
        guard let bot = try? BotLoader.load(path).0,
            let runtime = try? BotRuntime(checking: bot, library: systemLibraries)
        else { continue }
        let survey = ScriptSurvey(bot, runtime)
        if survey.files > 0 || survey.failures > 0 { print("  \(path): \(survey)") }
        total.add(survey)
    }
    print("\(bots.count) bots: \(total)")
}

private struct ScriptSurvey: CustomStringConvertible {
    /// Files of JavaScript that use a library, and their lines.
    var files = 0
    var lines = 0
    /// What fails when the bot is loaded.
    var failures = 0

    init() {}

    init(_ bot: Bot, _ runtime: BotRuntime) {
        let uses = Dictionary(
            grouping: runtime.scriptNames(nil).filter { $0.name == "_" || $0.name == "moment" }, by: \.file)
        for file in uses.keys where file.hasSuffix(".js") {
            files += 1
            lines += bot.files[file]?.lineStarts.count ?? 0
        }
        failures = runtime.loadFailures.count
    }

    mutating func add(_ other: ScriptSurvey) {
        files += other.files
        lines += other.lines
        failures += other.failures
    }

    var description: String {
        "\(files) files of JavaScript with a library, \(lines) lines; \(failures) failures while loading"
    }
}

private let systemLibraries = ScriptShelf {
    try? String(contentsOfFile: "/usr/share/javascript/" + $0, encoding: .utf8)
}

private var withLibraries: ScriptServices {
    var services = ScriptServices()
    services.libraries = systemLibraries
    return services
}
