import Foundation
import Understanding
import Utterances

/// How well, and how fast, the classifier of sentences understands phrases that it has not learnt.
struct IntentBenchmark {
    /// The phrases of one export; several may be the same words.
    struct Export {
        let name: String
        let lessons: [IntentLesson]

        var count: Int { lessons.reduce(0) { $0 + $1.phrases.count } }
    }

    private let words: Lexicon
    /// The confidence that the platform recommends as threshold.
    private static let threshold = 0.2
    private static let parts = 5

    init(words: Lexicon) { self.words = words }

    func course(_ lessons: [IntentLesson]) -> IntentCourse { IntentCourse(lessons: lessons, forms: words) }

    // MARK: Cross-validation

    struct Score {
        var asked = 0
        var answered = 0
        var right = 0
        /// Phrases of other bots that were asked, and how many of them were not answered.
        var foreign = 0
        var rejected = 0

        var precision: Double { Double(right) / Double(max(1, answered)) }
        var recall: Double { Double(right) / Double(max(1, asked)) }
        var rejection: Double { Double(rejected) / Double(max(1, foreign)) }
        var text: String {
            let sum = precision + recall
            let f1 = sum == 0 ? 0 : 2 * precision * recall / sum
            return String(
                format: "precision %.3f, recall %.3f, F1 %.3f; of phrases of other bots %.3f rejected", precision,
                recall, f1,
                rejection)
        }

        static func + (left: Score, right: Score) -> Score {
            Score(
                asked: left.asked + right.asked, answered: left.answered + right.answered,
                right: left.right + right.right, foreign: left.foreign + right.foreign,
                rejected: left.rejected + right.rejected)
        }
    }

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

// MARK: Exports

extension IntentBenchmark.Export {
    /// The exports below a folder, each text of an export once, the largest first.
    static func exports(below folder: String) -> [Self] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var seen: Set<[UInt8]> = []
        return files.filter { $0.hasSuffix(".json") }.sorted().compactMap { name in
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + name).map([UInt8].init),
                seen.insert(bytes).inserted
            else { return nil }
            return Self(name: name, bytes)
        }
    }

    private init?(name: String, _ bytes: [UInt8]) {
        guard let document = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let intents = (document["intents"] ?? document["classes"]) as? [[String: Any]]
        else { return nil }
        self.name = name
        lessons = intents.filter { $0["enabled"] as? Bool ?? true }.enumerated().map { number, intent in
            let phrases = (intent["phrases"] as? [Any] ?? []).compactMap {
                $0 as? String ?? ($0 as? [String: Any])?["text"] as? String
            }
            return IntentLesson(intent: number, phrases: phrases, patterns: [])
        }
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

extension IntentBenchmark {
    /// - Parameter lessons: those of many bots; the first 5,000 phrases are learnt as one bot's.
    fileprivate func showSpeed(_ lessons: [IntentLesson]) {
        var course: [IntentLesson] = []
        var count = 0
        for (number, lesson) in lessons.enumerated() where count < 5000 {
            course.append(IntentLesson(intent: number, phrases: lesson.phrases, patterns: []))
            count += lesson.phrases.count
        }
        let made = self.course(course)
        let learning = median((0..<5).map { _ in threadSeconds { _ = SentenceClassifier(made) } })
        let classifier = SentenceClassifier(made)
        let phrases = lessons.flatMap(\.phrases).enumerated().filter { $0.offset % 7 == 0 }.map(\.element)
        let cutting = threadSeconds { for phrase in phrases { _ = Utterance(phrase) } }
        let times = phrases.map { phrase in
            threadSeconds { _ = classifier.candidates(for: Utterance(phrase)) }
        }.sorted()
        guard let last = times.last else { return }
        let p99 = times[min(times.count - 1, times.count * 99 / 100)]
        print("learning \(count) phrases: \(rounded(learning * 1e3)) ms")
        showBar("a few thousand phrases in less than 200 ms", learning < 0.2)
        let all = times.reduce(0, +)
        show("understanding", Double(times.count) / all, "phrases/s", all / cutting, "cutting them into words")
        print("  p50 \(rounded(median(times) * 1e6)) µs, p99 \(rounded(p99 * 1e6)) µs, most \(rounded(last * 1e6)) µs")
        showBar("p99 below 1 ms", p99 < 0.001)
    }
}

private func lexicon(of folder: String) throws -> Lexicon {
    func file(_ name: String) throws -> FileBytes {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
        data.copyBytes(to: bytes)
        return FileBytes(UnsafeRawBufferPointer(bytes))
    }
    let russian = RussianWords(
        words: try file("ru/words.dawg"), paradigms: try file("ru/paradigms.array"),
        endings: try file("ru/suffixes.json"), grammars: try file("ru/gramtab-opencorpora-int.json"),
        guesses: try (0...2).map { try file("ru/prediction-suffixes-\($0).dawg") })
    let english = EnglishWords(
        exceptions: try ["noun", "verb", "adj"].map { try file("en/\($0).exc") }, nouns: try file("en/index.noun"),
        verbs: try file("en/index.verb"), adjectives: try file("en/index.adj"), adverbs: try file("en/index.adv"))
    return Lexicon(russian: { russian }, english: { english })
}
