import BotModel
import BotRuntime
import CampaignModel
import CampaignStorage
import CivilTime
import Conversations
import Dialing
import Foundation

/// The bot of a campaign talks on an answered call, to a `Callee`.
///
/// A campaign without a bot has nobody who talks: its calls are over when the line says so.
final class BotTalk: CallTalk {
    private let libraries: Libraries
    private let callee: any Callee
    private let seed: UInt64
    private let streams: Streams
    private var runtimes: [String: BotRuntime?] = [:]
    /// Talks in place of the campaign's own.
    private let bot: String?
    /// Of all talks so far.
    private(set) var results = TalkResults()

    init(libraries: Libraries, callee: any Callee, seed: UInt64, streams: Streams, bot: String? = nil) {
        (self.libraries, self.callee, self.seed, self.streams, self.bot) = (libraries, callee, seed, streams, bot)
    }

    func hold(_ call: AnsweredCall, store: any CampaignStore) -> TalkEnd {
        guard let path = bot ?? call.campaign.bot, let runtime = runtime(of: path) else {
            return TalkEnd(endedBy: .caller)
        }
        do {
            return try talk(call, runtime, store)
        } catch let trouble as Trouble {
            streams.say("The talk with \(call.number.phone) broke off: \(trouble.message)")
        } catch {
            streams.say("The talk with \(call.number.phone) broke off: \(error)")
        }
        return TalkEnd(endedBy: .abandoned)
    }

    private func runtime(of path: String) -> BotRuntime? {
        if let known = runtimes[path] { return known }
        var runtime: BotRuntime?
        do {
            let (bot, diagnostics) = try BotReading.load(path, libraries)
            runtime = try BotReading.runtime(of: bot)
            BotReading.announce(bot, diagnostics, of: path, streams)
        } catch let trouble as Trouble {
            streams.say(
                "The bot \(path) cannot talk: \(trouble.message) Its calls are answered by nobody.", hint: trouble.hint)
        } catch {
            streams.say("The bot \(path) cannot talk: \(error)")
        }
        runtimes[path] = runtime
        return runtime
    }

    /// A bot that answers `onCallNotConnected` may ask for another series; any other is not asked.
    func miss(_ call: MissedCall, store: any CampaignStore) {
        guard let path = bot ?? call.campaign.bot, let runtime = runtime(of: path) else { return }
        let event = call.outcome.isOfCallee ? "onCallNotConnected" : "onCallNotConnectedTechnical"
        guard runtime.answers(event: event, in: ConversationState(client: "{}")) else { return }
        let reason = call.outcome == .busy ? "BUSY" : call.outcome.isOfCallee ? "NO_ANSWER" : "TECHNICAL_ERROR"
        do {
            let ledger = try ledger(of: call.attemptId, call.campaign, runtime, store)
            let phone = PhoneCall(
                partner: runtime, keeper: OpenLedger(ledger), facts: facts(of: call.number, call.campaign, ledger),
                random: .seeded(seed)
            ) { _, _ in }
            try phone.send(event: event, data: "{\"reason\":\"\(reason)\"}", at: call.endedAt)
        } catch let trouble as Trouble {
            streams.say("The bot could not be told that \(call.number.phone) was not reached: \(trouble.message)")
        } catch {
            streams.say("The bot could not be told that \(call.number.phone) was not reached: \(error)")
        }
    }

    private func ledger(
        of attempt: String, _ campaign: Campaign, _ runtime: BotRuntime, _ store: any CampaignStore
    ) throws -> CallLedger {
        let key = runtime.bot.configuration.name ?? campaign.bot ?? ""
        do {
            return try CallLedger(
                store: store, resuming: attempt, bot: key, identifiers: SystemRandomNumberGenerator())
        } catch {
            throw Trouble(error)
        }
    }

    private func facts(of number: CampaignNumber, _ campaign: Campaign, _ ledger: CallLedger) -> CallFacts {
        var facts = CallFacts(number: number.phone, payload: ledger.payload, zone: ledger.zone.name)
        facts.phone.standing = ledger.standing
        facts.phone.zone = number.zone ?? campaign.zone ?? ""
        return facts
    }

    private func talk(_ call: AnsweredCall, _ runtime: BotRuntime, _ store: any CampaignStore) throws -> TalkEnd {
        let ledger = try ledger(of: call.attemptId, call.campaign, runtime, store)
        let keeper = OpenLedger(ledger)
        let facts = facts(of: call.number, call.campaign, ledger)
        var bits = SplitMix(seed: seed)
        for byte in (call.number.phoneKey + "\(ledger.standing?.history.completedAttemptsToPhone ?? 0)").utf8 {
            bits.stir(UInt64(byte))
        }
        let heard = HeardRecords()
        let phone = PhoneCall(partner: runtime, keeper: keeper, facts: facts, random: .seeded(bits.next())) {
            [callee] record, _ in
            heard.records.append(record)
            callee.hears(record)
        }
        defer { results.add(heard.records) }
        try callee.talk(phone, call, bits: bits.next())
        let result = heard.result
        return TalkEnd(
            outcome: result?.lowercased() == "rejected" ? .answeredNoSuccess : .answered,
            endedAt: call.endsAt == nil ? keeper.endedAt : nil, endedBy: keeper.endedBy ?? .caller, result: result)
    }
}

/// A ledger that leaves the end of the call to the dialer.
private final class OpenLedger: CallKeeper {
    private let ledger: CallLedger
    private(set) var endedBy: CallEnd?
    private(set) var endedAt: Date?

    init(_ ledger: CallLedger) { self.ledger = ledger }

    var client: String { ledger.client }

    func keep(_ turn: TurnToKeep, at now: Date) throws -> RedialOutcome? { try ledger.keep(turn, at: now) }

    func end(at now: Date, by party: CallEnd) { (endedBy, endedAt) = (party, now) }
}

/// Everything that happened in a talk.
private final class HeardRecords {
    var records: [CallRecord] = []

    /// What the script last said that the call came to.
    var result: String? {
        records.lazy.reversed().compactMap { record in
            if case .directive("setCallResult", let arguments) = record {
                TalkResults.result(in: arguments)
            } else {
                nil
            }
        }.first
    }
}

extension AttemptOutcome {
    /// Whether the callee's phone was reached; the network is to blame for the others.
    fileprivate var isOfCallee: Bool {
        switch self {
        case .busy, .noAnswer, .rejected: true
        default: false
        }
    }
}
