import Foundation
import Understanding
import Utterances

/// How well, and how fast, the classifier of sentences understands phrases that it has not learnt.
struct IntentBenchmark {
    private let words: Lexicon
    /// The confidence that the platform recommends as threshold.
    private static let threshold = 0.2
    private static let parts = 5

    init(words: Lexicon) { self.words = words }

    func course(_ lessons: [IntentLesson]) -> IntentCourse { IntentCourse(lessons: lessons, forms: words) }

    // MARK: Cross-validation

    /// Every fifth phrase is asked of a classifier that has learnt the others; an intent with one phrase only is not asked.
    func score(_ export: Export, foreign: [String]) -> Score {
        (0..<Self.parts).map { score(export, part: $0, foreign: $0 == 0 ? foreign : []) }.reduce(Score(), +)
    }

    private func score(_ export: Export, part: Int, foreign: [String]) -> Score {
        var number = 0
        var asked: [(intent: Int, phrase: String)] = []
        let lessons = export.lessons.map { lesson in
            let learnt = lesson.phrases.filter { phrase in
                number += 1
                if number % Self.parts == part { asked.append((lesson.intent, phrase)) }
                return number % Self.parts != part
            }
            return IntentLesson(intent: lesson.intent, phrases: learnt, patterns: [])
        }
        let known = Set(lessons.filter { !$0.phrases.isEmpty }.map(\.intent))
        return score(
            SentenceClassifier(course(lessons)), asked: asked.filter { known.contains($0.intent) }, foreign: foreign)
    }

    private func score(
        _ classifier: SentenceClassifier, asked: [(intent: Int, phrase: String)], foreign: [String]
    ) -> Score {
        var score = Score(asked: asked.count, foreign: foreign.count)
        for (intent, phrase) in asked {
            guard let best = Self.best(classifier, phrase) else { continue }
            score.answered += 1
            if best == intent { score.right += 1 }
        }
        score.rejected = foreign.count { Self.best(classifier, $0) == nil }
        return score
    }

    private static func best(_ classifier: SentenceClassifier, _ phrase: String) -> Int? {
        let best = classifier.candidates(for: Utterance(phrase)).max { $0.confidence < $1.confidence }
        return best.flatMap { $0.confidence >= threshold ? $0.intent : nil }
    }
}

// MARK: What is printed

/// - Parameter folders: with exports below them.
func benchIntents(words: String, folders: [String]) throws {
    let benchmark = IntentBenchmark(words: try lexicon(of: words))
    let exports = folders.flatMap { IntentBenchmark.Export.exports(below: $0) }.filter { $0.count >= 20 }
    var all = IntentBenchmark.Score()
    for export in exports {
        let score = benchmark.score(export, foreign: strangers(to: export, among: exports))
        print("\(export.name): \(export.count) phrases: \(score.text)")
        all = all + score
    }
    print("all: \(all.text)")
    benchmark.showSpeed(exports.flatMap(\.lessons))
}

/// Phrases of exports that share no phrase with this one; a sample of each.
private func strangers(
    to export: IntentBenchmark.Export, among exports: [IntentBenchmark.Export]
) -> [String] {
    let own = Set(export.lessons.flatMap(\.phrases).map { $0.lowercased() })
    return exports.flatMap { other in
        let phrases = other.lessons.flatMap(\.phrases)
        guard phrases.allSatisfy({ !own.contains($0.lowercased()) }) else { return [String]() }
        return phrases.enumerated().filter { $0.offset % 10 == 0 }.map(\.element)
    }
}
