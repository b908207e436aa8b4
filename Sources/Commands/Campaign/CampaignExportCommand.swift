import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// `ringback campaign export`: every number of a campaign with its result, for other programs.
struct CampaignExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "All numbers of a campaign with what came of them, as CSV or JSON Lines.",
        discussion: """
            EXAMPLES
              ringback campaign export spring > spring.csv
              ringback campaign export spring --format jsonl > spring.jsonl
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

    @Argument(help: "The name of the campaign.")
    var name: String
    @OptionGroup var storeOption: StoreOption
    @Option(help: "csv or jsonl.")
    var format = Format.csv

    private static let columns = [
        "phone", "state", "reason", "attempts", "lastOutcome", "result", "lastCallAt", "nextDueAt", "zone", "payload",
    ]

    func run() throws {
        let streams = Streams()
        let store = try storeOption.openForReading()
        let campaign = try store.known(name, in: storeOption.name)
        if format == .csv { streams.out.line(Self.columns.joined(separator: ",")) }
        var seq = 0
        while true {
            let (numbers, attempts) = try store.look { reading throws(StoreError) in
                let numbers = try reading.numbers(ofCampaign: campaign.id, after: seq, limit: 1000)
                return (numbers, try reading.attempts(ofNumbers: numbers.map(\.id)))
            }
            guard let last = numbers.last, !streams.out.isClosed else { break }
            let calls = Dictionary(grouping: attempts, by: \.numberId)
            for number in numbers { write(number, calls[number.id] ?? [], in: campaign, streams) }
            seq = last.seq
        }
        try streams.checkWritten()
    }

    private func write(_ number: CampaignNumber, _ attempts: [Attempt], in campaign: Campaign, _ streams: Streams) {
        let last = attempts.last { $0.state == .ended }
        let texts: [String?] = [
            number.phone, number.state.rawValue, number.reason, "\(number.attemptsTotal)", last?.outcome?.rawValue,
            attempts.last { $0.result != nil }?.result, last?.endedAt?.isoText, number.nextDueAt?.isoText,
            number.zone ?? campaign.zone, number.payload,
        ]
        switch format {
        case .csv: streams.out.line(texts.map { Self.cell($0 ?? "") }.joined(separator: ","))
        case .jsonl:
            let members = zip(Self.columns, texts).map { name, text in (name, JSONValue.text(text)) }
            streams.out.line(JSONValue.object(members).text)
        }
    }

    /// Text that a spreadsheet would run as a formula gets a quote before it, phones with `+` stay as they are.
    private static func cell(_ text: String) -> String {
        let isFormula = text.first.map { "=@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { ",\"\n\r;".contains($0) }) else { return safe }
        return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
