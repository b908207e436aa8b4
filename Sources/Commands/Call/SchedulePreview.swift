import CampaignModel
import CivilTime
import FoundationEssentials

/// When planned calls would ring, as a small table: the callee's wall clock, UTC, and a word about hours that the
/// callee's law may forbid.
package struct SchedulePreview {
    package var zone: Zone
    package var attempts: [Date]

    package init(zone: Zone, attempts: [Date]) {
        self.zone = zone
        self.attempts = attempts
    }

    /// The lines of the table, a heading first.
    package var lines: [String] {
        let rows = attempts.enumerated().map { [" \($0 + 1)", wall($1), ClockText.utc($1), remark($1)] }
        return TextTable(heading: [" #", "rings there (\(zone.name))", "UTC", ""], rows: rows).lines
    }

    private func wall(_ moment: Date) -> String { ClockText.wall(moment, in: zone) }

    /// Calls at such hours are forbidden in many places, so the author should see them.
    private func remark(_ moment: Date) -> String {
        isOutsideUsualHours(moment, zone: zone) ? "outside 08:00-21:00 there" : ""
    }
}
