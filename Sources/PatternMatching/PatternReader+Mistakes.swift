import SourceText

extension PatternReader {
    /// What can be wrong in a pattern's text; the sentences stand in `PatternMatching+Diagnostics.swift`.
    struct Mistake {
        enum Severity { case error, warning }

        let severity: Severity
        let code: String
        let message: String
        let hint: String
        /// What is surely meant in place of the blamed bytes.
        let fix: PatternMistake.Fix?

        init(
            _ severity: Severity, _ code: String, _ message: String, hint: String, fix: PatternMistake.Fix? = nil
        ) {
            self.severity = severity
            self.code = code
            self.message = message
            self.hint = hint
            self.fix = fix
        }

        func placed(from start: Int, to end: Int) -> PatternMistake {
            PatternMistake(
                isError: severity == .error, code: code, message: message, hint: hint, start: start, end: end, fix: fix)
        }
    }

    mutating func report(_ mistake: Mistake, from start: Int, to end: Int) {
        if mistakes.count < Self.mostMistakes { return mistakes.append(mistake.placed(from: start, to: end)) }
        if mistakes.count > Self.mostMistakes {
            guard mistake.severity == .error, mistakes.last?.isError == false else { return }
            mistakes.removeLast()
        }
        mistakes.append(Mistake.more(mistake.severity).placed(from: start, to: end))
    }

    /// For what one pattern may do many times.
    mutating func reportOnce(_ mistake: Mistake, from start: Int, to end: Int) {
        if !mistakes.contains(where: { $0.code == mistake.code }) { report(mistake, from: start, to: end) }
    }
}
