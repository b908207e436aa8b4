import FoundationEssentials
import WebRequests

/// The web as the scripts of one slot see it: so many requests a turn, and answers that are kept for a while.
struct ScriptWeb {
    private let requests: any WebRequesting
    /// A bot's tests answer in place of the world; what they say is never kept.
    private var mock: (any WebRequesting)?
    private var calls = 0
    private var now = Date(timeIntervalSince1970: 0)
    private var kept: [WebRequest: (answer: WebAnswer, until: Date)] = [:]

    /// Requests a turn (dsl.md 5.4); the next one fails.
    static let mostCalls = 15
    /// Answers that are kept, and bytes of one: 8 MB at most altogether.
    private static let mostKept = 64
    private static let mostKeptBytes = 128 << 10

    init(_ requests: any WebRequesting) { self.requests = requests }

    mutating func beginTurn(at now: Date, mock: (any WebRequesting)?) {
        self.now = now
        self.mock = mock
        calls = 0
    }

    /// Whether another request may be made in this turn; it counts.
    mutating func takeCall() -> Bool {
        calls += 1
        return calls <= Self.mostCalls
    }

    /// - Parameter keptSeconds: how long the answer stays good for the same request; `nil` when each must be asked anew.
    mutating func answer(_ request: WebRequest, keptSeconds: Double?) throws(WebFailure) -> WebAnswer {
        if let mock { return try mock.answer(request) }
        guard let keptSeconds, keptSeconds > 0 else { return try requests.answer(request) }
        var question = request
        question.timeout = 0
        if let found = kept[question], now < found.until { return found.answer }
        let answer = try requests.answer(request)
        if answer.isGood, answer.body.count <= Self.mostKeptBytes { keep(answer, of: question, for: keptSeconds) }
        return answer
    }

    private mutating func keep(_ answer: WebAnswer, of request: WebRequest, for seconds: Double) {
        let now = now
        kept = kept.filter { now < $0.value.until }
        if kept.count >= Self.mostKept, let oldest = kept.min(by: { $0.value.until < $1.value.until }) {
            kept[oldest.key] = nil
        }
        kept[request] = (answer, now.addingTimeInterval(min(seconds, 86_400)))
    }
}
