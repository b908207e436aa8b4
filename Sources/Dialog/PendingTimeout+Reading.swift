import BotModel
import Conversations
import FoundationEssentials

/// A timeout is a reply like others (dsl.md 2.2.10), so that scripts can see it and take it away; it is not said.
extension ScriptOutcome {
    /// Takes the timeouts out of the replies; the last one counts, and none of a session that is over.
    mutating func takeTimeout(now: Date, _ bot: Bot) -> PendingTimeout? {
        let last = ofSession.last(where: Self.isTimeout)
        if last != nil || repliesBeforeSession > 0 { happenings.removeAll(where: Self.isTimeout) }
        guard case .reply(let reply)? = last else { return nil }
        do throws(TurnFailure) {
            return try PendingTimeout(reply, now: now, bot)
        } catch {
            happenings.append(.failure(error))
            return nil
        }
    }

    private static func isTimeout(_ happening: Happening) -> Bool {
        if case .reply(let reply) = happening { reply.type == "timeout" } else { false }
    }
}

extension PendingTimeout {
    fileprivate init(_ reply: Reply, now: Date, _ bot: Bot) throws(TurnFailure) {
        let wire = try? JSONDecoder().decode(Wire.self, from: Data(reply.json.utf8))
        let home = bot.home(of: StatePath(reply.state))
        let (written, interval) = (wire?.targetState ?? "", wire?.interval?.text ?? "")
        guard let path = bot.resolve(written, from: home) else {
            throw bot.unknownState(written, from: home, place: bot.state(at: StatePath(reply.state))?.place)
        }
        guard let seconds = TimeoutInterval.seconds(in: interval) else {
            throw .unreadableInterval(interval, place: bot.state(at: StatePath(reply.state))?.place)
        }
        self.init(due: now.addingTimeInterval(seconds), targetState: path.description)
    }

    private struct Wire: Decodable {
        let interval: Interval?
        let targetState: String?
    }

    /// A text, or a number.
    private struct Interval: Decodable {
        let text: String?

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            text = (try? value.decode(String.self)) ?? (try? value.decode(Double.self)).map { "\($0)" }
        }
    }
}
