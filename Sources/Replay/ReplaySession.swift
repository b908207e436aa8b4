import Dispatch
import SourceText
import Synchronization

/// Plays all tests of one bot.
package struct ReplaySession<Partner: TalkPartner & SendableMetatype>: Sendable {
    private let botName: String
    private let folder: TestFolder
    private let workers: Int
    private let takes: @Sendable (String) -> Bool
    private let zone: String?
    private let makePartner: @Sendable () -> Partner

    /// - Parameters:
    ///   - botName: as it shall stand in the results.
    ///   - folder: `TestFolder.ofBot(at:)` for a bot on disk.
    ///   - takes: whether a test file is played, by its path from the folder.
    ///   - zone: the bot's own, for tests that name none.
    ///   - workers: how many cases are played at a time. Each worker has a partner of its own, made on its thread.
    package init(
        botName: String, folder: TestFolder, where takes: @escaping @Sendable (String) -> Bool = { _ in true },
        zone: String? = nil, workers: Int = 1, partner makePartner: @escaping @Sendable () -> Partner
    ) {
        self.zone = zone
        self.botName = botName
        self.folder = folder
        self.workers = workers
        self.takes = takes
        self.makePartner = makePartner
    }

    package init(
        botFolder: String, botName: String, where takes: @escaping @Sendable (String) -> Bool = { _ in true },
        workers: Int = 1, partner makePartner: @escaping @Sendable () -> Partner
    ) {
        self.init(
            botName: botName, folder: .ofBot(at: botFolder), where: takes, workers: workers, partner: makePartner)
    }

    /// Plays the cases whose name or file contains `filter`, in the order of files and lines whatever the number of workers.
    ///
    /// - Parameter progress: hears of each case that is played, from any thread.
    /// - Throws: `NoTests` when the bot has no test file at all. A filter that leaves nothing gives an empty list.
    package func run(
        filter: String? = nil, progress: @escaping @Sendable (ReplayProgress) -> Void = { _ in }
    ) throws(NoTests) -> [CaseResult] {
        let files = folder.testFiles
        guard !files.isEmpty else { throw NoTests(folder: folder.path) }
        let wanted = filter?.lowercased() ?? ""
        let jobs = files.filter(takes).flatMap(jobs).filter { job in
            wanted.isEmpty || job.result.name.lowercased().contains(wanted)
                || job.result.file.lowercased().contains(wanted)
        }
        return play(jobs, progress)
    }
}

/// How far a replay is.
package struct ReplayProgress: Sendable, Hashable {
    package var played = 0
    package var failed = 0
    package var all: Int

    package init(played: Int = 0, failed: Int = 0, all: Int) {
        self.played = played
        self.failed = failed
        self.all = all
    }
}

/// A case to be played, with the result it has so far.
private struct ReplayJob: Sendable {
    var result: CaseResult
    /// `nil` when there is nothing to play: the case cannot be read, or is skipped.
    var talk: TalkCase?
}

/// The results of all workers.
private final class ReplayBoard: Sendable {
    private let content: Mutex<(results: [CaseResult], progress: ReplayProgress)>
    private let tell: @Sendable (ReplayProgress) -> Void

    init(_ results: [CaseResult], _ tell: @escaping @Sendable (ReplayProgress) -> Void) {
        content = Mutex((results, ReplayProgress(all: results.count)))
        self.tell = tell
    }

    var results: [CaseResult] { content.withLock { $0.results } }

    /// Whoever is told hears of one case after the other.
    func write(_ result: CaseResult, at index: Int) {
        content.withLock { content in
            content.results[index] = result
            content.progress.played += 1
            if result.verdict == .failed { content.progress.failed += 1 }
            tell(content.progress)
        }
    }
}

