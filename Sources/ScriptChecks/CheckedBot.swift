import BotModel
import PatternMatching
import ScriptSyntax
import SourceText
import Utterances

/// All that checks may look at.
package struct CheckedBot {
    package let bot: Bot
    package let sources: BotSources
    /// Which states the bot's tests name, and where.
    package let testReferences: [TestReference]
    /// The global names that the bot's JavaScript uses and declares.
    package let scriptNames: [ScriptName]
    /// Code in the bot's folder that the bot does not require.
    package let otherFiles: [SourceFile]
    /// The forms of words, where they are at hand.
    package let words: any WordForms
    /// The sources made ready for looking up, once for all checks.
    let survey: Survey
    /// Phrases tried on the bot's rules, once for all checks.
    let contests: RuleContests

    package init(
        bot: Bot, sources: BotSources, testReferences: [TestReference] = [], scriptNames: [ScriptName] = [],
        otherFiles: [SourceFile] = [], words: any WordForms = ExactForms()
    ) {
        self.bot = bot
        self.sources = sources
        self.testReferences = testReferences
        self.scriptNames = scriptNames
        self.otherFiles = otherFiles
        self.words = words
        survey = Survey(of: bot, sources)
        contests = RuleContests(of: bot, survey, words: words)
    }

    /// What paths may be put together while the bot runs; reads all texts of the bot, so ask only when there is a doubt.
    func possibleStates() -> PossibleStateNames { PossibleStateNames(of: bot, survey, tests: testReferences) }
}

extension CheckedBot {
    /// Every pattern that somebody wrote, those of triggers and the named ones, with its text in the file.
    var writtenPatterns: [(tree: PatternTree, text: PlacedText, file: SourceFile)] {
        let triggers = survey.triggers.compactMap { trigger in
            trigger.pattern.flatMap { tree in trigger.tag.value.map { (tree, $0, trigger.file) } }
        }
        return triggers + sources.patterns.map { ($0.tree, $0.definition.body, $0.file) }
    }
}

// MARK: Rules

extension CheckedBot {
    /// Where a rule is written; `nil` for rules that action tags make.
    func trigger(of rule: Rule) -> PlacedTrigger? {
        survey.triggersOfRules[rule.index].map { survey.triggers[$0] }
    }
}

extension PlacedTrigger {
    /// “line 12”, or “`src/faq.sc`, line 12” in another file.
    func place(seenFrom other: PlacedTrigger) -> String {
        let line = "line \(file.position(at: tag.span.start).line)"
        return file.path == other.file.path ? line : "`\(file.path)`, \(line)"
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
