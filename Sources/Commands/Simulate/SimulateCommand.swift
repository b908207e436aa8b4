import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Dialing
import Foundation

/// `ringback simulate`: the forecast of a campaign, before anybody is called.
struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Forecast a campaign: when it is finished, calls by the hour, who is never reached.",
        discussion: """
            EXAMPLES
              ringback simulate spring --store ringback.db --svg forecast.svg
              ringback simulate --bot bots/callback --callers bots/callback/callers.txt --numbers 1000 --zone Europe/Moscow
              ringback simulate --numbers 5000 --lines 40 --zone Asia/Tokyo --answers noAnswer=60,answered=40

            The campaign is dialed by the dialer of `ringback dial` on a clock that jumps, in a copy of its store: nothing is
            changed and nobody rings. Without the name of a campaign one is made up of --numbers made-up numbers. With a bot
            the bot talks to callees played by the callers of a file, and its redials are dialed too. The same --seed gives the
            same forecast.
            """)

    @Argument(help: "The name of a campaign of the store; without it one is made up.")
    var name: String?
    @OptionGroup var storeOption: StoreOption
    @Option(help: "When it goes on or begins, in ISO 8601. (default: now)")
    var at: String?
    @Option(help: "How many days to look ahead at the most.")
    var days = 60
    @Option(
        help:
            "Outcomes with their weights: noAnswer=45,busy=10,answered=45. (default: a curve over the hours of the day)"
    )
    var answers: String?
    @Option(help: "Decides what the callees do.")
    var seed = "1"
    @Option(help: "How many numbers a made-up campaign has.")
    var numbers = 1000
    @Option(help: "The policy of a made-up campaign, a JSON object.")
    var policy = #"{"maxAttempts":3,"retryIntervalInMinutes":60}"#
    @Option(help: "The lines of a made-up campaign.")
    var lines = 10
    @Option(help: "The legal profile of a made-up campaign: default, none, or a JSON file.")
    var profile = "default"
    @Option(parsing: .unconditional, help: "The time zone of a made-up campaign.")
    var zone = "UTC"
    @Option(
        help:
            "The bot that talks: a folder with chatbot.yaml, or a .sc file. (default: the campaign's, if --callers is given)"
    )
    var bot: String?
    @Option(help: "What callees say: a file of callers, a blank line between them.")
    var callers: String?
    @Option(help: "Write the chart to a file, SVG.")
    var svg: String?
    @Flag(help: "The forecast as one JSON object on standard output.")
    var json = false
    @OptionGroup var botOptions: BotOptions

    func validate() throws {
        guard (1...400).contains(days) else { throw ValidationError("--days goes from 1 to 400.") }
        guard (1...5_000_000).contains(numbers) else { throw ValidationError("--numbers goes from 1 to 5000000.") }
        try PacingOption.check(lines: lines)
    }

    func run() throws {
        let streams = Streams()
        let start = try Arguments.now(at)
        let simulation = Simulation(
            at: start, days: days, answers: try answers.map(AnswersOption.weights) ?? Simulation.usualAnswers,
            seed: try Arguments.seed(seed))
        let (campaign, store) = try subject(at: start, streams)
        let talk = try talk(streams)
        let forecast: Forecast
        do {
            forecast = try Simulation.run(campaign: campaign, in: store, simulation, talk: talk)
        } catch {
            throw Trouble(error)
        }
        if let svg { try write(ForecastChart(forecast).svg, to: svg) }
        if json { streams.out.line(forecast.jsonText) } else { tell(forecast, talk, streams) }
        try streams.checkWritten()
    }

    private func tell(_ forecast: Forecast, _ talk: BotTalk?, _ streams: Streams) {
        forecast.table.forEach(streams.out.line)
        if let talk { talk.results.table.forEach(streams.out.line) }
        if let svg { streams.out.line("\nThe chart is in \(svg).") }
    }

    private func subject(at start: Date, _ streams: Streams) throws -> (String, any CampaignStore) {
        if let name {
            let store = try storeOption.openForReading()
            _ = try store.known(name, in: storeOption.name)
            return (name, store)
        }
        let made = "simulation"
        let store = MemoryCampaignStore(keepsLog: false)
        _ = try Arguments.zone(zone)
        var campaign = Campaign(
            id: made, name: made, state: .running, defaultPolicy: try PolicyOption.read(policy, streams).policy,
            zone: zone,
            profile: try LegalProfileOption.profile(profile), pacing: Pacing(lines: lines), bot: bot, createdAt: start)
        campaign.begin(at: start)
        try MadeUpNumbers(campaign, count: numbers, at: start).fill(store)
        return (made, store)
    }

    private func talk(_ streams: Streams) throws -> BotTalk? {
        guard bot != nil || callers != nil else { return nil }
        let callee = ScriptedCallee(try callers.map(CallerBook.init(path:)))
        return BotTalk(
            libraries: try botOptions.libraries(), callee: callee, seed: try Arguments.seed(seed), streams: streams,
            bot: bot)
    }

    private func write(_ text: String, to path: String) throws {
        do { try text.write(toFile: path, atomically: true, encoding: .utf8) } catch {
            throw Trouble(.inputOutput, "--svg: \(path) cannot be written.")
        }
    }
}

/// Numbers of a campaign that is made up for a forecast.
struct MadeUpNumbers {
    private let campaign: Campaign
    private let count: Int
    private let start: Date

    init(_ campaign: Campaign, count: Int, at start: Date) {
        (self.campaign, self.count, self.start) = (campaign, count, start)
    }

    func fill(_ store: any CampaignStore) throws {
        let planning = NumberPlanning(campaign, book: ScheduleBook(), at: start)
        let cause = CampaignEventCause(.numbersImported, at: start, actor: "simulation", campaignId: campaign.id)
        try store.change { transaction throws(StoreError) in
            try transaction.save(
                .campaign(campaign),
                because: CampaignEventCause(.campaignCreated, at: start, actor: "simulation", campaignId: campaign.id))
            var records: [CampaignRecord] = []
            for index in 1...count {
                var number = CampaignNumber(
                    id: "number-\(index)", campaignId: campaign.id, seq: index, phone: "+1650\(1_000_000 + index)",
                    reason: "made up", addedAt: start)
                try planning.planFirst(&number)
                records.append(.number(number))
            }
            try transaction.save([RecordChange(records, because: cause)])
        }
    }
}
