import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// `ringback campaign import`: numbers from a file.
struct CampaignImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add the numbers of a CSV or JSON Lines file to a campaign.",
        discussion: """
            EXAMPLES
              ringback campaign import spring numbers.csv
              ringback campaign import spring numbers.jsonl --report rows.jsonl
              ringback campaign import spring - < numbers.jsonl

            JSON Lines: an object a line with the fields of the Calls API's addPhones: {"phone":"16500000000","gmtZone":"-05:00",
            "payload":{"name":"Alex"}}. CSV: the first row names the columns: phone, gmtZone, dialerPriority and the other
            fields of a policy; every other column goes to the script ($dialer.getPayload()). Without such a row the first
            column is the phone. A bad row costs that row; --all-or-nothing adds all rows or none. A phone that was added with
            the same settings and payload less than a day ago is ignored, so the same file may be imported again.
            """)

    @Argument(help: "The name of the campaign.")
    var name: String
    @Argument(help: "The file, - for standard input.")
    var file: String
    @OptionGroup var storeOption: StoreOption
    @Option(help: "How the file is written: csv or jsonl. (default: by its name, else by its first character)")
    var format: FileFormat?
    @Option(help: "Read national numbers as international ones: none or RU (8 916 … is +7 916 …).")
    var normalize = PhoneRule.none
    @Flag(help: "Add all rows or none.")
    var allOrNothing = false
    @Option(help: "Write what became of each row to a file, JSON Lines.")
    var report: String?
    @Option(help: "The present moment, in ISO 8601. (default: now)")
    var at: String?
    @Flag(help: "One JSON object on standard output.")
    var json = false

    enum FileFormat: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }
    enum PhoneRule: String, ExpressibleByArgument, CaseIterable { case none, RU }

    func run() throws {
        let streams = Streams()
        let now = try Arguments.now(at)
        let source = try ImportSource(file)
        let store = try StoreOpening.open(storeOption.store, .readWrite)
        let campaign = try store.known(name, in: storeOption.name)
        let rows = try report.map { try RowReport(path: $0) }
        var work = NumberImport(
            store, campaign: campaign.id, book: ScheduleBook(), mode: allOrNothing ? .allOrNothing : .rowByRow,
            identifiers: SystemRandomNumberGenerator()
        ) { rows?.add($0) }
        var reader = ImportReader(
            try source.format(format), NumberForm(normalize == .RU ? .russian : .none))
        while let chunk = try source.next() {
            work.add(reader.rows(in: chunk), at: now)
            if work.report.stop != nil { break }
        }
        work.add(reader.lastRows(), at: now)
        let done = work.finish(at: now)
        try rows?.close()
        ImportSummary(done, file: file, campaign: name, streams).tell(json: json)
        try streams.checkWritten()
        if let stop = done.stop { throw Trouble(stop.error) }
        if done.accepted + done.duplicates == 0, done.refused > 0 {
            throw Trouble.badInput(
                "No number of \(file) was added.", hint: "The first sentences above say what is wrong with its rows.")
        }
    }
}

/// A file that is imported, piece by piece.
final class ImportSource {
    private let descriptor: Int32
    private let path: String
    private var first: [UInt8]?

    init(_ path: String) throws {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Trouble(.inputOutput, "\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        first = try read()
    }

    deinit { if path != "-" { close(descriptor) } }

    func format(_ given: CampaignImportCommand.FileFormat?) throws -> ImportFormat {
        if let given { return given == .csv ? .table : .jsonLines }
        let name = path.lowercased()
        if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".txt") { return .table }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || name.hasSuffix(".json") { return .jsonLines }
        return first?.first { $0 > UInt8(ascii: " ") } == UInt8(ascii: "{") ? .jsonLines : .table
    }

    /// `nil` at the end.
    func next() throws -> [UInt8]? {
        if let chunk = first {
            first = nil
            return chunk.isEmpty ? nil : chunk
        }
        let chunk = try read()
        return chunk.isEmpty ? nil : chunk
    }

