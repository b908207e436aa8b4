import CivilTime
import Conversations
import FoundationEssentials
import Scripting

/// Plays one case: a new caller, a new session, and a clock that moves only when the case says so.
package struct TalkPlayer<Partner: TalkPartner> {
    let talk: TalkCase
    var partner: Partner
    package internal(set) var state = ConversationState()
    var now: Date
    var random: RandomSource
    var turn: PlayedTurn?
    let zone: Zone
    /// When anybody was last busy: from then on silence counts. `nil` before anybody has spoken.
    private var silentSince: Date?
    private var facts: CallFacts
    /// What every request tells of its chance.
    private var smartRandom: [Int] = []
    private var mocks = MockedWeb()
    /// The lines of the mocks, in the order in which they were added.
    private var mockLines: [Int] = []
    private var serviceMocks: [ServiceMock] = []
    /// What the author should know about the case when it fails.
    private(set) var notes: [String] = []
    /// Errors of the bot that no check has met, in a case of the vendor's.
    var errors: [String] = []
    /// The last turns, for whoever tells of a failure.
    private(set) var exchanges: [Exchange] = []

    package init(_ talk: TalkCase, with partner: Partner) {
        self.talk = talk
        self.partner = partner
        let heads = talk.heads
        now = heads.at
        random = .queue(heads.random)
        zone = (try? Zone.named(heads.zone)) ?? .utc
        facts = CallFacts(number: heads.number, payload: heads.payload, zone: heads.zone, isTest: true)
    }

    /// Plays all steps.
    ///
    /// - Returns: the first thing that was not as expected; `nil` when everything was.
    package mutating func play() -> Mismatch? {
        do throws(Mismatch) {
            for step in talk.steps { try play(step) }
            try settle()
            return nil
        } catch {
            return error
        }
    }

    /// Lets one thing happen outside of all steps; nobody checks what comes.
    ///
    /// - Throws: what a step would fail with, such as words into a call that is over.
    package mutating func play(_ act: TalkAct) throws(Mismatch) -> TurnResult {
        let step = TalkStep(line: 1, source: "\(act)", kind: .act(act))
        try requireOpenLine(act, step)
        var played = PlayedTurn(step: step, state: state, at: now)
        turn = played
        try perform(act, step)
        played = turn ?? played
        turn = nil
        return TurnResult(state: state, happenings: played.happenings.map(\.happening))
    }

    /// The lines of mocks that have answered a request.
    var answeringMocks: Set<Int> { Set(mocks.answering.map { mockLines[$0] }) }

    private mutating func play(_ step: TalkStep) throws(Mismatch) {
        switch step.kind {
        case .expectation(let expectation): try check(expectation, step)
        case .preparation(.web(let mock)):
            mocks.add(mock)
            mockLines.append(step.line)
        case .preparation(.service(let mock)): serviceMocks.append(mock)
        // What comes next is prepared for; the answers to what was said before may still be checked behind it.
        case .preparation(let preparation): prepare(preparation)
        case .act(let act):
            try settle()
            try requireOpenLine(act, step)
            turn = PlayedTurn(step: step, state: state, at: now)
            try perform(act, step)
        }
    }

    private mutating func prepare(_ preparation: TalkPreparation) {
        switch preparation {
        case .clock(let moment): now = moment
        case .random(let numbers): random = .queue(numbers)
        case .contextPath(let path): state.contextPath = path
        case .rawRequest(let json): facts.phone.rawRequest = json
        case .requestData(let json):
            facts.phone.requestData = json
            smartRandom = json.flatMap(TestJSON.init)?.smartRandom ?? []
        case .session(let json): state.session = json
        case .client(let json): state.client = json
        case .web, .service: break
        }
    }

    private mutating func perform(_ act: TalkAct, _ step: TalkStep) throws(Mismatch) {
        switch act {
        case .says(let text): hear(text)
        case .presses(let keys): hear(state.awaited(of: keys))
        case .interrupts(let text): interrupt(text)
        case .event("bargeInIntent", let data) where talk.isPhoneCall:
            _ = letsCallerBreakIn(data ?? state.bargeInIntent(""))
        case .event(let name, let data):
            take(.event(name, data: data))
            if name == "hangup", state.hungUpBy == nil { state.hungUpBy = .caller }
        case .enters(let path):
            state.timeout = nil
            take(.goTo(state: path))
        case .waits(let length): try wait(length, step)
        case .skips(let length): try skip(length, step)
        case .silence:
            // A timeout that comes due within the silence has moved the talk on before the channel gave up.
            let silence = state.silence
            if try pass(silence.length, step, silentSince: { _ in nil }) == 0 { take(.event(silence.event)) }
        case .waitsForTimeout:
            guard let due = timeoutDue else {
                throw Mismatch(step, expected: "a pending timeout", actual: "none")
            }
            now = max(now, due)
            passTimeout()
        }
    }

    private mutating func hear(_ text: String) {
        state.timeout = nil
        take(.text(text))
    }

    private mutating func take(_ incoming: Incoming) {
        let result = run(incoming)
        turn?.add(result, at: now)
    }

    private mutating func run(_ incoming: Incoming) -> TurnResult {
        silentSince = now
        var before = state
        // A bot may still answer `hangup` and `botHangup`; who ended the call is kept here.
        before.hungUpBy = nil
        random.smart = smartRandom
        let mocks = talk.isMocked ? ScriptMocks(web: mocks, services: serviceMocks) : nil
        let result = partner.turn(before, incoming, in: facts, at: now, mocks: mocks, random: &random)
        let place = turn.map { "line \($0.step.line): " } ?? ""
        errors += self.mocks.takeUnanswered().map { place + $0 }
        exchanges = exchanges.suffix(3) + [Exchange(incoming, in: before, at: now, zone: talk.heads.zone, result)]
        for case .note(let note) in result.happenings where !notes.contains(note) { notes.append(note) }
        let ended = state.hungUpBy
        state = result.state
        if state.hungUpBy == nil { state.hungUpBy = result.endsCall ?? ended }
        return result
    }
}

