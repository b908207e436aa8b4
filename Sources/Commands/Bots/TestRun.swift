import ArgumentParser
import BotModel
import Foundation
import Replay

/// Replays the tests of several bots and reports; once, or whenever something is saved.
struct TestRun {
    private let command: TestCommand
    private let streams: Streams

    init(command: TestCommand, streams: Streams) {
        self.command = command
        self.streams = streams
    }

    private var format: TestReport.Format { command.json ? .json : command.format }

    /// What a bot has given.
    private struct Part {
        var results: [CaseResult]
        var stories: [String]
        var coverage: CoverageReport?
        var paths: ShownPath
    }

    /// - Parameter bots: each with the test files to play; `nil` for all.
    @discardableResult
    func run(_ bots: [(path: String, files: Set<String>?)]) throws -> TestReport {
        let started = ContinuousClock.now
        var parts: [Part] = []
        var lacking: [NoTests] = []
        for bot in bots {
            do {
                parts.append(try play(bot.path, bot.files))
            } catch let noTests as NoTests {
                lacking.append(noTests)
            }
        }
        let report = TestReport(parts.flatMap(\.results), seconds: (ContinuousClock.now - started) / .seconds(1))
        try requireCases(report, parts, lacking)
        tellRemarks(on: report)
        write(report, parts)
        return report
    }

    /// One bot with tests is enough, since people name whole folders of bots: those without any are told then.
    private func requireCases(_ report: TestReport, _ parts: [Part], _ lacking: [NoTests]) throws {
        let last = parts.isEmpty ? lacking.last : nil
        for noTests in lacking.dropLast(last == nil ? 0 : 1) { streams.say(noTests.message) }
        if let last { throw Trouble.badInput(last.message, hint: last.hint) }
        guard report.results.isEmpty, let filter = command.filter else { return }
        throw Trouble.badInput(
            "No test matches the filter `\(filter)`.",
            hint: "The filter is a part of a case's name or of its file's.")
    }

    private func tellRemarks(on report: TestReport) {
        if report.results.contains(where: \.assumesZone) {
            streams.say(
                "`<dateTime>` is taken as UTC where neither `defaultTimezone` of chatbot.yaml nor `<test zone=…>` names a zone."
            )
        }
        // With a filter, those cases may be left out that ask for a mock of the whole file.
        if command.filter == nil { for line in report.idleMocks { streams.say(line.shown) } }
    }

    private func play(_ path: String, _ files: Set<String>?) throws -> Part {
        let world = try command.worldOptions.world(heedsBot: false)
        let tests = try BotTests(path, command.options, world, streams)
        let recorder = command.coverage ? CoverageRecorder(tests.bot) : nil
        let bar = ProgressBar(tests.bot.name, on: streams.messages)
        defer { bar?.end() }
        let results = try tests.run(filter: command.filter, files: files, recorder: recorder) { bar?.show($0) }
        return Part(
            results: results, stories: format == .text ? try tests.stories(results, streams.out.style) : [],
            coverage: recorder.map { CoverageReport($0.coverage, of: tests.bot) },
            paths: ShownPath(folder: tests.bot.folder))
    }

    // MARK: What is written

    private func write(_ report: TestReport, _ parts: [Part]) {
        let gaps = parts.flatMap { part in part.coverage?.lines { part.paths.of($0) } ?? [] }
        switch format {
        case .text:
            for part in parts {
                for (result, story) in zip(part.results, part.stories) {
                    if let line = TestReport.line(result) { streams.out.line(line.shown) }
                    streams.out.write(story)
                }
            }
            for line in gaps { streams.out.line(line.shown) }
            streams.out.line(report.summary)
        case .json:
            let records = parts.flatMap { part in part.coverage?.records { part.paths.of($0) } ?? [] }
            streams.out.write(report.rendered(as: .json, besides: records))
        case .junit, .tap:
            streams.out.write(report.rendered(as: format))
            for line in gaps { streams.say(line.shown) }
        }
    }

    // MARK: Watching

    /// Until somebody ends the program.
    func watch() throws -> Never {
        let libraries = command.options.modules.compactMap {
            $0.split(separator: "=", maxSplits: 1).last.map(String.init)
        }
        let roots = command.bots.map { WatchedPart.folder(of: $0) } + libraries
        var watch = TestWatch({ FolderStamp(of: roots) }, wait: { Thread.sleep(forTimeInterval: 0.25) })
        attempt(command.bots.map { ($0, nil) })
        while !streams.out.isClosed {
            streams.say("Watching \(roots.joined(separator: ", ")); ctrl-C ends.")
            let save = SavedFiles(watch.next(), bots: command.bots, libraries: libraries)
            streams.say(save.story.shownOnOneLine)
            attempt(save.replayed)
        }
        throw ExitCode(ExitStatus.good.rawValue)
    }

    /// What is wrong now may be mended by the next save.
    private func attempt(_ bots: [(path: String, files: Set<String>?)]) {
        do {
            if !bots.isEmpty { try run(bots) }
        } catch let trouble as Trouble {
            streams.say(trouble.message.shown, hint: trouble.hint)
        } catch {
            streams.say("\(error)".shown)
        }
    }
}
