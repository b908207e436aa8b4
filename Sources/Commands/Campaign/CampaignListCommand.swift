import ArgumentParser
import CampaignModel
import CampaignStorage

/// `ringback campaign list`: the campaigns of a store.
struct CampaignListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The campaigns of a store.",
        discussion: """
            EXAMPLE
              ringback campaign list --store ringback.db
            """)

    @OptionGroup var storeOption: StoreOption
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    private struct Entry {
        var campaign: Campaign
        var numbers: Int
        var open: Int
    }

    func run() throws {
        let streams = Streams()
        let entries = try read()
        if json {
            for entry in entries { streams.out.line(Self.json(entry).text) }
        } else if entries.isEmpty {
            streams.out.line("There are no campaigns in \(storeOption.name) yet.")
        } else {
            let rows = entries.map { [$0.campaign.name, $0.campaign.state.rawValue, "\($0.numbers)", "\($0.open)"] }
            TextTable(heading: ["campaign", "state", "numbers", "not final"], rows: rows).lines.forEach(
                streams.out.line)
        }
        try streams.checkWritten()
    }

    private func read() throws -> [Entry] {
        let store = try storeOption.openForReading()
        do {
            return try store.read { reading throws(StoreError) in
                var entries: [Entry] = []
                for campaign in try reading.campaigns() {
                    let states = try reading.numberStates(ofCampaign: campaign.id)
                    let open = states.filter { !$0.key.isFinal }
                    entries.append(
                        Entry(campaign: campaign, numbers: states.values.reduce(0, +), open: open.values.reduce(0, +)))
                }
                return entries
            }
        } catch {
            throw Trouble(error)
        }
    }

    private static func json(_ entry: Entry) -> JSONValue {
        .object([
            ("type", "campaign"), ("name", .string(entry.campaign.name)),
            ("state", .string(entry.campaign.state.rawValue)),
            ("numbers", .integer(entry.numbers)), ("notFinal", .integer(entry.open)),
        ])
    }
}
