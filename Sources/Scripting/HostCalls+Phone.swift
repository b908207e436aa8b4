import CampaignModel
import Conversations
import Dialog
import FoundationEssentials
import JavaScript

/// What a turn knows of the phone, and what its scripts have set there.
struct PhoneTurn {
    let call: CallFacts
    let incoming: Incoming
    /// The line as the last turn left it.
    var line: LineState?
    /// What the bot has set for its voice and its hearing, in this turn or before.
    var setVoice: VoiceSettings?
    /// What this turn has set.
    var noInputTimeout: Int?

    init() {
        call = CallFacts(number: "")
        incoming = .text("")
    }

    init(_ input: TurnInput) {
        call = input.call
        incoming = input.incoming
        line = input.state.line
        setVoice = input.state.voice
    }

    /// What holds now.
    var voice: VoiceSettings { setVoice ?? call.phone.voice }
}

/// `$dialer` and the phone's part of `$request`.
extension HostCalls {
    mutating func phoneAnswer(_ name: String, _ arguments: [ScriptValue]) -> HostAnswer? {
        switch name {
        case "call": return .value(phone.factsValue)
        case "setNoInputTimeout": return setNoInputTimeout(arguments)
        case "setVoice": setVoice(arguments)
        case "parseCallback": return language.callback(arguments, in: phone.call.phone.standing)
        default: return nil
        }
        return .value(.undefined)
    }

    /// Kept within the possible, with a note when it was not.
    private mutating func setNoInputTimeout(_ arguments: [ScriptValue]) -> HostAnswer {
        guard let asked = arguments.first?.number, let possible = NoInputTimeout.clamped(asked) else {
            return .value(.undefined)
        }
        let position = arguments.position
        phone.noInputTimeout = possible
        guard direct("setNoInputTimeout", "{\"milliseconds\":\(possible)}", at: position) else { return Self.tooMuch }
        guard Double(possible) != asked else { return .value(.undefined) }
        let range = NoInputTimeout.range
        let sentence =
            "$dialer.setNoInputTimeout(\(PolicyValue.number(asked).jsonText)): whole milliseconds from \(Int(range.lowerBound)) to "
            + "\(Int(range.upperBound)) are possible; \(possible) is used."
        write(sentence, as: Happening.note, at: position)
        return .value(.undefined)
    }

    private mutating func setVoice(_ arguments: [ScriptValue]) {
        guard let kind = arguments.first?.string, let settings = arguments.dropFirst().first?.string else { return }
        var voice = phone.voice
        if kind == "asr" { voice.asr = settings } else { voice.tts = settings }
        phone.setVoice = voice
    }
}

extension PhoneTurn {
    /// The facts of `world.call()`; what is an object for scripts is JSON text.
    var factsValue: ScriptValue {
        let facts = call.phone
        var members: [ScriptValue.Member] = [
            .init("caller", .string(call.number)), .init("payload", .string(call.payload)),
            .init("trunk", .string(facts.trunk)), .init("isIncoming", .boolean(facts.isIncoming)),
            .init("headers", .string(headersJSON)), .init("zone", .string(facts.zone)),
            .init("recordingPath", .string(facts.recording.path)),
            .init("recordingAddress", .string(facts.recording.address)),
            .init("audioToken", .string(facts.recording.token)),
            .init("asr", .string(voice.asr)), .init("tts", .string(voice.tts)),
        ]
        members += campaignMembers + interruptionMembers
        if let raw = facts.rawRequest { members.append(.init("rawRequest", .string(raw))) }
        if case .event(let event, let data) = incoming {
            members.append(.init("event", .string(event)))
            if let data { members.append(.init("eventData", .string(data))) }
        }
        return .object(members)
    }

    private var headersJSON: String {
        let members = call.phone.headers.sorted { $0.key < $1.key }.map {
            PolicyValue.Member($0.key, .string($0.value))
        }
        return PolicyValue.object(members).jsonText
    }

    private var campaignMembers: [ScriptValue.Member] {
        let standing = call.phone.standing
        return [
            .init("campaign", .string(standing?.campaign ?? "")),
            .init("campaignSchedule", .string(standing?.campaignPolicy.scheduleJSON ?? "{}")),
            .init("dialSchedule", .string(standing?.numberPolicy.scheduleJSON ?? "{}")),
            .init("history", .string(standing?.history.json ?? "{}")),
            .init("intervals", .string(standing?.intervalsJSON ?? "{}")),
        ]
    }

    /// The answer that the caller broke in on, or that the event `bargeInIntent` asks about.
    private var interruptionMembers: [ScriptValue.Member] {
        var marks = line?.interruption
        if case .event("bargeInIntent", _) = incoming { marks = line?.answer }
        return [
            .init("isInterrupted", .boolean(line?.interruption != nil)),
            .init("bargeInTransition", .string(marks?.transition ?? "")),
            .init("bargeInLabel", .string(marks?.label ?? "")),
        ]
    }
}

// MARK: As JSON

extension CallPolicy {
    fileprivate var scheduleJSON: String {
        CallPolicy(allowedDays: allowedDays, allowedTime: allowedTime).jsonText
    }
}

extension DialHistory {
    fileprivate var json: String {
        numbersJSON([
            ("completedAttempts", completedAttempts), ("availableAttempts", availableAttempts),
            ("completedAttemptsToPhone", completedAttemptsToPhone),
            ("availableAttemptsToPhone", availableAttemptsToPhone),
        ])
    }
}

extension CallStanding {
    fileprivate var intervalsJSON: String {
        numbersJSON([
            ("retryIntervalInMinutes", retryIntervalInMinutes),
            ("campaignRetryIntervalInMinutes", campaignPolicy.retryIntervalInMinutes),
        ])
    }
}

/// Only the numbers that are there.
private func numbersJSON(_ members: [(name: String, value: Int?)]) -> String {
    let given = members.compactMap { member in
        member.value.map { PolicyValue.Member(member.name, .number(Double($0))) }
    }
    return PolicyValue.object(given).jsonText
}
