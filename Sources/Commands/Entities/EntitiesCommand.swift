import ArgumentParser
import CivilTime
import Entities
import FoundationEssentials
import Glibc

/// `ringback entities`: the times, numbers and addresses in a phrase.
struct EntitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "The times, durations, numbers, amounts and addresses in a phrase.",
        discussion: """
            EXAMPLES
              ringback entities 'call me tomorrow at five' --zone Europe/Moscow
              ringback entities --language ru --explain 'в полшестого'
              ringback entities --dims time,duration --json - < phrases.txt

            With --json a line is {"text", "entities": [{"body", "start", "end", "dim", "latent", "value"}]}; start and end count Unicode scalars, value
            has the shape of Duckling's JSON.
            """)

    @Argument(help: "The phrase; - reads phrases from standard input, one a line.")
    var text: String
    @Option(help: "The language of the phrase, with its region if you like: en, en-GB, ru.")
    var language = "en"
    @Option(help: "When it is said, in ISO 8601. (default: now)")
    var at: String?
    @Option(parsing: .unconditional, help: "The caller's time zone. (default: the offset of --at, else UTC)")
    var zone: String?
    @Option(help: "Only these dimensions, with commas between them: time,number.")
    var dims: String?
    @Flag(help: "Also uncertain readings, flagged: \"seven\" as a time.")
    var latent = false
    @Flag(help: "The tree of rules that have found each.")
    var explain = false
    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        let grammar = try readGrammar()
        for mistake in grammar.mistakes { streams.say("\(mistake)") }
        let moment = try readMoment()
        let dimensions = try readDimensions()
        try eachPhrase(streams) { phrase in
            let found = grammar.entities(in: phrase, at: moment, dimensions: dimensions, latent: latent)
            let trees = explain ? found.map { grammar.explanation(of: $0, in: phrase, at: moment) } : []
            if json {
                streams.out.line(EntityRecord(phrase, found, trees).json.text)
            } else {
                for line in EntityText(found, trees).lines { streams.out.line(line) }
            }
        }
        try streams.checkWritten()
    }

    private func readGrammar() throws -> EntityGrammar {
        let data = EntityData()
        if let grammar = data.grammar(of: language) { return grammar }
        let known = data.languages
        guard known.isEmpty else {
            throw Trouble(
                .usage, "--language: there are no rules for `\(language.shortened)`.",
                hint: "There are rules for \(known.joined(separator: ", ")); a region may follow: en-GB.")
        }
        throw Trouble(
            .inputOutput, "The rules that find entities are not at hand.",
            hint: "Set RINGBACK_DATA to the folder that holds `Grammars` of Ringback.")
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
            if json || !line.text.trimmed.isEmpty { try body(line.text) }
        }
    }
}
