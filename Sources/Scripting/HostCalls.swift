import BotModel
import CampaignModel
import CivilTime
import Conversations
import Dialog
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
    let language: LanguageServices
    var web: ScriptWeb
    private(set) var serviceMocks: [ServiceMock] = []
    /// Handlers that scripts have bound in this turn.
    var boundHandlers: [PhaseHandler] = []
    /// What the text of this request may mean.
    var hypotheses: Hypotheses?
    /// What the author was told in this turn.
    var told: Set<String> = []

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
        language.clients.forget()
        boundHandlers = []
        hypotheses = nil
        serviceMocks = mocks?.services ?? []
        web.beginTurn(at: input.now, mock: mocks?.web)
        redialUsed = input.state.redialUsed
        phone = PhoneTurn(input)
        random = input.random
        now = input.now
        self.zone = zone
        heard = input.state.history ?? []
        earlierLines = heard.count
        if case .text(let text) = input.incoming { heard.append(SpokenLine(isBot: false, text: text)) }
    }

    /// A new session: of what was said only this turn's is of it.
    mutating func forgetEarlierTurns() {
        heard.removeFirst(earlierLines)
        earlierLines = 0
    }

    mutating func add(_ happening: Happening, at position: Int? = nil) {
        placed.append(Placed(position: position ?? said.count, happening: happening))
    }

    mutating func add(_ reply: SaidReply) { said.append(reply) }

    mutating func next(below bound: Int) -> Int { random.next(below: bound) }

    mutating func nextSeed() -> UInt64 { random.nextSeed() }

    mutating func answer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer {
        switch name {
        case "said": said.append(.script(arguments.first?.string ?? "{}"))
        case "log": add(.log(arguments.first?.string ?? ""), at: arguments.position)
        case "directive":
            let name = arguments.first?.string ?? ""
            let data = arguments.dropFirst(2).first?.string ?? "{}"
            add(.directive(name: name, arguments: data), at: arguments.position)
        case "random":
            guard let bound = arguments.first?.number, bound >= 1, bound <= 1e9 else {
                return .exception("random(n) takes a whole number of 1 or more and gives one of 0 … n - 1.")
            }
            return .value(.number(Double(next(below: Int(bound)))))
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

    /// `$dialer.redial`: the first good one of a call counts; a later one is ignored, a wrong one is an exception.
    private mutating func redial(_ arguments: [ScriptValue]) -> HostAnswer {
        let isGiven = (arguments.dropFirst(2).first?.number ?? 0) > 0
        let argument = isGiven ? arguments.first?.policyValue : nil
        guard !phone.call.phone.isIncoming else {
            refuse(
                askedJSON: RedialRequest.askedJSON(argument), reason: Self.incomingCall, at: arguments.position)
            return .value(.undefined)
        }
        guard !redialUsed else {
            refuse(askedJSON: RedialRequest.askedJSON(argument), reason: Self.secondRedial, at: arguments.position)
            return .value(.undefined)
        }
        do {
            let request = try RedialRequest.read(argument, now: now)
            redialUsed = true
            add(.redial(request, refusal: nil), at: arguments.position)
            return .value(.undefined)
        } catch {
            refuse(askedJSON: error.askedJSON, reason: error.description, at: arguments.position)
            return .exception("\(error)")
        }
    }

    private mutating func refuse(askedJSON: String, reason: String, at position: Int?) {
        add(.redial(RedialRequest(policy: CallPolicy(), askedJSON: askedJSON), refusal: reason), at: position)
    }

    private static let incomingCall =
        "The other side has rung here, so the call is of no campaign and nobody can be called again; the redial is ignored."
    private static let secondRedial =
        "A series of calls is already scheduled in this conversation; only the first `$dialer.redial` counts."
}

extension [ScriptValue] {
    /// The second argument of most calls: how many replies stood before it.
    var position: Int? { count > 1 ? self[1].number.map { Int($0) } : nil }
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