// MARK: - Breaking in

extension TalkPlayer {
    /// The caller speaks into the last answer (dsl.md 6.7).
    private mutating func interrupt(_ text: String) {
        silentSince = now
        switch state.breakingIn {
        case .impossible: return
        case .free: state.breakIn()
        case .asked: if letsCallerBreakIn(state.bargeInIntent(text)) { state.breakIn() }
        }
        guard state.hungUpBy == nil else { return }
        hear(text)
    }

    /// Asks the bot; what it says to that reaches nobody.
    private mutating func letsCallerBreakIn(_ data: String) -> Bool {
        let before = state
        var result = run(.event("bargeInIntent", data: data))
        state = before.asked(state)
        result.state = state
        result.happenings.removeAll { if case .reply = $0 { true } else { false } }
        turn?.add(result, at: now)
        return result.letsCallerBreakIn
    }
}

// MARK: - Time

extension TalkPlayer {
    private var timeoutDue: Date? { state.hungUpBy == nil ? state.timeout?.due : nil }

    private mutating func passTimeout() {
        guard let timeout = state.timeout else { return }
        state.timeout = nil
        take(.goTo(state: timeout.targetState))
    }

    /// Time in which nobody speaks: timeouts, and silences that the bot cares for, come in their order.
    private mutating func wait(_ length: TimeInterval, _ step: TalkStep) throws(Mismatch) {
        try pass(length, step) {
            $0.partner.answers(event: $0.state.silence.event, in: $0.state) ? $0.silentSince : nil
        }
    }

    /// Time in which somebody speaks: only timeouts come due.
    private mutating func skip(_ length: TimeInterval, _ step: TalkStep) throws(Mismatch) {
        try pass(length, step) { _ in nil }
        silentSince = now
    }

    /// Lets time pass, and what comes by itself come at its own moment.
    ///
    /// - Returns: how often something came.
    @discardableResult
    private mutating func pass(
        _ length: TimeInterval, _ step: TalkStep, silentSince: (Self) -> Date?
    ) throws(Mismatch) -> Int {
        let end = now.addingTimeInterval(length)
        var passed = 0
        while let (ring, due) = state.nextRing(silentSince: silentSince(self), by: end) {
            passed += 1
            guard passed <= 1000 else {
                throw Mismatch(
                    step, expected: "an end of the silence", actual: "1000 timeouts or silences, one after another")
            }
            now = max(now, due)
            switch ring {
            case .timeout: passTimeout()
            case .silence(let event): take(.event(event))
            }
        }
        now = end
        return passed
    }

    /// Nobody can speak into a call that is over.
    private func requireOpenLine(_ act: TalkAct, _ step: TalkStep) throws(Mismatch) {
        guard talk.isPhoneCall, let party = state.hungUpBy else { return }
        switch act {
        case .event, .enters, .waits, .skips: return
        case .says, .presses, .interrupts, .silence, .waitsForTimeout:
            throw Mismatch(step, expected: "an open line", actual: "the \(party.rawValue) had hung up")
        }
    }
}

extension TestJSON {
    /// Of the data of a request: `{"smartRandom": [1, 2]}`.
    fileprivate var smartRandom: [Int] {
        guard case .object(let fields) = self, case .array(let numbers)? = fields["smartRandom"] else { return [] }
        return numbers.compactMap { if case .number(let number) = $0 { Int(exactly: number) } else { nil } }
    }
}

extension TurnResult {
    fileprivate var endsCall: Party? {
        for case .hangUp(let party) in happenings { return party }
        return nil
    }
}

/// The first thing in a case that was not as expected.
package struct Mismatch: Error, Sendable, Hashable {
    package var step: TalkStep
    package var expected: String
    package var actual: String

    init(_ step: TalkStep, expected: String, actual: String) {
        self.step = step
        self.expected = expected
        self.actual = actual
    }
}
