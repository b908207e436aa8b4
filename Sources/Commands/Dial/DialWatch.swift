import Dialing
import Foundation

/// Shows what a dialer does: a line a call, or one line that changes on a terminal, and a sum at the end.
final class DialWatch {
    private let streams: Streams
    private let json: Bool
    private var rang = 0
    private var ended: [String: Int] = [:]
    private var shownAt = Date.distantPast
    private var lastTrouble = ""
    private let isLive: Bool

    init(_ streams: Streams, json: Bool) {
        (self.streams, self.json) = (streams, json)
        isLive = !json && streams.messages.isTerminal
    }

    func take(_ news: DialNews) {
        switch news {
        case .rang(let phone, let campaign, let at):
            rang += 1
            if json { line(("ring"), [("campaign", campaign), ("phone", phone)], at) }
        case .ended(let outcome, let campaign, let at):
            ended[outcome, default: 0] += 1
            if json { line("end", [("campaign", campaign), ("outcome", outcome)], at) }
        case .finished(let campaign, let at):
            if json { line("finished", [("campaign", campaign)], at) } else { say("\(campaign) is finished.") }
        case .trouble(let sentence):
            guard sentence != lastTrouble else { return }
            lastTrouble = sentence
            say(sentence + " It is tried again.")
        }
        show()
    }

    private func line(_ type: String, _ fields: [(String, String)], _ at: Date) {
        let members = [("type", JSONValue.string(type))] + fields.map { ($0.0, JSONValue.string($0.1)) }
        streams.out.line(JSONValue.object(members + [("at", .string(at.isoText))]).text)
    }

    private func say(_ sentence: String) {
        if isLive { streams.messages.write("\r\u{1B}[K") }
        streams.say(sentence)
    }

    private func show() {
        guard isLive, Date().timeIntervalSince(shownAt) > 0.1 else { return }
        shownAt = Date()
        streams.messages.write("\r" + sum + "\u{1B}[K")
    }

    /// `312 calls: 140 answered, 150 noAnswer, 22 busy`
    private var sum: String {
        let parts = ended.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return "\(rang) \(rang == 1 ? "call" : "calls")" + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", "))
    }

    func end() {
        if isLive { streams.messages.write("\r\u{1B}[K") }
        if !json { streams.out.line(sum + ".") }
    }
}
