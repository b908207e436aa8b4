/// A step of a traced turn that nobody hears: how the talk moved, and what ran.
package enum TraceStep: Sendable, Hashable {
    /// The talk goes on in another state; a deferred one waits there for what the caller says next.
    case transition(from: String, to: String, isDeferred: Bool)
    case script(ScriptRun)
}

/// A piece of the bot's JavaScript that has run.
package struct ScriptRun: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// `script:` or `scriptEs6:`.
        case block
        /// `if:`, and what it came to; `nil` when it failed.
        case condition(Bool?)
        /// `{{ }}`.
        case expression
        /// A handler of `bind`: its phase. Where it is written is not known.
        case handler(String)
    }

    package var kind: Kind
    /// "" and 0 where they are not known.
    package var file: String
    package var line: Int
    /// Time in the engine; waiting for a server is not in it.
    package var seconds: Double
    /// What it asked of the engine's memory, given back or not.
    package var bytes: Int

    package init(kind: Kind, file: String, line: Int, seconds: Double, bytes: Int) {
        self.kind = kind
        self.file = file
        self.line = line
        self.seconds = seconds
        self.bytes = bytes
    }
}
