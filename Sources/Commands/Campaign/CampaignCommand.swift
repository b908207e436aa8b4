import ArgumentParser
import CampaignStorage
import SQLiteStorage

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
    @Option(help: "The campaign store, a SQLite file.")
    var store = "ringback.db"

    /// The store to look into; it must be there already.
    func openForReading() throws -> SQLiteCampaignStore { try StoreOpening.open(store, .readOnly) }
}

/// Opens what `--store` names.
enum StoreOpening {
    static func open(_ store: String, _ mode: SQLiteCampaignStore.Mode) throws -> SQLiteCampaignStore {
        guard !store.hasPrefix("postgres://"), !store.hasPrefix("postgresql://") else {
            throw Trouble(
                .usage, "--store: PostgreSQL is not built into this program.",
                hint: "Give the path of a SQLite file; it is made when it is not there.")
        }
        do {
            return try SQLiteCampaignStore(path: store, mode: mode)
        } catch {
            throw Trouble(error)
        }
    }
}
