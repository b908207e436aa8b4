import BotModel
import SourceText

/// Finds one kind of thing that is probably not meant, in a bot that was linked.
///
/// A check names what it finds (`UnreachableState`), stands in a file of its own, and keeps its sentences at the end of that file.
/// What cannot be run at all is an error of the parser or linker, not a check.
package protocol Check {
    /// The stable code of its findings: `check/unreachable-state`. `# ringback: allow check/unreachable-state` silences it.
    static var code: String { get }
    /// One sentence for people who wonder what the code means.
    static var summary: String { get }

    static func findings(in bot: CheckedBot) -> [Diagnostic]
}

/// All that checks may look at.
package struct CheckedBot {
    package let bot: Bot
    package let sources: BotSources
    /// Which states the bot's tests name, and where.
    package let testReferences: [TestReference]
    /// The global names that the bot's JavaScript uses and declares.
    package let scriptNames: [ScriptName]

    package init(
        bot: Bot, sources: BotSources, testReferences: [TestReference] = [], scriptNames: [ScriptName] = []
    ) {
        self.bot = bot
        self.sources = sources
        self.testReferences = testReferences
        self.scriptNames = scriptNames
    }
}

/// A state that a test names.
package struct TestReference: Sendable, Hashable {
    /// As written in the test: `/Order`, `Order`.
    package let path: String
    package let file: SourceFile
    package let span: SourceSpan

    package init(path: String, file: SourceFile, span: SourceSpan) {
        self.path = path
        self.file = file
        self.span = span
    }
}
