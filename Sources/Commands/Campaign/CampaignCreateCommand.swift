import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// `ringback campaign create`: a campaign without numbers yet.
struct CampaignCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a campaign; numbers come with `campaign import`.",
        discussion: """
            EXAMPLES
              ringback campaign create spring --zone Europe/Moscow --lines 20 --bot bots/callback \\
                --policy '{"allowedTime":{"default":[{"localTimeFrom":"10:00","localTimeTo":"18:00"}]},"maxAttempts":3}'
              ringback campaign create night --zone UTC --profile none --rate 2

            The policy has the fields of the Calls API: startDateTime, finishDateTime, allowedDays, allowedTime,
            maxAttempts, retryIntervalInMinutes, gmtZone, dialerPriority. Whatever it says, calls are made only in the
            hours of the legal profile: `default` is 08:00-21:00 on the callee's clock, `none` switches it off, and a
            JSON file gives other hours: {"name":"mine","version":"1","hours":{"default":[{"localTimeFrom":"09:00",
            "localTimeTo":"20:00"}]}}.
            """)

    @Argument(help: "The name by which other commands address it.")
    var name: String
    @OptionGroup var storeOption: StoreOption
    @Option(help: "The call policy of numbers without one of their own, a JSON object; - reads it from standard input.")
    var policy = "{}"
    @Option(help: "The most calls at one time.")
    var lines = 10
    @Option(help: "The most calls that may begin in a second.")
    var rate: Double?
    @Option(help: "The hours of the law: default, none, or a JSON file.")
    var profile = "default"
    @Option(parsing: .unconditional, help: "The time zone of numbers without one. (default: the policy's gmtZone)")
    var zone: String?
    @Option(help: "The bot that talks: a folder with chatbot.yaml, or a .sc file.")
    var bot: String?
    @Option(help: "Start by itself at that moment, once it is started; in ISO 8601.")
    var startsAt: String?
    @Option(help: "No calls from then on; in ISO 8601.")
    var endsAt: String?
    @Flag(help: "Do not finish when all numbers are called: more will come.")
    var inputOpen = false
    @Option(help: "The present moment, in ISO 8601. (default: now)")
    var at: String?
    @Flag(help: "One JSON object on standard output.")
    var json = false

    func validate() throws {
        try PacingOption.check(lines: lines)
        if let rate { guard rate > 0, rate <= 1000 else { throw ValidationError("--rate goes from above 0 to 1000.") } }
        guard !name.isEmpty, name.count <= 200 else {
            throw ValidationError("A campaign's name has 1 to 200 characters.")
        }
    }

    func run() throws {
        let streams = Streams()
        let campaign = try campaign(streams)
        let store = try StoreOpening.open(storeOption.store, .readWrite)
        let isNew = try store.change { transaction throws(StoreError) in
            guard try transaction.campaign(named: name) == nil else { return false }
            let cause = CampaignEventCause(
                .campaignCreated, at: campaign.createdAt, actor: "operator", campaignId: campaign.id)
            try transaction.save(.campaign(campaign), because: cause)
            return true
        }
        guard isNew else {
            throw Trouble.badInput(
                "There is already a campaign `\(name)` in \(storeOption.name).",
                hint: "Choose another name; `ringback campaign show \(name.quotedForShell)` tells how that one stands.")
        }
        if json {
            streams.out.line(
                JSONValue.object([("type", "campaign"), ("id", .string(campaign.id)), ("name", .string(name))]).text)
        } else {
            streams.out.line("Made the campaign \(name) in \(storeOption.name).")
            streams.out.line(
                "Next: ringback campaign import \(name.quotedForShell) --store \(storeOption.name.quotedForShell) NUMBERS.csv"
            )
        }
        try streams.checkWritten()
    }

    private func campaign(_ streams: Streams) throws -> Campaign {
        let now = try Arguments.now(at)
        let reading = try PolicyOption.read(policy, streams)
        let zoneName = zone ?? reading.policy.gmtZone
        if let zoneName { _ = try Arguments.zone(zoneName) }
        var bits = SystemRandomNumberGenerator()
        var campaign = Campaign(
            id: RecordID.make(at: now, using: &bits), name: name, defaultPolicy: reading.policy, zone: zoneName,
            profile: try LegalProfileOption.profile(profile), pacing: Pacing(lines: lines, callsPerSecond: rate),
            bot: bot.map { URL(fileURLWithPath: $0).standardizedFileURL.path }, isInputOpen: inputOpen, createdAt: now)
        campaign.startsAt = try startsAt.map { try Arguments.moment($0, option: "--starts-at", in: .utc) }
        campaign.endsAt = try endsAt.map { try Arguments.moment($0, option: "--ends-at", in: .utc) }
        if campaign.profile.hours == nil {
            streams.say("The legal profile is none: calls are made at any hour that the policy allows.")
        }
        return campaign
    }
}
