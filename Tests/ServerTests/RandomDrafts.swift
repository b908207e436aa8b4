import CampaignModel
import CivilTime
import Foundation

@testable import Server

/// Values that the surfaces can say, by chance.
struct RandomDrafts {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1) }

    mutating func chance() -> Bool { Bool.random(using: &generator) }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func phone() throws -> ImportedPhone {
        try ImportedPhone((chance() ? "+" : "") + String(int(70_000_000_000...79_999_999_999)))
    }

    mutating func interval() -> DayInterval {
        let from = int(0...1439)
        let to = int(0...1440)
        return from == to ? DayInterval(from: 0, to: 1440) : DayInterval(from: from, to: to)
    }

    /// With an offset, since other zones have notes of their own.
    mutating func number(row: Int) throws -> NumberDraft {
        var policy = CallPolicy()
        if chance() { policy.start = FixtureSurface.context.now.addingTimeInterval(Double(int(-9999...9999))) }
        if chance() { policy.finish = FixtureSurface.context.now.addingTimeInterval(Double(int(10_000...99_999))) }
        if chance() { policy.allowedDays = Set((0...int(0...6)).map { _ in Weekday.allCases[int(0...6)] }) }
        if chance() {
            policy.allowedTime = AllowedTime(byDay: [.mon: [interval()]], byDefault: chance() ? [interval()] : nil)
        }
        if chance() { policy.maxAttempts = int(0...5) }
        if chance() { policy.retryIntervalInMinutes = int(1...5000) }
        if chance() { policy.dialerPriority = int(1...5) }
        let payload = chance() ? #"{"a":[1,2.5,null],"name":"Ann \"A\" \u0001\u00e9"}"# : "{}"
        let value = try PolicyValue(json: payload)
        return NumberDraft(
            row: row, phone: try phone(), payload: value.jsonText, policy: policy,
            zone: chance() ? ["Europe/Moscow", "Z", "America/New_York", "Asia/Kolkata"][int(0...3)] : nil)
    }

    mutating func voipexCampaign() -> CampaignDraft {
        var draft = CampaignDraft(name: "autumn \(int(0...99))", surface: "VoIPEX")
        draft.zone = FixtureSurface.context.zone
        draft.bot = "TUxw53xCBf"
        draft.lists = ["1", "2"].filter { _ in chance() }
        draft.defaultPolicy.allowedDays = Set((0...int(0...6)).map { _ in Weekday.allCases[int(0...6)] })
        draft.defaultPolicy.allowedTime = AllowedTime(byDefault: [interval()])
        draft.retryRules = VoIPEXStatus.allCases.filter { _ in chance() }.map {
            RetryRule($0.outcomes, afterSeconds: int(0...9999), maxUses: int(1...9))
        }
        if chance() {
            draft.pacing.agents = AgentPacing(boost: Double(int(1...300)) / 100, maxWaiting: int(0...9), queue: "q")
        }
        draft.kept = [.init("callerId", .string("123456789"))]
        return draft
    }

    /// In New York, on days that have no change of the clock.
    mutating func twinCampaign() -> CampaignDraft {
        var draft = CampaignDraft(name: "autumn \(int(0...99))", surface: "TWIN")
        draft.zone = FixtureSurface.context.zone
        draft.bot = "robot-\(int(0...99))"
        draft.isInputOpen = true
        if chance() { draft.start = .at(FixtureSurface.context.now.addingTimeInterval(Double(int(1...99_999)) * 60)) }
        if chance() { draft.lifetimeInSeconds = int(1...999_999) }
        draft.pacing.callsPerSecond = chance() ? Double(int(1...99)) : 1 / Double(int(1...99))
        if chance() { draft.strategy = .inTurn }
        if chance() { (draft.normalisation, draft.badPhones) = (.russian, chance() ? .skip : .flag) }
        if chance() {
            var interval = interval()
            if interval.to == 0 { interval.to = 1440 }
            draft.defaultPolicy.allowedTime = AllowedTime(byDefault: [interval])
        }
        readRules(into: &draft)
        draft.kept = [
            .init("defaultExec", .string("robot")), .init("secondExec", .string("end")),
            .init("cidType", .string("default")),
            .init(
                "additionalOptions",
                .object([
                    .init("fullListMethod", .string("reject")), .init("fullListTime", .number(0)),
                    .init("recordCall", .boolean(false)),
                ])),
        ]
        return draft
    }

    private mutating func readRules(into draft: inout CampaignDraft) {
        draft.retryRules = TWINRedials.rules.filter { _ in chance() }.map {
            RetryRule($0.outcomes, afterSeconds: int(0...9999), maxUses: int(1...9))
        }
        if chance() { draft.limits = CallLimits(perNumber: int(1...9), perContact: chance() ? int(1...9) : nil) }
    }

    mutating func contact(row: Int) throws -> ContactDraft {
        let name = chance() ? "client \(int(0...99))" : nil
        let zone = chance() ? ["+03:00", "-05:30", "+00:10", "+00:00", "+12:45"][int(0...4)] : nil
        let payload = chance() ? #"{"debt":120.5}"# : "{}"
        let numbers = try (1...int(1...3)).map { _ in
            NumberDraft(row: row, phone: try phone(), payload: payload, zone: zone, contact: name)
        }
        return ContactDraft(
            externalId: name, strategy: .inTurn, callbackData: chance() ? #"{"crm":[1,true]}"# : nil,
            numbers: numbers.map { number in
                var number = number
                if let zone { number.notes = Self.notes(of: zone) }
                return number
            })
    }

    /// What an import says about an offset in the place of a place.
    private static func notes(of zone: String) -> [String] {
        var form = NumberForm()
        let members: [PolicyValue.Member] = [.init("phone", .string("79990000000")), .init("gmtZone", .string(zone))]
        return (try? form.draft(row: 1, members: members))?.notes ?? []
    }
}

/// xorshift: the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
