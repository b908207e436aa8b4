import SourceText

/// Fields of `$dialer.redial({…})` that the platform does not take as they are.
///
/// ```
/// $dialer.redial({maxAttempts: 9, allowedDays: ["monday"]});                      // bad: no start, too many, a day spelt wrong
/// $dialer.redial({startDateTime: later, maxAttempts: 3, allowedDays: ["mon"]});   // good
/// ```
/// Only what is written out is judged: an object literal, numbers and texts in it.
package enum UnusableRedial: Check {
    package static let code = "check/redial-request"
    package static let summary = "A field of `$dialer.redial({…})` that is missing, unknown or out of range."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.scripts.flatMap { script in
            script.calls("$dialer", "redial").flatMap { call -> [Diagnostic] in
                guard script.isToken(call + 2, "{") else { return [] }
                var reading = Reading(script: script)
                reading.read(object: call + 2, call: call)
                return reading.found
            }
        }
    }

    private static let fields = [
        "startDateTime", "finishDateTime", "allowedDays", "allowedTime", "retryIntervalInMinutes", "maxAttempts",
        "dialerPriority", "localTimeFrom", "localTimeTo",
    ]
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    private struct Reading {
        let script: CodePiece
        var found: [Diagnostic] = []

        mutating func read(object: Int, call: Int) {
            let members = script.members(ofObject: object)
            let names = members.map { name(of: $0.key) }
            // `{startDateTime}` and `{...request}` are not members with a colon; then nothing is known to be missing.
            let isWhole = script.elements(in: script.inside(object)).count == members.count
            if isWhole, !names.contains("startDateTime"), !names.contains("allowedTime") {
                report(
                    call, "`redial` needs `startDateTime` or `allowedTime`; without them no call is made.",
                    "Add when to call, like `startDateTime: new Date(…)`.")
            }
            for (member, name) in zip(members, names) { read(name, member) }
        }

        private func name(of key: Int) -> String { script.string(key) ?? script.text(key) }

        private mutating func read(_ name: String, _ member: (key: Int, value: Range<Int>)) {
            switch name {
            case "maxAttempts": readNumber(member.value, in: 1...5, "A series has at most 5 attempts; more become 5.")
            case "retryIntervalInMinutes":
                readNumber(member.value, in: 1...Double.infinity, "The pause between attempts is at least one minute.")
            case "dialerPriority": readNumber(member.value, in: 1...5, "Priorities go from 1 to 5.")
            case "allowedDays": readDays(member.value)
            case "allowedTime": readTimes(member.value)
            case "startDateTime", "finishDateTime": readDate(member.value)
            default:
                guard !fields.contains(name) else { return }
                let near = Spelling.nearest(to: name, among: fields)
                report(
                    member.key, "`redial` has no field `\(name)`.",
                    near.map { "There is `\($0)`; did you mean that?" }
                        ?? "The fields are \(fields.prefix(7).joined(separator: ", ")).")
            }
        }

        private mutating func readNumber(_ value: Range<Int>, in allowed: ClosedRange<Double>, _ rule: String) {
            var token = value.lowerBound
            var sign = 1.0
            if script.isToken(token, "-") { (token, sign) = (token + 1, -1) }
            guard token + 1 == value.upperBound, script.kind(token) == .number, let number = Double(script.text(token)),
                !allowed.contains(sign * number)
            else { return }
            report(
                token, rule,
                "Write \(allowed.upperBound.isFinite ? "a number from \(Int(allowed.lowerBound)) to \(Int(allowed.upperBound))" : "1 or more")."
            )
        }

        /// Dates must be `Date` objects; a text or number in their place is not taken.
        private mutating func readDate(_ value: Range<Int>) {
            guard value.count == 1, let token = value.first, [.string, .number].contains(script.kind(token)) else {
                return
            }
            report(
                token, "This must be a date, not a text or number.",
                "Write `new Date(\(script.text(token).prefix(40)))`.")
        }

        private mutating func readDays(_ value: Range<Int>) {
            guard script.isToken(value.lowerBound, "[") else { return }
            for token in script.inside(value.lowerBound) {
                if let day = script.string(token), !days.contains(day) { reportDay(day, token) }
            }
        }

        private mutating func reportDay(_ day: String, _ token: Int) {
            let meant = days.first { day.lowercased().hasPrefix($0) } ?? Spelling.nearest(to: day, among: days)
            report(
                token, "`\(day)` is no day: the days are mon, tue, wed, thu, fri, sat, sun.",
                meant.map { "Write `\($0)`." } ?? "Write the first three letters of its English name, in lower case.")
        }

        /// `{default: [{localTimeFrom: "10:00", localTimeTo: "11:30"}], mon: […]}`
        private mutating func readTimes(_ value: Range<Int>) {
            guard script.isToken(value.lowerBound, "{") else { return }
            for member in script.members(ofObject: value.lowerBound) {
                let day = name(of: member.key)
                if day != "default", !days.contains(day) { reportDay(day, member.key) }
            }
            for token in script.inside(value.lowerBound) {
                guard let time = script.string(token), script.isToken(token - 1, ":"),
                    ["localTimeFrom", "localTimeTo"].contains(name(of: token - 2)), !isTime(time)
                else { continue }
                report(token, "`\(time)` is no time of day.", "Write hours and minutes, like \"09:30\".")
            }
        }

        private func isTime(_ text: String) -> Bool {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? 99 }
            return (2...3).contains(parts.count) && (0...24).contains(parts[0])
                && parts.dropFirst().allSatisfy { (0...59).contains($0) }
        }

        private mutating func report(_ token: Int, _ message: String, _ hint: String) {
            found.append(Diagnostic(.warning, code, message, hint: hint, in: script.file, at: script.span(of: token)))
        }
    }
}
