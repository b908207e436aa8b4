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
        let now = try at.map { try Arguments.moment($0, in: .utc) } ?? Date()
        let view = try read()
        let lines = json ? view.jsonLines(numbers: numbers) : view.textLines(numbers: numbers, now: now)
        lines.forEach(streams.out.line)
        try streams.checkWritten()
    }

    private func read() throws -> CampaignView {
        let store = try storeOption.openForReading()
        let found: (view: CampaignView?, names: [String])
        do {
            found = try store.read { reading throws(StoreError) in
                guard let campaign = try reading.campaign(named: name) else {
                    return (nil, try reading.campaigns().map(\.name))
                }
                return (try CampaignView(campaign, in: reading, withNumbers: numbers), [])
            }
        } catch {
            throw Trouble(error)
        }
        guard let view = found.view else { throw unknown(among: found.names) }
        return view
    }

    private func unknown(among names: [String]) -> Trouble {
        let hint = nearestName(to: name, among: names).map { "There is `\($0)`; did you mean that?" }
        let all = names.isEmpty ? "It has no campaigns yet." : "It has: \(names.prefix(20).joined(separator: ", "))."
        return .badInput("There is no campaign `\(name)` in \(storeOption.name).", hint: hint ?? all)
    }
}
