import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import FoundationEssentials

/// `ringback campaign show`: a campaign and its numbers.
struct CampaignShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A campaign: how many numbers stand where, and each of them with --numbers.",
        discussion: """
            EXAMPLES
              ringback campaign show console --numbers
              ringback campaign show console --store ringback.db --numbers --json
            """)

    @Argument(help: "The name of the campaign.")
    var name: String
    @OptionGroup var storeOption: StoreOption
    @Flag(help: "List every number with its attempts and what is planned.")
    var numbers = false
    @Option(help: "The moment from which to look, in ISO 8601; calls due by then are marked. (default: now)")
    var at: String?
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        let now = try Arguments.now(at)
        let view = try read()
        let lines = json ? view.jsonLines(numbers: numbers) : view.textLines(numbers: numbers, now: now)
        lines.forEach(streams.out.line)
        try streams.checkWritten()
    }

    private func read() throws -> CampaignView {
        let store = try storeOption.openForReading()
        let campaign = try store.known(name, in: storeOption.name)
        return try store.look { reading throws(StoreError) in
            try CampaignView(campaign, in: reading, withNumbers: numbers)
        }
    }
}
