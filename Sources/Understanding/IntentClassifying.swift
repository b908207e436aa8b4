import PatternMatching
import Utterances

/// Says which intents a phrase may mean. A bot has one; whoever makes the dialog chooses which kind.
package protocol IntentClassifying: Sendable {
    /// The intents that come into question, in any order; one that both its phrases and its patterns mean may come twice.
    func candidates(for utterance: Utterance) -> [IntentCandidate]

    /// Why it thinks of the intents that it does, best first.
    func nearest(to utterance: Utterance, count: Int) -> [NearPhrase]
}

extension IntentClassifying {
    package func nearest(to utterance: Utterance, count: Int) -> [NearPhrase] { [] }
}

/// An intent that a phrase may mean.
package struct IntentCandidate: Sendable, Hashable {
    /// What has recognised it: each has a threshold of its own (dsl.md 10.2).
    package enum Source: String, Sendable, Hashable { case phrases, patterns }

    /// The number of its lesson.
    package let intent: Int
    package let source: Source
    /// From 0 to 1.
    package let confidence: Double
    /// How a pattern covers the phrase, where one does.
    package let match: PatternMatch?

    package init(intent: Int, source: Source, confidence: Double, match: PatternMatch? = nil) {
        self.intent = intent
        self.source = source
        self.confidence = confidence.isNaN ? 0 : min(1, max(0, confidence))
        self.match = match
    }
}

/// What people say for an intent.
package struct IntentLesson: Sendable {
    /// A number of the caller's.
    package let intent: Int
    /// Phrases, in which `@name` stands for an entity.
    package let phrases: [String]
    package let patterns: [PatternTree]

    package init(intent: Int, phrases: [String], patterns: [PatternTree]) {
        self.intent = intent
        self.phrases = phrases
        self.patterns = patterns
    }
}

/// All that a classifier learns from.
package struct IntentCourse: Sendable {
    package let lessons: [IntentLesson]
    /// The bot's language: `en`, `ru`; `nil` when it names none.
    package let language: String?
    package let library: PatternLibrary
    package let forms: any WordForms
    package let entities: any EntityFinding
    /// Whether patterns take a word that they do not know for one that differs from it by a letter.
    package let hearsNearWords: Bool

    package init(
        lessons: [IntentLesson], language: String? = nil, library: PatternLibrary = PatternLibrary(),
        forms: any WordForms = ExactForms(), entities: any EntityFinding = NoEntities(), hearsNearWords: Bool = false
    ) {
        self.lessons = lessons
        self.language = language
        self.library = library
        self.forms = forms
        self.entities = entities
        self.hearsNearWords = hearsNearWords
    }
}

/// Makes the classifier of a bot.
package typealias IntentTeaching = @Sendable (IntentCourse) -> any IntentClassifying
