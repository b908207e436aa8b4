import BotRuntime
import CampaignModel
import CivilTime
import Conversations
import Foundation
import Replay

/// A call to a bot: what the caller does, one act after the other, and what comes back.
///
/// ```swift
/// let call = try bot.call(at: monday, zone: "Europe/Berlin")
/// try call.says("/start")
/// #expect(try call.keepsSilent().replies == ["Are you still there?"])
/// ```
public final class TestCall {
    private var player: TalkPlayer<BotRuntime>

    init(_ runtime: BotRuntime, _ heads: TalkHeads) throws(TestBotError) {
        do throws(ZoneError) { _ = try Zone.named(heads.zone) } catch {
            throw TestBotError(message: error.message, hint: error.hint)
        }
        guard let payload = TestJSON(heads.payload), case .object = payload else {
            throw TestBotError(message: "The payload is no JSON object.", hint: #"Write one such as {"name": "Anna"}."#)
        }
        var talk = TalkCase(name: "call", line: 1)
        talk.heads = heads
        player = TalkPlayer(talk, with: runtime)
    }

    /// Where the talk stands: the state from which the next words count.
    public var state: String { player.state.contextPath }

    /// `$session` as JSON.
    public var session: String { player.state.session }

    /// `$client` as JSON.
    public var client: String { player.state.client }

    /// Whether somebody has hung up.
    public var isOver: Bool { player.state.hungUpBy != nil }

    /// The caller says something; `/start` is what a channel says first.
    @discardableResult public func says(_ text: String) throws(TestBotError) -> TestTurn { try play(.says(text)) }

    /// Words into the bot's last answer.
    @discardableResult public func interrupts(_ text: String) throws(TestBotError) -> TestTurn {
        try play(.interrupts(text))
    }

    /// Keys of the phone: `12#`.
    @discardableResult public func presses(_ keys: String) throws(TestBotError) -> TestTurn { try play(.presses(keys)) }

    /// As long without a word as the bot waits.
    @discardableResult public func keepsSilent() throws(TestBotError) -> TestTurn { try play(.silence) }

    /// Time in which nobody speaks: timeouts and silences come in their order.
    @discardableResult public func waits(seconds: Double) throws(TestBotError) -> TestTurn { try play(.waits(seconds)) }

    /// An event of the channel; `data` is JSON.
    @discardableResult public func event(_ name: String, data: String? = nil) throws(TestBotError) -> TestTurn {
        try play(.event(name, data: data))
    }

    /// The caller hangs up.
    @discardableResult public func hangsUp() throws(TestBotError) -> TestTurn { try event("hangup") }

    private func play(_ act: TalkAct) throws(TestBotError) -> TestTurn {
        do throws(Mismatch) {
            return TestTurn(try player.play(act))
        } catch {
            throw TestBotError(message: "Expected \(error.expected), but \(error.actual).", hint: nil)
        }
    }
}

/// What a bot did after one act of the caller.
public struct TestTurn: Sendable, Hashable {
    /// The words of its text replies, in order.
    public let replies: [String]
    /// All replies as JSON: buttons, audio, a switch to an operator.
    public let replyData: [String]
    /// The state that answered: that of the last reply, else the one that matched; `nil` when nothing did.
    public let state: String?
    /// The rule that won, as it is written; `nil` when none did.
    public let rule: String?
    /// Its file and line.
    public let place: String?
    /// What went wrong in the bot: `error[script/exception] …`.
    public let errors: [String]
    /// The moment from which the bot has asked to call again.
    public let redialStart: Date?
    /// Whether the bot has hung up.
    public let hangsUp: Bool

    init(_ result: TurnResult) {
        var (said, data, speakers, failures) = ([String](), [String](), [String](), [String]())
        var (match, redial, ends): (RuleMatch?, Date?, Bool) = (nil, nil, false)
        for happening in result.happenings {
            switch happening {
            case .match(let rule): match = rule
            case .reply(let reply):
                data.append(reply.json)
                guard let text = reply.text else { continue }
                said.append(text)
                speakers.append(reply.state)
            case .redial(let request, refusal: nil): redial = request.policy.start
            case .hangUp(.bot): ends = true
            case .failure(let failure): failures.append("error[\(failure.code)] \(failure.message)")
            default: break
            }
        }
        (replies, replyData, errors, redialStart, hangsUp) = (said, data, failures, redial, ends)
        state = speakers.last ?? match?.state
        rule = match?.rule
        place = match.map { "\($0.file):\($0.line)" }
    }
}
