import BotModel
import CampaignModel
import CivilTime
import Conversations
import Dialog
import Entities
import FoundationEssentials
import JavaScript

/// What a turn's scripts have done to the outside so far; answers `__host(name, …)` of the files in `World`.
struct HostCalls {
    /// A happening that is no reply, and how many replies stood before it.
    struct Placed {
        let position: Int
        let happening: Happening
    }

    private(set) var placed: [Placed] = []
    /// The replies as they were made: what is kept when a cut takes the script's own list away.
    private(set) var said: [SaidReply] = []
    private(set) var redialUsed = false
    private(set) var random = RandomSource.queue([])
    /// What `$reactions.random` and `random:` have drawn last in the session, and all that they have drawn in this turn.
    private(set) var drawn: DrawnNumbers?
    private(set) var numbersOfTurn: [Int] = []
    private(set) var now = Date(timeIntervalSince1970: 0)
    /// The zone of the call.
    private(set) var zone = Zone.utc
    /// What was said in the session before this turn, and what the caller has said in it.
    private(set) var heard: [SpokenLine] = []
    var phone = PhoneTurn()
    /// How many of these lines are of earlier turns.
    private var earlierLines = 0
    let formats = LocaleFormats()
    let services: ScriptServices
    var language: LanguageServices
    var web: ScriptWeb
    private(set) var serviceMocks: [ServiceMock] = []
    /// Handlers that scripts have bound in this turn.
    var boundHandlers: [PhaseHandler] = []
    /// What the text of this request may mean.
    var hypotheses: Hypotheses?
    /// What the author was told in this turn.
    var told: Set<String> = []
    /// Whether a script has wished something of the dialog that nobody has asked for yet.
    var hasWished = false
    private var allowance = TurnAllowance()
    private var logAllowance = TurnAllowance()

    init(_ services: ScriptServices, _ language: LanguageServices) {
        self.services = services
        self.language = language
        web = ScriptWeb(services.web)
    }

    var bot: Bot { language.bot }

    mutating func begin(_ input: TurnInput, in zone: Zone, mocks: ScriptMocks?) {
        placed = []
        said = []
        told = []
        hasWished = false
        (allowance, logAllowance) = (TurnAllowance(), TurnAllowance())
        language.clients.forget()
        boundHandlers = []
        hypotheses = nil
        serviceMocks = mocks?.services ?? []
        web.beginTurn(at: input.now, mock: mocks?.web)
        redialUsed = input.state.redialUsed
        phone = PhoneTurn(input)
        random = input.random
        drawn = input.state.drawn
        numbersOfTurn = []
        now = input.now
        language.moment = EntityMoment(now: now.epochSecond, zone: zone)
        self.zone = zone
        heard = input.state.history ?? []
        earlierLines = heard.count
        if case .text(let text) = input.incoming { heard.append(SpokenLine(isBot: false, text: text)) }
    }

    /// A new session: of what was said only this turn's is of it.
    mutating func forgetEarlierTurns() {
        drawn = nil
        heard.removeFirst(earlierLines)
        earlierLines = 0
    }

    mutating func add(_ happening: Happening, at position: Int? = nil) {
        placed.append(Placed(position: position ?? said.count, happening: happening))
    }

    /// Whether there was room for it.
    mutating func add(_ reply: SaidReply) -> Bool {
        guard allowance.takes(reply.size) else { return false }
        said.append(reply)
        return true
    }

    /// A wish to the channel that scripts may repeat without end; whether there was room for it.
    mutating func direct(_ name: String, _ arguments: String, at position: Int?) -> Bool {
        guard allowance.takes(name.utf8.count + arguments.utf8.count) else { return false }
        add(.directive(name: name, arguments: arguments), at: position)
        return true
    }

    /// A line in the log, or a note for the author.
    mutating func write(_ line: String, as happening: (String) -> Happening, at position: Int?) {
        let line = TurnAllowance.line(line)
        if logAllowance.takes(line.utf8.count) { return add(happening(line), at: position) }
        if told.insert(TurnAllowance.leftOut).inserted { add(.note(TurnAllowance.leftOut), at: position) }
    }

    static let tooMuch = HostAnswer.exception(TurnAllowance.refusal)

    /// Chance that avoids repeats (dsl.md 5.2).
    mutating func nextOther(below bound: Int) -> Int {
        var known = drawn ?? DrawnNumbers()
        let number = known.next(below: bound, using: &random)
        drawn = known
        if numbersOfTurn.count < Self.mostNumbers { numbersOfTurn.append(number) }
        return number
    }

    /// More numbers of a turn are not told.
    private static let mostNumbers = 1000

    mutating func nextSeed() -> UInt64 { random.nextSeed() }

