import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// What the commands that start and stop a campaign share.
struct ControlOptions: ParsableArguments {
    @Argument(help: "The name of the campaign.")
    var name: String
    @OptionGroup var storeOption: StoreOption
    @Option(help: "The present moment, in ISO 8601. (default: now)")
    var at: String?
    @Option(help: "Why, for whoever asks later.")
    var reason: String?
    @Flag(help: "One JSON object on standard output.")
    var json = false

    /// Carries out the command; a refusal is wrong input with the reason.
    func run(_ command: CampaignControl, done: (Campaign) -> String) throws {
        let streams = Streams()
        let store = try StoreOpening.open(storeOption.store, .readWrite)
        let known = try store.known(name, in: storeOption.name)
        let now = try Arguments.now(at)
        let (campaign, answer) = try store.change { transaction throws(StoreError) in
            try transaction.control(campaign: known.id, command, actor: "operator", reason: reason, at: now)
        }
        switch answer {
        case .refused(let why): throw Trouble.badInput("\(name): \(why)")
        case .gone: throw Trouble.badInput("The campaign `\(name)` was removed.")
        case .becomes, .stays: break
        }
        if command == .pause || command == .stop { QuietLines(store, campaign, streams).wait() }
        if json {
            streams.out.line(
                JSONValue.object([
                    ("type", "campaign"), ("name", .string(name)), ("state", .string(campaign.state.rawValue)),
                    ("changed", .bool(answer != .stays)),
                ]).text)
        } else {
            streams.out.line(answer == .stays ? "\(name) is \(campaign.state.rawValue) already." : done(campaign))
        }
        try streams.checkWritten()
    }
}

/// Waits until nothing more can ring for a campaign that was paused: a call that was decided before either rings or is given up
/// by the dialer that decided it.
struct QuietLines {
    private let store: any CampaignStore
    private let campaign: Campaign
    private let streams: Streams
    /// On the wall's clock; a dialer that is heard of settles its calls sooner.
    private static let patience: TimeInterval = 15

    init(_ store: any CampaignStore, _ campaign: Campaign, _ streams: Streams) {
        (self.store, self.campaign, self.streams) = (store, campaign, streams)
    }

    func wait() {
        let deadline = Date().addingTimeInterval(Self.patience)
        while Date() < deadline {
            guard pending > 0 else { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        let count = pending
        guard count > 0 else { return }
        streams.say(
            "\(count) \(count == 1 ? "call was" : "calls were") decided before, and no dialer has said what became of it.",
            hint:
                "A dialer that was killed or is frozen may hold it; the next `ringback dial` settles it without ringing late."
        )
    }

    private var pending: Int {
        (try? store.read { reading throws(StoreError) in
            try reading.liveAttempts(ofCampaign: campaign.id).count { $0.state == .committed }
        }) ?? 0
    }
}

/// `ringback campaign start`
struct CampaignStartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Let a campaign call, now or at its start moment; `ringback dial` makes the calls.",
        discussion: "EXAMPLE\n  ringback campaign start spring")
    @OptionGroup var options: ControlOptions

    func run() throws {
        try options.run(.start) { campaign in
            campaign.state == .scheduled
                ? "\(campaign.name) starts at \(campaign.startsAt.map(ClockText.utc) ?? "its time")."
                : "\(campaign.name) is running. Calls are made by: ringback dial --store \(options.storeOption.name.quotedForShell)"
        }
    }
}

/// `ringback campaign pause`
struct CampaignPauseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract:
            "Let no further call begin; live calls go on. Waits until what was decided before rings or is given up, and says so if a dialer does not answer.",
        discussion: "EXAMPLE\n  ringback campaign pause spring --reason 'wrong list'")
    @OptionGroup var options: ControlOptions

    func run() throws {
        try options.run(.pause) {
            "\($0.name) is paused. Go on with: ringback campaign resume \($0.name.quotedForShell)"
        }
    }
}

/// `ringback campaign resume`
struct CampaignResumeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Let a paused campaign call again.",
        discussion: "EXAMPLE\n  ringback campaign resume spring")
    @OptionGroup var options: ControlOptions

    func run() throws { try options.run(.resume) { "\($0.name) is running." } }
}

/// `ringback campaign stop`
struct CampaignStopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "End a campaign for ever: live calls go on, what is planned is canceled.",
        discussion: "EXAMPLE\n  ringback campaign stop spring")
    @OptionGroup var options: ControlOptions

    func run() throws {
        try options.run(.stop) {
            "\($0.name) is \($0.state.rawValue). Numbers that were not called become canceled as `ringback dial` runs."
        }
    }
}
