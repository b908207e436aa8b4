import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// `ringback suppress`: the do-not-call list of a store.
struct SuppressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suppress", abstract: "The do-not-call list: phones that are never called.",
        discussion: """
            EXAMPLES
              ringback suppress add +16500000000 --reason 'asked on the phone'
              ringback suppress import refusals.csv --reason 'letter of 1 November'
              ringback suppress list
              ringback suppress remove +16500000000
            """,
        subcommands: [Add.self, Import.self, List.self, Remove.self])

    /// What all entries of a command have in common.
    struct Terms: ParsableArguments {
        @OptionGroup var storeOption: StoreOption
        @Option(help: "Only for this campaign. (default: for all)")
        var campaign: String?
        @Option(help: "Why, for whoever asks later.")
        var reason = "asked not to be called"
        @Option(help: "Until then, in ISO 8601. (default: for ever)")
        var until: String?
        @Option(help: "The present moment, in ISO 8601. (default: now)")
        var at: String?
        @Flag(help: "JSON on standard output.")
        var json = false

        /// Adds the rows and tells what came of it.
        func add(
            _ rows: [ImportedRow<SuppressionDraft>], to store: any CampaignStore, source: String
        ) throws {
            var list = SuppressionList(store, book: ScheduleBook(), identifiers: SystemRandomNumberGenerator())
            let report = list.add(rows, try terms(store, source: source), at: try Arguments.now(at))
            try tell(report, Streams())
        }

        private func terms(_ store: any CampaignStore, source: String) throws -> SuppressionList.Terms {
            SuppressionList.Terms(
                campaignId: try campaign.map { try store.known($0, in: storeOption.name).id }, reason: reason,
                source: source, until: try until.map { try Arguments.moment($0, option: "--until", in: .utc) })
        }

        private func tell(_ report: SuppressionReport, _ streams: Streams) throws {
            for refusal in report.refusals.prefix(20) {
                for fault in refusal.faults { streams.say("Row \(fault.row): \(fault.message)", hint: fault.hint) }
            }
            if json {
                let members: [(String, JSONValue)] = [
                    ("type", "suppression"), ("rows", .integer(report.rowsRead)), ("added", .integer(report.added)),
                    ("duplicates", .integer(report.duplicates)), ("refused", .integer(report.refused)),
                    ("numbersEnded", .integer(report.numbersEnded)),
                ]
                streams.out.line(JSONValue.object(members).text)
            } else {
                streams.out.line(
                    "\(report.added) added to the do-not-call list, \(report.duplicates) known already, \(report.refused) refused; "
                        + "\(report.numbersEnded) \(report.numbersEnded == 1 ? "number is" : "numbers are") not called any more."
                )
            }
            try streams.checkWritten()
            if let stop = report.stop { throw Trouble(stop.error) }
            guard report.refused == 0 || report.added + report.duplicates > 0 else {
                throw Trouble.badInput("Nothing was added.", hint: "The sentences above say what is wrong.")
            }
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Put phones on the do-not-call list.",
            discussion: "EXAMPLE\n  ringback suppress add +16500000000 --reason 'asked on the phone'")
        @Argument(help: "The phones.")
        var phones: [String]
        @OptionGroup var terms: Terms

        func run() throws {
            let store = try StoreOpening.open(terms.storeOption.store, .readWrite)
            var reader = ImportReader(.table, SuppressionForm())
            let bytes = Array((["phone"] + phones.map { "\"\($0)\"" }).joined(separator: "\n").utf8)
            let rows = reader.rows(in: bytes) + reader.lastRows()
            try terms.add(rows, to: store, source: "operator")
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Put the phones of a CSV or JSON Lines file on the do-not-call list.",
            discussion: "EXAMPLE\n  ringback suppress import refusals.csv")
        @Argument(help: "The file, - for standard input.")
        var file: String
        @Option(help: "How the file is written: csv or jsonl. (default: by its name, else by its first character)")
        var format: CampaignImportCommand.FileFormat?
        @OptionGroup var terms: Terms

        func run() throws {
            let source = try ImportSource(file)
            let store = try StoreOpening.open(terms.storeOption.store, .readWrite)
            var reader = ImportReader(try source.format(format), SuppressionForm())
            var rows: [ImportedRow<SuppressionDraft>] = []
            while let chunk = try source.next() { rows += reader.rows(in: chunk) }
            rows += reader.lastRows()
            try terms.add(rows, to: store, source: "import \(file)")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The entries of the do-not-call list, by phone.",
            discussion: "EXAMPLE\n  ringback suppress list --json")
        @OptionGroup var storeOption: StoreOption
        @Flag(help: "One JSON object a line on standard output.")
        var json = false

        func run() throws {
            let streams = Streams()
            let store = try storeOption.openForReading()
            let list = SuppressionList(store, book: ScheduleBook(), identifiers: SystemRandomNumberGenerator())
            let names = Dictionary(
                uniqueKeysWithValues: try store.look { reading throws(StoreError) in try reading.campaigns() }.map {
                    ($0.id, $0.name)
                })
            var entries: [Suppression] = []
            var key = ""
            while true {
                let page = try list.page(after: key, limit: 1000)
                guard let last = page.last else { break }
                entries += page
                key = last.phoneKey
            }
            if json {
                for entry in entries { streams.out.line(Self.json(entry, names).text) }
            } else if entries.isEmpty {
                streams.out.line("The do-not-call list of \(storeOption.name) is empty.")
            } else {
                let rows = entries.map { entry in
                    [
                        entry.phone, entry.campaignId.map { names[$0] ?? $0 } ?? "all", ClockText.utc(entry.since),
                        entry.until.map(ClockText.utc) ?? "for ever", entry.reason, entry.source,
                    ]
                }
                TextTable(heading: ["phone", "campaign", "since", "until", "why", "from"], rows: rows).lines.forEach(
                    streams.out.line)
            }
            try streams.checkWritten()
        }

        private static func json(_ entry: Suppression, _ names: [String: String]) -> JSONValue {
            .object([
                ("type", "suppressed"), ("phone", .string(entry.phone)),
                ("campaign", .text(entry.campaignId.map { names[$0] ?? $0 })), ("reason", .string(entry.reason)),
                ("source", .string(entry.source)), ("since", .string(entry.since.isoText)),
                ("until", .text(entry.until?.isoText)),
            ])
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: "Take a phone off the do-not-call list. Numbers that were over because of it stay over.",
            discussion: "EXAMPLE\n  ringback suppress remove +16500000000")
        @Argument(help: "The phone.")
        var phone: String
        @OptionGroup var storeOption: StoreOption
        @Option(help: "Only the entry for this campaign. (default: the one for all)")
        var campaign: String?

        func run() throws {
            let streams = Streams()
            let store = try StoreOpening.open(storeOption.store, .readWrite)
            let id = try campaign.map { try store.known($0, in: storeOption.name).id }
            let list = SuppressionList(store, book: ScheduleBook(), identifiers: SystemRandomNumberGenerator())
            let removed: [Suppression]
            do {
                removed = try list.remove(try ImportedPhone(phone), campaignId: id)
            } catch let fault as ImportFault {
                throw Trouble.badInput(fault.message, hint: fault.hint)
            }
            guard !removed.isEmpty else {
                throw Trouble.badInput(
                    "\(phone) is not on the do-not-call list.", hint: "`ringback suppress list` shows it.")
            }
            streams.out.line("\(phone) may be called again.")
            try streams.checkWritten()
        }
    }
}
