import CampaignModel
import SourceText

/// A request of `$dialer.redial({…})` that is refused when it is made, or a field of it that is changed or ignored.
///
/// ```
/// $dialer.redial({maxAttempts: 9, allowedDays: ["monday"]});                      // bad: no start, too many, a day spelt wrong
/// $dialer.redial({startDateTime: later, maxAttempts: 3, allowedDays: ["mon"]});   // good
/// ```
/// The rules and their words are those of the call itself (`CampaignModel`). Only what is written out is judged.
package enum UnusableRedial: Check {
    package static let code = "check/redial-request"
    package static let summary = "A field of `$dialer.redial({…})` that is missing, unknown or out of range."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.scripts.flatMap { script in
            script.calls("$dialer", "redial").flatMap { findings(ofCall: $0, in: script) }
        }
    }

    private static func findings(ofCall call: Int, in script: CodePiece) -> [Diagnostic] {
        guard let argument = script.elements(in: script.inside(call + 1)).first else {
            return script.isToken(call + 2, ")")
                ? RedialRefusal(argument: nil).faults.map { whole($0, call, script) } : []
        }
        if script.isToken(argument.lowerBound, "{"), script.next(after: argument.lowerBound) == argument.upperBound {
            return findings(ofObject: argument.lowerBound, call, script)
        }
        var reader = LiteralReader(script)
        guard let value = reader.value(argument) else { return [] }
        return RedialRefusal(argument: value).faults.map { whole($0, call, script) }
    }

    private static func findings(ofObject opening: Int, _ call: Int, _ script: CodePiece) -> [Diagnostic] {
        var reader = LiteralReader(script)
        let known = reader.members(ofObject: opening)
        let (faults, notes) = PolicyReader(.redial).review(.object(known))
        // A field whose value is computed is not among the known ones; its name may still be wrong.
        let start = lacksStart(opening, known, script) ? [whole(.noStart, call, script)] : []
        return start
            + faults.map { fault in
                let isOfName = fault.code == .badDay && fault.path.hasPrefix("allowedTime")
                let place = isOfName ? reader.place(ofName: fault.path) : reader.place(of: fault.path)
                return finding(fault.message, fault.hint, at: place ?? script.span(of: call), script)
            }
            + (notes + unknownFields(of: opening, known, script)).map { note in
                let isKnown = CallPolicy.redialFields.contains(note.path)
                let place = isKnown ? reader.place(of: note.path) : reader.place(ofName: note.path)
                return finding(note.message, note.hint, at: place ?? script.span(of: call), script)
            }
    }

    /// Whether there is surely neither a start nor a time. `{startDateTime}` and `{...request}` could hold any.
    private static func lacksStart(_ opening: Int, _ known: [PolicyValue.Member], _ script: CodePiece) -> Bool {
        let members = script.members(ofObject: opening)
        guard script.elements(in: script.inside(opening)).count == members.count else { return false }
        let empty = known.filter { $0.value == .null }.map(\.name)
        let given = members.map { script.name(ofKey: $0.key) }.filter { !empty.contains($0) }
        return !["startDateTime", "allowedTime", "localTimeFrom", "localTimeTo"].contains(where: given.contains)
    }

    /// What the rules say of members whose values are not known: a name is wrong with any.
    private static func unknownFields(
        of opening: Int, _ known: [PolicyValue.Member], _ script: CodePiece
    ) -> [PolicyNote] {
        let names = script.members(ofObject: opening).map { script.name(ofKey: $0.key) }
        let computed = names.filter { name in !known.contains { $0.name == name } }
        return PolicyReader(.redial).review(.object(computed.map { .init($0, .null) })).notes
    }

    // MARK: Messages

    /// About the request as a whole.
    private static func whole(_ fault: PolicyFault, _ call: Int, _ script: CodePiece) -> Diagnostic {
        finding("$dialer.redial: " + fault.message, fault.hint, at: script.span(of: call), script)
    }

    private static func finding(
        _ message: String, _ hint: String?, at span: SourceSpan, _ script: CodePiece
    ) -> Diagnostic {
        Diagnostic(.warning, code, message, hint: hint, in: script.file, at: span)
    }
}
