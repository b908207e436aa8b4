import ArgumentParser
import CivilTime
import Entities
import FoundationEssentials
import Glibc

/// `ringback entities`: the times, numbers and addresses in a phrase, or the call back that it asks for.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract:
            "The times, durations, numbers, amounts and addresses in a phrase, or the call back that it asks for.",
        discussion: """
            EXAMPLES
              ringback entities 'call me tomorrow at five' --zone Europe/Moscow
              ringback entities --language ru --explain 'в полшестого'
              ringback entities --dims time,duration --json - < phrases.txt
              ringback entities --callback 'after six, not on friday' --zone Europe/Moscow

            With --json a line is {"text", "entities": [{"body", "start", "end", "dim", "latent", "value"}]}; start and end count Unicode scalars, value
            has the shape of Duckling's JSON. With --callback it is {"text", "callback": {"policy", "uncertain", "said", "readBack"}}, null for a phrase that
            asks for no time; the policy has the fields of $dialer.redial. With --explain both have "rules".
            """)

    @Argument(help: "The phrase; - reads phrases from standard input, one a line.")
    var text: String
    @Option(help: "The language of the phrase, with its region if you like: en, en-GB, ru. (default: by its letters)")
    var language: String?
    @Option(help: "When it is said, in ISO 8601. (default: now)")
    var at: String?
    @Option(parsing: .unconditional, help: "The caller's time zone. (default: the offset of --at, else UTC)")
    var zone: String?
    @Option(help: "Only these dimensions, with commas between them: time,number.")
    var dims: String?
    @Flag(help: "Also uncertain readings, flagged: \"seven\" as a time.")
    var latent = false
    @Flag(
        help:
            "When somebody who says it wants to be called back: what $dialer.parseCallback gives, calls being made from 9 to 21."
    )
    var callback = false
    @Flag(help: "The tree of rules that have found each.")
    var explain = false
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        try checkOptions()
        var rules = try PhraseRules(language: language, streams)
        let moment = try readMoment()
        let dimensions = try readDimensions()
        try eachPhrase(streams) { phrase in
            let grammar = try rules.grammar(for: phrase)
            let lines =
                callback
                ? callbackLines(phrase, grammar, moment) : entityLines(phrase, grammar, moment, dimensions)
            for line in lines { streams.out.line(line) }
        }
        try streams.checkWritten()
    }

    private func entityLines(
        _ phrase: String, _ grammar: EntityGrammar, _ moment: EntityMoment, _ dimensions: Set<Dimension>
    ) -> [String] {
        let found = grammar.entities(in: phrase, at: moment, dimensions: dimensions, latent: latent)
        let trees = explain ? found.map { grammar.explanation(of: $0, in: phrase, at: moment) } : []
        return json ? [EntityRecord(phrase, found, trees).json.text] : EntityText(found, trees).lines
    }

    private func callbackLines(_ phrase: String, _ grammar: EntityGrammar, _ moment: EntityMoment) -> [String] {
        let wish = grammar.callback(in: phrase, at: moment)
        let trees = explain ? grammar.callbackExplanation(in: phrase, at: moment) : nil
        return json
            ? [CallbackRecord(phrase, wish, trees).json.text] : CallbackText(wish, trees ?? [], in: moment.zone).lines
    }

    private func checkOptions() throws {
        if text.trimmed.isEmpty {
            throw Trouble(.usage, "The phrase is empty.", hint: "Write it in quotes, or - to read phrases, one a line.")
        }
        if callback, dims != nil || latent {
            throw Trouble(
                .usage, "--callback asks for the call back only, not for entities.",
                hint: "Leave \(latent ? "--latent" : "--dims") out.")
        }
    }

    private func readMoment() throws -> EntityMoment {
        let written = try zone.map(Arguments.zone)
        let now = try at.map { try Arguments.moment($0, in: written ?? .utc) } ?? Date()
        return EntityMoment(now: now.epochSecond, zone: written ?? at.flatMap(Self.offset) ?? .utc)
    }

    /// The zone of `…+03:00`.
    private static func offset(of moment: String) -> Zone? {
        let tail = String(moment.suffix(6))
        return tail.first == "+" || tail.first == "-" ? try? Zone.named(tail) : nil
    }

    private func readDimensions() throws -> Set<Dimension> {
        guard let dims else { return Set(Dimension.allCases) }
        guard !dims.trimmed.isEmpty else {
            throw Trouble(
                .usage, "--dims names no dimension.",
                hint: "There are \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let names = dims.split(separator: ",").map { String($0).trimmed }
        return try Set(
            names.map { name in
                guard let dimension = Dimension(rawValue: name) else {
                    throw Trouble(
                        .usage, "--dims: there is no dimension `\(name.shortened)`.",
                        hint: "There are \(Dimension.allCases.map(\.rawValue).joined(separator: ", ")).")
                }
                return dimension
            })
    }

    private func eachPhrase(_ streams: Streams, _ body: (String) throws -> Void) throws {
        guard text == "-" else { return try body(text) }
        var lines = InputLines(descriptor: STDIN_FILENO)
        while !streams.out.isClosed, let line = lines.next() {
            if let note = line.note { streams.say(note) }
            // One record a line, so that records and lines stay side by side.
            if json || !line.text.trimmed.isEmpty { try body(line.text) }
        }
    }
}
