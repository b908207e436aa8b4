import ArgumentParser
import BotRuntime
import CivilTime

/// `ringback version`: what is running, and with which zone data.
struct VersionCommand: ParsableCommand {
    static let version = BotRuntime.version

    static let configuration = CommandConfiguration(
        commandName: "version", abstract: "The version of Ringback and of the zone data it uses.",
        discussion: """
            EXAMPLE
              ringback version
            """)

    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    func run() throws {
        let streams = Streams()
        let zones = ZoneDirectory.system
        if json {
            streams.out.line(
                JSONValue.object([("ringback", .string(Self.version)), ("zoneData", .text(zones.dataVersion))]).text)
        } else {
            streams.out.line("ringback \(Self.version)")
            streams.out.line("zone data \(zones.dataVersion ?? "of unknown version") in \(zones.place)")
        }
        try streams.checkWritten()
    }
}