    mutating func answer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer {
        switch name {
        case "said": if !add(.script(arguments.first?.string ?? "{}")) { return Self.tooMuch }
        case "log": write(arguments.first?.string ?? "", as: Happening.log, at: arguments.position)
        case "note": write(arguments.first?.string ?? "", as: Happening.note, at: arguments.position)
        case "directive":
            let json = arguments.dropFirst(2).first?.string ?? "{}"
            guard direct(arguments.first?.string ?? "", json, at: arguments.position) else { return Self.tooMuch }
        case "random":
            guard let bound = arguments.first?.number, bound >= 1, bound <= 1e9 else {
                return .exception("random(n) takes a whole number of 1 or more and gives one of 0 … n - 1.")
            }
            let avoidsRepeats = arguments.count > 1 && arguments[1].flag
            let number = avoidsRepeats ? nextOther(below: Int(bound)) : random.next(below: Int(bound))
            return .value(.number(Double(number)))
        case "cutTemplate": return .value(.array(TemplateCut.texts(of: arguments.first?.string ?? "").map(Self.part)))
        case "timeForZone": return time(in: arguments.first?.string ?? "")
        case "redial": return redial(arguments)
        default:
            return phoneAnswer(name, arguments) ?? dialogAnswer(name, arguments) ?? languageAnswer(name, arguments)
                ?? serviceAnswer(name, arguments)
        }
        return .value(.undefined)
    }

    /// An expression of blanks only stands for nothing.
    private static func part(_ part: (text: String, isExpression: Bool)) -> ScriptValue {
        let isBlank = part.isExpression && part.text.allSatisfy(\.isWhitespace)
        return .object([
            .init("text", .string(isBlank ? "" : part.text)),
            .init("isExpression", .boolean(part.isExpression && !isBlank)),
        ])
    }

    /// Milliseconds of the zone's wall clock, as if it were UTC.
    private func time(in name: String) -> HostAnswer {
        do {
            let zone = try Self.zone(name)
            let offset = Double(zone.offset(at: now)) * 1000
            return .value(.number((now.timeIntervalSince1970 * 1000).rounded(.down) + offset))
        } catch {
            return .exception("$jsapi.timeForZone: \(error)")
        }
    }

    /// `$dialer.redial`: the first good one of a call counts; a later good one is ignored, a wrong one is an exception.
    private mutating func redial(_ arguments: [ScriptValue]) -> HostAnswer {
        let isGiven = (arguments.dropFirst(2).first?.number ?? 0) > 0
        let argument = isGiven ? arguments.first?.policyValue : nil
        guard !phone.call.phone.isIncoming else {
            return refuse(RedialRequest.askedJSON(argument), reason: Self.incomingCall, at: arguments.position)
        }
        do {
            let request = try RedialRequest.read(argument, now: now)
            guard !redialUsed else {
                return refuse(request.jsonText, reason: Self.secondRedial, at: arguments.position)
            }
            redialUsed = true
            add(.redial(request, refusal: nil), at: arguments.position)
            return .value(.undefined)
        } catch {
            _ = refuse(error.askedJSON, reason: error.description, at: arguments.position)
            return .exception("\(error)")
        }
    }

    private mutating func refuse(_ askedJSON: String, reason: String, at position: Int?) -> HostAnswer {
        guard allowance.takes(askedJSON.utf8.count) else { return Self.tooMuch }
        add(.redial(RedialRequest(policy: CallPolicy(), askedJSON: askedJSON), refusal: reason), at: position)
        return .value(.undefined)
    }

    private static let incomingCall =
        "The other side has rung here, so the call is of no campaign and nobody can be called again; the redial is ignored."
    private static let secondRedial =
        "A series of calls is already scheduled in this conversation; only the first `$dialer.redial` counts."
}

extension [ScriptValue] {
    /// The second argument of most calls: how many replies stood before it.
    var position: Int? { count > 1 ? self[1].number.flatMap { Int(exactly: $0) } : nil }
}

extension ScriptValue {
    var string: String? { if case .string(let text) = self { text } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var flag: Bool { self == .boolean(true) }

    subscript(_ key: String) -> ScriptValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value as the campaign rules read it.
    var policyValue: PolicyValue {
        switch self {
        case .undefined, .null: .null
        case .boolean(let flag): .boolean(flag)
        case .number(let number): .number(number)
        case .string(let text): .string(text)
        case .date(let milliseconds): .date(Date(timeIntervalSince1970: milliseconds / 1000))
        case .array(let values): .array(values.map(\.policyValue))
        case .object(let members):
            .object(members.filter { $0.value != .undefined }.map { PolicyValue.Member($0.key, $0.value.policyValue) })
        }
    }
}
