import ArgumentParser
import CampaignStorage

/// `ringback campaign`: makes campaigns, starts and stops them, and looks into their store.
struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: "Make, start, stop and look into campaigns.",
        discussion: """
            EXAMPLES
              ringback campaign create spring --zone Europe/Moscow --bot bots/callback --lines 20
              ringback campaign import spring numbers.csv
              ringback campaign start spring
              ringback campaign list
              ringback campaign show spring --numbers
              ringback campaign why spring +16500000000
            """,
        subcommands: [
            CampaignCreateCommand.self, CampaignImportCommand.self, CampaignListCommand.self, CampaignShowCommand.self,
            CampaignStartCommand.self, CampaignPauseCommand.self, CampaignResumeCommand.self, CampaignStopCommand.self,
            CampaignChangeCommand.self, CampaignWhyCommand.self, CampaignExportCommand.self,
        ])
}

/// The option that every command on a store has.
struct StoreOption: ParsableArguments {
    @Option(help: StoreOpening.help)
    var store = "ringback.db"

    /// The store as it is named to people.
    var name: String { StoreOpening.name(of: store) }

    /// The store to look into; it must be there already.
    func openForReading() throws -> any CampaignStore { try StoreOpening.open(store, .readOnly) }
}
