import ArgumentParser
import CampaignStorage

/// `ringback campaign`: looks into a campaign store.
struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: "Look into a campaign store.",
        discussion: """
            EXAMPLES
              ringback campaign list
              ringback campaign show console --numbers
            """,
        subcommands: [CampaignListCommand.self, CampaignShowCommand.self])
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