    private func read() throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 18)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else {
            throw Trouble(.inputOutput, "\(path) cannot be read: \(String(cString: strerror(errno))).")
        }
        return Array(bytes[..<count])
    }
}

/// What became of each row, as JSON Lines in a file.
final class RowReport {
    private let output: TextOutput
    private let path: String

    init(path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Trouble(.inputOutput, "--report: \(path) cannot be written: \(String(cString: strerror(errno))).")
        }
        (self.path, output) = (path, TextOutput(descriptor: descriptor))
    }

    func add(_ verdict: ImportVerdict) {
        var members: [(String, JSONValue)] = [
            ("row", .integer(verdict.row)), ("phone", .text(verdict.phone)), ("normalized", .text(verdict.phoneKey)),
            ("zone", .text(verdict.zone)), ("zoneSource", .text(verdict.zoneSource?.rawValue)),
        ]
        switch verdict.outcome {
        case .accepted(let id): members += [("status", "accepted"), ("id", .string(id))]
        case .duplicate(let id): members += [("status", "duplicate"), ("id", .string(id))]
        case .suppressed(let id): members += [("status", "suppressed"), ("id", .string(id))]
        case .refused(let faults): members += [("status", "refused"), ("faults", .array(faults.map(\.json)))]
        }
        output.line(JSONValue.object(members).text)
    }

    func close() throws {
        Glibc.close(output.descriptor)
        if output.isClosed { throw Trouble(.inputOutput, "--report: \(path) could not be written to its end.") }
    }
}

extension ImportFault {
    var json: JSONValue {
        .object([
            ("field", .string(field)), ("code", .string(code)), ("message", .string(message)), ("hint", .string(hint)),
        ])
    }
}

/// What an import came to, for people or programs.
struct ImportSummary {
    private let report: ImportReport
    private let file: String
    private let campaign: String
    private let streams: Streams
    /// The most refusals that are told one by one.
    private static let mostTold = 20

    init(_ report: ImportReport, file: String, campaign: String, _ streams: Streams) {
        (self.report, self.file, self.campaign, self.streams) = (report, file, campaign, streams)
    }

    func tell(json: Bool) {
        for refusal in report.refusals.prefix(Self.mostTold) {
            for fault in refusal.faults { streams.say("Row \(fault.row): \(fault.message)", hint: fault.hint) }
        }
        if report.refused > Self.mostTold {
            streams.say("… and \(report.refused - Self.mostTold) more rows were refused; --report FILE tells all.")
        }
        for note in report.notes {
            let rows = note.rows == 1 ? "Row \(note.firstRow)" : "\(note.rows) rows, the first is \(note.firstRow)"
            streams.say("\(rows): \(note.text)")
        }
        if let stop = report.stop, let row = stop.row {
            streams.say(
                "Nothing from row \(row) on was kept; what came before stays. Import the file again when it is mended.")
        }
        streams.out.line(json ? record.text : sentence)
    }

    private var sentence: String {
        var parts = ["\(report.accepted) added"]
        if report.suppressed > 0 { parts.append("\(report.suppressed) of them on the do-not-call list") }
        if report.duplicates > 0 { parts.append("\(report.duplicates) known already") }
        if report.refused > 0 { parts.append("\(report.refused) refused") }
        return "\(campaign): \(report.rowsRead) \(report.rowsRead == 1 ? "row" : "rows") read, "
            + parts.joined(separator: ", ") + "."
    }

    private var record: JSONValue {
        .object([
            ("type", "import"), ("campaign", .string(campaign)), ("rows", .integer(report.rowsRead)),
            ("accepted", .integer(report.accepted)), ("suppressed", .integer(report.suppressed)),
            ("duplicates", .integer(report.duplicates)), ("refused", .integer(report.refused)),
            (
                "refusals",
                .array(
                    report.refusals.map { refusal in
                        .object([
                            ("row", .integer(refusal.row)), ("phone", .text(refusal.phone)),
                            ("faults", .array(refusal.faults.map(\.json))),
                        ])
                    })
            ),
        ])
    }
}
