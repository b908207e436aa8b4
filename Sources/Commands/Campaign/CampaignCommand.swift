import ArgumentParser
import CampaignStorage
import SQLiteStorage

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
    @Option(help: "The campaign store, a SQLite file.")
    var store = "ringback.db"

    /// The store to look into; it must be there already.
    func openForReading() throws -> SQLiteCampaignStore { try StoreOpening.open(store, .readOnly) }
}

/// Opens what `--store` names.
enum StoreOpening {
    static func open(_ store: String, _ mode: StoreMode) throws -> SQLiteCampaignStore {
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
