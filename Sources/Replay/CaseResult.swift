/// A mistake of a test, with what to do.
package struct TestProblem: Sendable, Hashable {
    package var message: String
    package var hint: String?

    package init(message: String, hint: String?) {
        self.message = message
        self.hint = hint
    }

    /// `error: This is no test.   hint: Write one.`
    func text(separator: String = "   ") -> String {
        "error: \(message.folded)" + (hint.map { "\(separator)hint: \($0.folded)" } ?? "")
    }
}

/// How one case went.
package struct CaseResult: Sendable, Hashable {
    package enum Verdict: String, Sendable, Hashable { case passed, failed, skipped }

    /// The bot's name.
    package var bot: String
    /// The test file, as it can be opened from the current folder.
    package var file: String
    package var name: String
    /// The line that failed, else the one on which the case begins.
    package var line: Int
    package var verdict: Verdict
    /// The step that failed, as it is written.
    package var step: String?
    /// What was expected and what came, in the words of a `.talk` file; `nil` for a `problem`.
    package var expected: String?
    package var actual: String?
    /// Why a failed case was not played: a mistake of the test.
    package var problem: TestProblem?
    /// Why it was skipped; for a failed case, what had no effect in it.
    package var notes: [String]
    /// Errors of the bot in a case of the vendor's that has passed all the same: its tests ask for answers only.
    package var errors: [String] = []
    /// Whether it sets the clock and nobody says in which zone, so that it is UTC.
    package var assumesZone = false
    /// Of a failed case the state that should have answered, and the last turns, the failed one behind the others.
    package var expectedState: String?
    package var exchanges: [Exchange] = []
    /// The mocks of a case of the vendor's.
    var mocks: [DeclaredMock] = []

    package init(
        bot: String, file: String, name: String, line: Int, verdict: Verdict, step: String? = nil,
        expected: String? = nil,
        actual: String? = nil, notes: [String] = []
    ) {
        self.bot = bot
        self.file = file
        self.name = name
        self.line = line
        self.verdict = verdict
        self.step = step
        self.expected = expected
        self.actual = actual
        self.notes = notes
    }
}