extension ReplaySession {
    private func jobs(of file: String) -> [ReplayJob] {
        switch folder.file(file, as: path(file)) {
        case .success(let source): return jobs(of: source)
        case .failure(let fault): return [broken(file, fault.diagnostic.start.line, fault.diagnostic.problem)]
        case nil:
            let problem = TestProblem(message: "The file cannot be opened.", hint: "Make it readable for you.")
            return [broken(file, 1, problem)]
        }
    }

    private func jobs(of source: SourceFile) -> [ReplayJob] {
        let file = String(source.path.dropFirst(folder.path.count + 1))
        let read = file.hasSuffix(".xml") ? XMLTestReader.read(source, zone: zone) : TalkReader.read(source)
        let strays = read.strays.map { broken(file, $0.start.line, $0.problem) }
        return strays + read.cases.map { job($0, of: source) }
    }

    private func path(_ file: String) -> String { folder.path + "/" + file }

    private func broken(_ file: String, _ line: Int, _ problem: TestProblem) -> ReplayJob {
        let name = String(file.split(separator: "/").last ?? "")
        var result = CaseResult(bot: botName, file: path(file), name: name, line: line, verdict: .failed)
        result.problem = problem
        return ReplayJob(result: result, talk: nil)
    }

    private func job(_ entry: TalkFile.Entry, of source: SourceFile) -> ReplayJob {
        let talk = entry.talk
        var result = CaseResult(bot: botName, file: source.path, name: talk.name, line: talk.line, verdict: .passed)
        result.assumesZone = talk.assumesZone
        result.mocks = talk.mocks
        if let problem = entry.problems.first {
            result.fail(by: problem.problem, line: problem.start.line)
            result.notes = entry.problems.dropFirst().map { "line \($0.start.line): \($0.message)" }
            return ReplayJob(result: result, talk: nil)
        }
        guard let reason = talk.skipReason else { return ReplayJob(result: result, talk: talk) }
        result.verdict = .skipped
        result.notes = [reason]
        return ReplayJob(result: result, talk: nil)
    }

    private func play(_ jobs: [ReplayJob], _ progress: @escaping @Sendable (ReplayProgress) -> Void) -> [CaseResult] {
        let workers = max(1, min(workers, jobs.count))
        let board = ReplayBoard(jobs.map(\.result), progress)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            var partner: Partner?
            for index in stride(from: worker, to: jobs.count, by: workers) {
                board.write(play(jobs[index], with: &partner), at: index)
            }
        }
        return board.results
    }

    /// The partner is made when the first case is played: a file of mistakes needs no bot.
    private func play(_ job: ReplayJob, with partner: inout Partner?) -> CaseResult {
        guard let talk = job.talk else { return job.result }
        let made = partner ?? makePartner()
        if let (line, missing) = talk.missingState(of: made) {
            partner = made
            var result = job.result
            result.fail(by: missing.problem, line: line)
            return result
        }
        var player = TalkPlayer(talk, with: made)
        let mismatch = player.play()
        partner = player.partner
        var result = job.result
        result.errors = player.errors
        guard let mismatch else {
            result.markIdleMocks(answering: player.answeringMocks)
            return result
        }
        result.notes = player.notes
        result.verdict = .failed
        result.line = mismatch.step.line
        result.step = mismatch.step.source
        (result.expected, result.actual) = (mismatch.expected, mismatch.actual)
        (result.expectedState, result.exchanges) = (mismatch.step.expectedState, player.exchanges)
        return result
    }
}

extension TalkCase {
    /// The first state that the bot does not have and the case puts the talk into, with its line.
    fileprivate func missingState(of partner: some TalkPartner) -> (Int, MissingState)? {
        for step in steps {
            if let missing = step.forcedState.flatMap(partner.missing) { return (step.line, missing) }
        }
        return nil
    }
}

extension CaseResult {
    fileprivate mutating func fail(by problem: TestProblem, line: Int) {
        verdict = .failed
        self.line = line
        self.problem = problem
    }
}

extension Diagnostic {
    fileprivate var problem: TestProblem { TestProblem(message: message, hint: hint) }
}
