import ArgumentParser
import CampaignModel
import CivilTime
import FoundationEssentials

/// `ringback schedule`: when a policy allows calls.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "When a call policy allows calls, and the next allowed moment.",
        discussion: """
            EXAMPLE
              ringback schedule --zone Europe/Moscow --at 2026-11-23T09:00:00Z \\
                --policy '{"allowedDays":["mon","fri"],"allowedTime":{"default":[{"localTimeFrom":"10:00","localTimeTo":"18:00"}]}}'

            The policy has the fields of the Calls API: startDateTime, finishDateTime, allowedDays, allowedTime,
            maxAttempts, retryIntervalInMinutes, gmtZone, dialerPriority.
            """)

    @Option(help: "The policy, a JSON object; - reads it from standard input.")
    var policy: String
    @Option(parsing: .unconditional, help: "The callee's time zone. (default: the policy's gmtZone, else UTC)")
    var zone: String?
    @Option(help: "From when on, in ISO 8601. (default: now)")
    var at: String?
    @Option(parsing: .unconditional, help: "How many days of 24 hours to look ahead.")
    var days = 7
    @Flag(help: "One JSON object on standard output.")
    var json = false

    func validate() throws {
        guard (1...4000).contains(days) else { throw ValidationError("--days goes from 1 to 4000.") }
    }

    func run() throws {
        let streams = Streams()
        let reading = try PolicyOption.read(policy, streams)
        let zone = try Arguments.zone(zone ?? reading.policy.gmtZone ?? "UTC")
        let from = try at.map { try Arguments.moment($0, in: zone) } ?? Date()
        let schedule = CallWindows(policy: reading.policy, zone: zone)
        let next = schedule.firstOpenMoment(from: from)
        let windows = schedule.windows(from: from, to: from.addingTimeInterval(Double(days) * 86_400))
        if json { streams.out.line(Self.json(next, windows).text) } else { print(next, windows, zone, streams) }
        try streams.checkWritten()
    }

    private static func json(_ next: Date?, _ windows: [CallWindows.Window]) -> JSONValue {
        .object([
            ("next", next.map { .string($0.isoText) } ?? .null),
            (
                "windows",
                .array(windows.map { .object([("from", .string($0.from.isoText)), ("to", .string($0.to.isoText))]) })
            ),
        ])
    }

    private func print(_ next: Date?, _ windows: [CallWindows.Window], _ zone: Zone, _ streams: Streams) {
        let out = streams.out
        if let next {
            out.line("Next allowed moment: \(ClockText.wall(next, in: zone)) in \(zone.name), \(ClockText.utc(next))")
        } else {
            out.line("No allowed moment comes within 400 days.")
        }
        guard !windows.isEmpty else { return out.line("No window opens within \(days) \(days == 1 ? "day" : "days").") }
        let rows = windows.map { window in
            [
                ClockText.wall(window.from, in: zone), ClockText.wall(window.to, in: zone), ClockText.utc(window.from),
                ClockText.utc(window.to),
            ]
        }
        out.line("")
        TextTable(heading: ["from (\(zone.name))", "to", "from (UTC)", "to"], rows: rows).lines.forEach(out.line)
    }
}
