/// A state that a test puts the talk into, and the bot does not have.
package struct MissingState: Sendable, Hashable {
    package let path: String
    /// The state that was probably meant.
    package let nearest: String?

    package init(path: String, nearest: String?) {
        self.path = path
        self.nearest = nearest
    }

    var problem: TestProblem {
        TestProblem(
            message: "The bot has no state `\(path)`.",
            hint: nearest.map { "There is `\($0)`; did you mean that?" } ?? "Write the path of a state of the bot.")
    }
}

extension TalkStep {
    /// The state into which the step puts the talk by itself.
    var forcedState: String? {
        switch kind {
        case .act(.enters(let path)), .preparation(.contextPath(let path)): path
        default: nil
        }
    }
}
