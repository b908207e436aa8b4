import BotModel
import Commands
import Foundation
import Replay
import SourceText

/// A bot under test.
///
/// ```swift
/// import RingbackTesting
/// import Testing
///
/// @Test func agreesToACallback() throws {
///     let bot = try TestBot.load("bots/callback")
///     let call = try bot.call()
///     try call.says("/start")
///     let turn = try call.says("please call me back in an hour")
///     #expect(turn.replies == ["Okay! I’ll call you back in an hour."])
///     #expect(turn.state == "/CallbackInAnHour")
///     #expect(call.isOver)
/// }
///
/// @Test func passesItsOwnTests() throws {
///     for outcome in try TestBot.load("bots/callback").replay() {
///         #expect(outcome.verdict != .failed, "\(outcome)")
///     }
/// }
/// ```
public struct TestBot: Sendable {
    private let tests: BotTests

    /// Reads a bot: a folder with `chatbot.yaml`, or a `.sc` file. A bot with mistakes is loaded as far as it can be; `mistakes` lists them.
    ///
    /// - Parameters:
    ///   - path: from the current folder, or absolute.
    ///   - modules: folders of libraries that the bot requires, by their names.
    public static func load(_ path: String, modules: [String: String] = [:]) throws(TestBotError) -> TestBot {
        TestBot(tests: try TestBotError.telling { try BotTests(path, modules: modules) })
    }

    private init(tests: BotTests) { self.tests = tests }

    /// `name:` of `chatbot.yaml`, else the folder's or file's name.
    public var name: String { tests.bot.name }

    /// The paths of its states, in the order of the files.
    public var states: [String] { tests.bot.states.map(\.path.description) }

    /// The errors of its files: `src/main.sc:7: Unknown state …`.
    public var mistakes: [String] {
        tests.diagnostics.filter { $0.severity == .error }.map { "\($0.file):\($0.start.line): \($0.message)" }
    }

    /// Begins a call of a new caller. Nothing is said yet; bots expect `/start` first. The clock stands still but for `TestCall.wait`.
    ///
    /// - Parameters:
    ///   - moment: when the call begins; without one 2026-11-23T09:00:00Z.
    ///   - zone: the zone of the call by name: `Europe/Berlin`.
    ///   - payload: the number's payload, a JSON object.
    ///   - random: what chance gives, in order; zeros when it is used up.
    public func call(
        at moment: Date? = nil, zone: String = "UTC", number: String = "+16500000000", payload: String = "{}",
        random: [Int] = []
    ) throws(TestBotError) -> TestCall {
        var heads = TalkHeads()
        heads.at = moment ?? heads.at
        (heads.zone, heads.number, heads.payload, heads.random) = (zone, number, payload, random)
        let runtime = try TestBotError.telling { try tests.runtime() }
        return try TestCall(runtime, heads)
    }

    /// Replays `.talk` files and XML tests, those of the bot's folder `test` unless another is named.
    ///
    /// - Parameter filter: only cases whose name or file contains it.
    /// - Throws: what is missing when the bot has no case at all, so that no loop over outcomes passes for that reason.
    public func replay(_ folder: String? = nil, filter: String? = nil) throws(TestBotError) -> [TestOutcome] {
        try TestBotError.telling { try tests.run(filter: filter, folder: folder).map(TestOutcome.init) }
    }
}

/// Why a bot cannot be tested: what is wrong, and what to do.
public struct TestBotError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let hint: String?

    /// Both.
    public var description: String { message + (hint.map { " " + $0 } ?? "") }

    /// Says in these words what the rooms below throw.
    static func telling<Result>(_ body: () throws -> Result) throws(TestBotError) -> Result {
        do {
            return try body()
        } catch let trouble as Trouble {
            throw TestBotError(message: trouble.message, hint: trouble.hint)
        } catch let noTests as NoTests {
            throw TestBotError(message: noTests.message, hint: noTests.hint)
        } catch {
            throw TestBotError(message: "\(error)", hint: nil)
        }
    }
}

/// How a case of a test file went.
public struct TestOutcome: Sendable, Hashable, CustomStringConvertible {
    /// A skipped case needs what only the vendor's platform has.
    public enum Verdict: Sendable, Hashable { case passed, failed, skipped }

    /// The name of the case.
    public let name: String
    /// Its test file.
    public let file: String
    /// The line that failed, else the one on which the case begins.
    public let line: Int
    /// Whether it has passed.
    public let verdict: Verdict
    /// Of a failed case what was expected, in the words of a `.talk` file.
    public let expected: String?
    /// Of a failed case what came.
    public let actual: String?
    /// One line for people.
    public let description: String

    init(_ result: CaseResult) {
        (name, file, line) = (result.name, result.file, result.line)
        (expected, actual) = (result.expected, result.actual)
        switch result.verdict {
        case .passed: verdict = .passed
        case .failed: verdict = .failed
        case .skipped: verdict = .skipped
        }
        description = TestReport.line(result) ?? "\(result.file):\(result.line): passed: \(result.name)"
    }
}
