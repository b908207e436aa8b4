/// The hours that the law of a place leaves for calls, as data: every call also lies within them (campaigns.md 17).
///
/// A campaign keeps the whole profile, so that a changed file changes no campaign that runs.
package struct LegalProfile: Sendable, Hashable, Codable {
    package var name: String
    /// Of the data, such as the date of the law it follows.
    package var version: String
    /// Where the rule is written.
    package var source: String?
    /// On the callee's wall clock; `nil` leaves all hours.
    package var hours: AllowedTime?

    package init(name: String, version: String = "1", source: String? = nil, hours: AllowedTime? = nil) {
        self.name = name
        self.version = version
        self.source = source
        self.hours = hours
    }

    /// 08:00-21:00, when few laws and fewer people mind a call.
    static let usualHours = DayInterval(from: 8 * 60, to: 21 * 60)

    /// The usual hours on the callee's wall clock, whatever the policy says.
    package static let `default` = LegalProfile(
        name: "default", source: "47 CFR 64.1200(c)(1)",
        hours: AllowedTime(byDefault: [usualHours]))

    /// No hours of its own: only by an explicit choice.
    package static let none = LegalProfile(name: "none")
}
