import ArgumentParser
import CampaignModel
import CampaignStorage
import CivilTime
import Foundation

/// `ringback campaign why`: why a number is not being called.
struct CampaignWhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Why a number is not being called, and the next moment that changes it.",
        discussion: """
            EXAMPLES
              ringback campaign why spring +16500000000
              ringback campaign why spring 16500000000 --at 2026-11-23T09:00:00Z --json

            With --json a line is {"phone","state","reason","text","next","chain"}: `reason` is a stable word, `text` the sentence,
            `next` the moment at which it changes by itself (null when time does not change it), `chain` all that stands in its way.
            """)

    @Argument(help: "The name of the campaign.")
    var name: String
    @Argument(help: "The phone, in any spelling.")
    var phone: String
    @OptionGroup var storeOption: StoreOption
    @Option(help: "The moment that is asked about, in ISO 8601. (default: now)")
    var at: String?
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        let now = try Arguments.now(at)
        let store = try storeOption.openForReading()
        let campaign = try store.known(name, in: storeOption.name)
        let book = ScheduleBook()
        let answers = try store.look { reading throws(StoreError) in
            var answers: [(CampaignNumber, WhyNotCalled)] = []
            for number in try reading.numbers(phoneKey: CampaignNumber.key(of: phone), ofCampaign: campaign.id) {
                answers.append((number, try reading.why(number, book: book, at: now)))
            }
            return answers
        }
        guard !answers.isEmpty else {
            throw Trouble.badInput(
                "\(phone) is not in the campaign `\(name)`.",
                hint:
                    "`ringback campaign show \(name.quotedForShell) --numbers` lists its numbers; the report of the import says what was refused."
            )
        }
        for (number, why) in answers { show(number, why, in: campaign, streams) }
        try streams.checkWritten()
    }

    private func show(_ number: CampaignNumber, _ why: WhyNotCalled, in campaign: Campaign, _ streams: Streams) {
        if json {
            let chain = why.chain.map { JSONValue.string($0) }
            return streams.out.line(
                JSONValue.object([
                    ("type", "why"), ("phone", .string(number.phone)), ("state", .string(number.state.rawValue)),
                    ("reason", .string(why.code.rawValue)), ("text", .string(why.text)),
                    ("next", why.next.map { .string($0.isoText) } ?? .null), ("chain", .array(chain)),
                ]).text)
        }
        streams.out.line("\(number.phone): \(why.text)")
        for sentence in why.chain.dropFirst() { streams.out.line("  Besides: \(sentence)") }
        guard let next = why.next else { return }
        let zone = (number.zone ?? campaign.zone).flatMap { try? Zone.named($0) } ?? .utc
        streams.out.line("  This changes at \(ClockText.wall(next, in: zone)) there, \(ClockText.utc(next)).")
    }
}
