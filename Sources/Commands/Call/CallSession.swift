import BotRuntime
import CampaignStorage
import CivilTime
import Conversations
import Dialing
import FoundationEssentials
import SourceText

/// A bot, a store and a number: everything that calls in one console session share.
final class CallSession {
    private(set) var settings: CallSettings
    let streams: Streams
    private(set) var runtime: BotRuntime
    /// The errors of the version that runs.
    private var errors: [Diagnostic]
    /// What tells the bot from others in the store.
    private let botKey: String
    private let store: any CampaignStore
    private let recording: TalkRecording?

    /// Loads the bot, then opens the store, and says what is to be said about both before the phone rings.
    init(_ settings: CallSettings, _ streams: Streams) throws {
        self.settings = settings
        self.streams = streams
        let (bot, diagnostics) = try BotReading.load(settings.botPath, settings.libraries)
        let runtime = try BotReading.runtime(of: bot, in: settings.world)
        runtime.isTraced = settings.trace
        self.runtime = runtime
        let findings = diagnostics + runtime.loadDiagnostics
        errors = BotReload.errors(of: findings)
        BotReading.announce(bot, findings, of: settings.botPath, streams)
        store = try StoreOpening.open(settings.store, .readWrite)
        let known: KnownNumber?
        do {
            known = try CallLedger.known(settings.facts.number, inCampaign: settings.campaign, store: store)
            if let zone = known?.zone { try self.settings.learn(zone: zone) }
        } catch let error as StoreError {
            throw Trouble(error)
        }
        botKey = bot.configuration.name ?? URL(fileURLWithPath: settings.botPath).resolvingSymlinksInPath().path
        recording = try settings.recording.map { try TalkRecording(path: $0) }
        for note in [self.settings.zoneNote, known.flatMap(self.settings.note)].compactMap(\.self) {
            streams.say(streams.messages.style.dim(note))
        }
    }

    /// Reads the bot's files again. A version with errors that the running one does not have is not taken.
    func reload() throws -> BotReload {
        let (bot, diagnostics) = try BotReading.load(settings.botPath, settings.libraries)
        let fresh = try BotReading.runtime(of: bot, in: settings.world)
        let found = BotReload.errors(of: diagnostics + fresh.loadDiagnostics)
        let additional = BotReload.additional(in: found, to: errors)
        guard additional.isEmpty else { return .refused(additional) }
        fresh.isTraced = runtime.isTraced
        runtime = fresh
        errors = found
        return .taken(warning: BotReading.warning(found, of: settings.botPath))
    }

    /// A new call to the number.
    ///
    /// - Parameter planned: the attempt of the schedule that this call is, if it is one.
    func open(at moment: Date, planned: String? = nil, handOut: @escaping (CallRecord) -> Void) throws -> ConsoleCall {
        let ledger: CallLedger
        do {
            ledger = try CallLedger(
                store: store, campaign: settings.campaign, number: settings.facts.number, bot: botKey,
                zone: settings.facts.zone, payload: settings.facts.payload, at: moment, plannedAttempt: planned,
                identifiers: SystemRandomNumberGenerator())
        } catch {
            throw Trouble(error)
        }
        let (recording, facts) = (recording, settings.facts(of: ledger))
        recording?.begin(facts, at: moment)
        let call = PhoneCall(partner: runtime, keeper: ledger, facts: facts, random: .seeded(settings.seed)) {
            record, moment in
            recording?.add(record, at: moment)
            handOut(record)
        }
        return ConsoleCall(call: call, ledger: ledger)
    }

    /// A call whose caller is a list of lines.
    func runPiped(_ input: InputLines) throws {
        HangUpSignals.heed()
        var input = input
        let out = streams.out
        let transcript = CallTranscript(style: out.style, echoesCaller: true, trace: settings.trace)
        let (json, trace) = (settings.json, settings.trace)
        let console = try open(at: settings.start) { record in
            if json { return out.line(record.json(trace: trace).text) }
            if let text = transcript.text(of: record) { out.line(text) }
        }
        var piped = PipedCall(console.call, at: settings.start)
        do {
            try piped.begin()
            // A reader that has gone away is a caller who has gone away.
            while !out.isClosed, let line = input.next() {
                if let note = line.note { streams.say(note) }
                try piped.take(line.text)
            }
        } catch let trouble {
            _ = try? piped.end()
            throw trouble
        }
        if let note = try piped.end() { streams.say(note) }
        if !json { preview(console.call).forEach(out.line) }
    }

    /// What the call has scheduled, and when it would ring.
    func preview(_ call: PhoneCall) -> [String] {
        guard let series = call.series else { return [] }
        let calls = series.attempts.count == 1 ? "1 call" : "\(series.attempts.count) calls"
        return ["", "Scheduled: \(calls) at most, until one is answered."]
            + SchedulePreview(zone: settings.zone, attempts: series.attempts).lines
    }
}

/// A call and its place in the store.
struct ConsoleCall {
    let call: PhoneCall
    let ledger: CallLedger

    /// The next call that the store plans for the number.
    func nextPlanned() throws -> PlannedCall? {
        do {
            return try ledger.nextPlanned()
        } catch {
            throw Trouble(error)
        }
    }
}

extension Trouble {
    /// A store that cannot be used is an input/output failure with the store's own words.
    init(_ error: StoreError) { self.init(.inputOutput, error.message, hint: error.hint) }
}
