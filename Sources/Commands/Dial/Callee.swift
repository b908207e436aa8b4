import CampaignModel
import CivilTime
import Dialing
import Foundation

/// Who is at the other end of a bot's talk.
protocol Callee: AnyObject {
    /// Something has happened in the talk.
    func hears(_ record: CallRecord)
    /// Plays the callee from the pick-up to the end of the call.
    ///
    /// - Parameter bits: drawn by chance, the same for the same seed and call.
    func talk(_ phone: PhoneCall, _ call: AnsweredCall, bits: UInt64) throws
}

/// A callee played by the callers of a file, who speak at even distances; without a file nobody says a word.
final class ScriptedCallee: Callee {
    private let book: CallerBook?

    init(_ book: CallerBook?) { self.book = book }

    func hears(_ record: CallRecord) {}

    func talk(_ phone: PhoneCall, _ call: AnsweredCall, bits: UInt64) throws {
        let acts = book?.caller(for: bits).acts ?? []
        let length = call.endsAt.map { $0.timeIntervalSince(call.answeredAt) } ?? Double(10 * (acts.count + 1))
        let step = Int((length / Double(acts.count + 2)).rounded())
        var piped = PipedCall(phone, at: call.answeredAt)
        try piped.begin()
        for act in acts where !phone.isOver {
            try piped.take("@skip \(step)s")
            try piped.take(act)
        }
        _ = try piped.end()
    }
}

/// You, at the terminal: a line is an utterance, `@silence` and the like as in piped calls, the end of the input hangs up.
final class ConsoleCallee: Callee {
    private let input: ConsoleInput
    private let streams: Streams
    private let clock: any DialClock
    private let transcript: CallTranscript

    init(_ input: ConsoleInput, _ streams: Streams, clock: any DialClock) {
        (self.input, self.streams, self.clock) = (input, streams, clock)
        transcript = CallTranscript(style: streams.out.style, echoesCaller: false, trace: false)
    }

    func hears(_ record: CallRecord) {
        if let text = transcript.text(of: record) { streams.out.line(text) }
    }

    func talk(_ phone: PhoneCall, _ call: AnsweredCall, bits: UInt64) throws {
        var piped = PipedCall(phone, at: call.answeredAt)
        try piped.begin()
        while !phone.isOver, let line = input.next() {
            // The time in which somebody typed is nobody's silence.
            let typing = Int(clock.now.timeIntervalSince(piped.now).rounded())
            if typing > 0 { try piped.take("@skip \(typing)s") }
            do {
                try piped.take(line)
            } catch let trouble as Trouble {
                streams.say(trouble.message, hint: trouble.hint)
            }
        }
        _ = try piped.end()
    }
}

/// The lines typed at a dialer: what becomes of a ringing phone, and what its callee says.
final class ConsoleInput {
    private var lines = InputLines(descriptor: STDIN_FILENO)

    /// `nil` at the end of the input.
    func next() -> String? { lines.next()?.text }
}
