import SourceText

/// What `:reload` has found on the disk.
enum BotReload {
    /// The new version runs.
    case taken(warning: String?)
    /// The new version has errors that the running one does not have.
    case refused([Diagnostic])

    /// For the author, a line each.
    var lines: [String] {
        switch self {
        case .taken(let warning): [warning ?? "The bot was read again; it has no errors."]
        case .refused(let errors):
            errors.prefix(Self.shown).map(line)
                + (errors.count > Self.shown ? ["and \(errors.count - Self.shown) more."] : [])
                + [
                    "The call goes on with the bot as it was. Mend \(errors.count == 1 ? "this" : "these"), then `:reload`."
                ]
        }
    }

    private func line(_ error: Diagnostic) -> String {
        let words = [error.message, error.hint].compactMap(\.self).joined(separator: " ")
        return "\(error.file):\(error.start.line):\(error.start.column): \(words)"
    }

    private static let shown = 3

    static func errors(of findings: [Diagnostic]) -> [Diagnostic] { findings.filter { $0.severity == .error } }

    /// The errors that were not there before; those that have only moved do not count.
    static func additional(in errors: [Diagnostic], to known: [Diagnostic]) -> [Diagnostic] {
        var counts = known.reduce(into: [Complaint: Int]()) { $0[Complaint($1), default: 0] += 1 }
        return errors.filter { error in
            let left = counts[Complaint(error), default: 0]
            counts[Complaint(error)] = left - 1
            return left <= 0
        }
    }

    /// An error wherever it stands in its file.
    private struct Complaint: Hashable {
        let file: String
        let code: String
        let message: String

        init(_ error: Diagnostic) {
            file = error.file
            code = error.code
            message = error.message
        }
    }
}
