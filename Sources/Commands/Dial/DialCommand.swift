import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation

/// `ringback dial`: makes the calls of all running campaigns of a store.
struct DialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dial", abstract: "Make the calls of the running campaigns of a store.",
        discussion: """
            EXAMPLES
              ringback dial --store ringback.db --line console
              ringback dial --line simulated --answers noAnswer=45,busy=10,answered=45 --log line.jsonl --drain
              ringback dial --line simulated --answers answered=1 --log line.jsonl --at 2026-11-23T09:00:00Z --speed 60

            The simulated line rings nobody: what a call comes to depends on --seed, the phone and how often it has rung.
            Its log is the network's memory and is shared by all dialers of a store. On the console line you are the callee.
            Several dialers may work on one store, and one may be killed at any moment: no phone rings twice for one attempt.
            With --speed the clock runs faster; --at and --epoch give all dialers the same time. ctrl-C ends it: live calls
            are taken over by the next dialer.
            """)

    enum Line: String, CaseIterable, ExpressibleByArgument { case simulated, console }

    @OptionGroup var storeOption: StoreOption
    @Option(help: "Who is called: simulated callees, or you at the console.")
    var line = Line.simulated
    @Option(help: "Decides what simulated callees do.")
    var seed = "1"
    @Option(
        help:
            "Outcomes with their weights: answered, noAnswer, busy, rejected, nonexistent, congestion, answeredMachine …"
    )
    var answers = "answered=45,noAnswer=45,busy=10"
    @Option(help: "The log of the simulated line; made when it is not there.")
    var log = "ringback-line.jsonl"
    @Option(help: "What simulated callees say: a file of callers, a blank line between them.")
    var callers: String?
    @Option(help: "The moment at which the clock starts, in ISO 8601. (default: now)")
    var at: String?
    @Option(help: "The moment on the wall's clock at which it showed --at, in Unix seconds. (default: now)")
    var epoch: Double?
    @Option(help: "How many times faster than the wall's the clock runs.")
    var speed = 1.0
    @Option(help: "End at that moment of the clock, in ISO 8601.")
    var until: String?
    @Flag(help: "End once no number is left to call.")
    var drain = false
    @Flag(help: "Each call as a JSON object a line on standard output.")
    var json = false
    @OptionGroup var botOptions: BotOptions

    func validate() throws {
        guard speed > 0, speed <= 100_000 else { throw ValidationError("--speed goes from above 0 to 100000.") }
    }

    func run() throws {
        let streams = Streams()
        StopSignals.heed()
        let clock = try clock()
        let end = try until.map { try Arguments.moment($0, option: "--until", in: .utc) }
        let store = try StoreOpening.openWhenFree(storeOption.store, .readWrite) { StopSignals.hasCome }
        let watch = DialWatch(streams, json: json)
        let input = ConsoleInput()
        let line = try phoneLine(clock, input, streams)
        let callee: any Callee =
            self.line == .console
            ? ConsoleCallee(input, streams, clock: clock) : ScriptedCallee(try callers.map(CallerBook.init(path:)))
        let talk = BotTalk(
            libraries: try botOptions.libraries(), callee: callee, seed: try Arguments.seed(seed), streams: streams)
        let settings = DialSettings(lease: lease(on: clock))
        let dialer = Dialer(store: store, line: line, clock: clock, talk: talk, settings: settings) { watch.take($0) }
        dialer.run(until: end ?? .distantFuture, draining: drain) { StopSignals.hasCome }
        watch.end()
        try streams.checkWritten()
    }

    /// Three seconds of the wall's, and half a minute of the clock's at least; somebody who types takes longer.
    private func lease(on clock: RunningClock) -> TimeInterval {
        line == .console ? 3600 : max(30, clock.seconds(ofWall: 3))
    }

    private func clock() throws -> RunningClock {
        let now = Date()
        let start =
            try at.map { try Arguments.moment($0, in: .utc) } ?? epoch.map(Date.init(timeIntervalSince1970:)) ?? now
        return RunningClock(
            start: start, epoch: epoch.map(Date.init(timeIntervalSince1970:)) ?? now, speed: speed
        ) { StopSignals.hasCome }
    }

    private func phoneLine(_ clock: RunningClock, _ input: ConsoleInput, _ streams: Streams) throws -> any PhoneLine {
        switch line {
        case .console: return ConsolePhoneLine(input, streams, clock: clock)
        case .simulated:
            let weights = try AnswersOption.weights(answers)
            do {
                return try SimulatedLine(
                    path: log, answers: CallAnswers(seed: Arguments.seed(seed), weights: weights), clock: clock)
            } catch let trouble as LineTrouble {
                throw Trouble(.inputOutput, trouble.message, hint: "Give --log a path that can be written.")
            }
        }
    }
}
