import CampaignModel
import CivilTime
import Conversations
import FoundationEssentials
import Replay
import Scripting

/// A bot of a few words that needs no script: each word shows one thing that a turn can bring.
struct EchoBot: TalkPartner {
    func turn(
        _ state: ConversationState, _ incoming: Incoming, in call: CallFacts, at now: Date, mocks: ScriptMocks?,
        random: inout RandomSource
    ) -> TurnResult {
        var state = state
        state.line = nil
        let happenings = happenings(&state, incoming, call, now, &random)
        return TurnResult(state: state, happenings: happenings)
    }

    func answers(event: String, in state: ConversationState) -> Bool { event != "unknown" }

    func missing(state path: String) -> MissingState? {
        path == "/Symptom" ? MissingState(path: path, nearest: "/Symptoms") : nil
    }

    private func happenings(
        _ state: inout ConversationState, _ incoming: Incoming, _ call: CallFacts, _ now: Date,
        _ random: inout RandomSource
    ) -> [Happening] {
        switch incoming {
        case .text("/start"): [matched("/Start"), says("Hello! Is it a good time\n to talk?", "/Start")]
        case .text("two"): [matched("/One"), says("one", "/One"), says("two", "/Two")]
        case .text("mute"): [matched("/Mute")]
        case .text("boom"):
            [
                matched("/Boom"),
                .failure(
                    TurnFailure(code: "script/exception", message: "x is not defined", file: "src/main.sc", line: 12)),
            ]
        case .text("bye"): [matched("/Bye"), says("Bye!", "/Bye"), .hangUp(.bot)]
        case .text("hour"):
            [matched("/Hour"), says("Okay!", "/Hour"), .redial(inAnHour(now), refusal: nil), .hangUp(.bot)]
        case .text("again"):
            [matched("/Again"), .redial(inAnHour(now), refusal: "only the first redial of a call counts")]
        case .text("report"): [matched("/Report"), .directive(name: "setCallResult", arguments: "[\"ok\"]")]
        case .text("buttons"): [matched("/Buttons"), says("Choose", "/Buttons"), buttons]
        case .text("dice"): [matched("/Dice"), says("\(random.next(below: 6)) \(random.next(below: 6))", "/Dice")]
        case .text("smart"):
            [says([0, 0].map { _ in "\(random.nextSmart(below: 6) ?? 0)" }.joined(separator: " "), "/Smart")]
        case .text("data"): [says(call.phone.requestData ?? "none", "/Data")]
        case .text("clock"): [matched("/Clock"), says("\(now.isoText) \(call.zone)", "/Clock")]
        case .text("facts"): [matched("/Facts"), says("\(call.number) \(call.payload) \(call.isTest)", "/Facts")]
        case .text("state"):
            [matched("/State"), says("\(state.contextPath) \(state.session) \(state.client)", "/State")]
        case .text("keys"): awaitingKeys(&state)
        case .text("wait"): waiting(&state, now)
        case .text(let text): [matched("/CatchAll"), says("You said: \(text)", "/CatchAll")]
        case .event("unknown", _): []
        case .event(let name, let data): [matched("/Event"), says("\(name) \(data ?? "")", "/Event")]
        case .goTo(let path): [says("Still there?", path)]
        }
    }

    private func waiting(_ state: inout ConversationState, _ now: Date) -> [Happening] {
        state.timeout = PendingTimeout(due: now.addingTimeInterval(4), targetState: "/Late")
        return [matched("/Wait"), says("Take your time.", "/Wait")]
    }

    private func awaitingKeys(_ state: inout ConversationState) -> [Happening] {
        state.line = LineState()
        state.line?.keys = AwaitedKeys(most: 4, timeout: 3000)
        return [matched("/Keys")]
    }

    private func matched(_ state: String) -> Happening {
        .match(RuleMatch(state: state, rule: "*", file: "src/main.sc", line: 1, score: 1, rank: 1))
    }

    private func says(_ text: String, _ state: String) -> Happening {
        .reply(Reply(type: "text", text: text, state: state, json: "{\"type\":\"text\",\"text\":\"\(text)\"}"))
    }

    private var buttons: Happening {
        let json = #"{"type":"buttons","buttons":[{"text":"Yes","id":1},{"text":"No"}]}"#
        return .reply(Reply(type: "buttons", text: nil, state: "/Buttons", json: json))
    }

    private func inAnHour(_ now: Date) -> RedialRequest {
        var policy = CallPolicy(start: now.addingTimeInterval(3600.4), finish: now.addingTimeInterval(4500))
        policy.maxAttempts = 2
        policy.retryIntervalInMinutes = 5
        policy.allowedDays = [.mon, .wed]
        policy.dialerPriority = 2
        policy.allowedTime = AllowedTime(
            byDay: [.mon: [DayInterval(from: 600, to: 690), DayInterval(from: 720, to: 1440)]],
            byDefault: [DayInterval(from: 540, to: 600)])
        return RedialRequest(policy: policy)
    }
}

/// The text report of one test file, without its summary when something went wrong.
func report(_ text: String, named name: String = "a.talk", filter: String? = nil, workers: Int = 1) throws -> String {
    let results = try session([name: text], workers: workers).run(filter: filter)
    let report = TestReport(results, seconds: 0)
    let lines = results.compactMap(TestReport.line)
    return lines.isEmpty ? report.summary : lines.joined(separator: "\n")
}

func session(_ files: [String: String], workers: Int = 1) -> ReplaySession<EchoBot> {
    let folder = TestFolder(
        path: "bots/echo/test", list: { Array(files.keys) }, read: { name in files[name].map { Array($0.utf8) } })
    return ReplaySession(botName: "echo", folder: folder, workers: workers) { EchoBot() }
}
