import BotModel
import Conversations
import Foundation
import Glibc

/// What a turn has left for the phone to do with the line.
extension ScriptHost {
    /// The line after these replies; `nil` when it is as usual.
    ///
    /// - Parameter bargeIn: the word of `$response.bargeIn`.
    func line(after replies: [Reply], noInputTimeout: Int?, bargeIn: String?) -> LineState? {
        var line = LineState()
        line.noInputTimeout = noInputTimeout
        line.bargeIn = bargeIn.flatMap(BargeIn.Mode.init).map(BargeIn.init)
        if let index = replies.lastIndex(where: { $0.type == "dtmf" }) {
            line.keys = AwaitedKeys(askedBy: replies[index])
        }
        if let index = replies.lastIndex(where: { $0.type == "text" || $0.type == "audio" }) {
            line.answer = marks(of: replies[index])
        }
        return line.unlessUsual
    }

    private func marks(of reply: Reply) -> AnswerMarks? {
        guard reply.json.mentionsBargeIn,
            let wire = try? JSONDecoder().decode(MarksWire.self, from: Data(reply.json.utf8))
        else { return nil }
        let path = wire.bargeInTransition.flatMap { bot.resolve($0, from: StatePath(reply.state))?.description }
        let marks = AnswerMarks(transition: path, label: wire.bargeInLabel, condition: wire.bargeInIf)
        return marks == AnswerMarks() ? nil : marks
    }
}

extension String {
    /// Whether the text may be JSON with such a field. Asked of the last answer of every turn, so it compares bytes; JSON has none of 0.
    fileprivate var mentionsBargeIn: Bool { withCString { strstr($0, "\"bargeIn") != nil } }
}

/// The fields of an answer that speak of breaking in; what is no text counts as left out.
private struct MarksWire: Decodable {
    let bargeInTransition: String?
    let bargeInLabel: String?
    let bargeInIf: String?

    private enum CodingKeys: String, CodingKey { case bargeInTransition, bargeInLabel, bargeInIf }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        bargeInTransition = try? fields.decode(String.self, forKey: .bargeInTransition)
        bargeInLabel = try? fields.decode(String.self, forKey: .bargeInLabel)
        bargeInIf = try? fields.decode(String.self, forKey: .bargeInIf)
    }
}
