import Understanding
import Utterances

extension IntentBenchmark {
    /// - Parameter lessons: those of many bots; the first 5,000 phrases are learnt as one bot's.
    func showSpeed(_ lessons: [IntentLesson]) {
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
