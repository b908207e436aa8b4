import PatternMatching
import Utterances

/// What suites about costly patterns make and try them with.
protocol CostlyPatterns {}

extension CostlyPatterns {
    func library(_ bodies: [String: String]) -> PatternLibrary {
        PatternLibrary(definitions: bodies.mapValues { (PatternParser.parse($0).0, nil) })
    }

    func match(_ pattern: String, _ phrase: String, _ library: PatternLibrary) -> PatternMatch? {
        PatternMatcher().match(PatternParser.parse(pattern).0, Utterance(phrase), library: library)
    }

    /// The text so many times, with blanks between.
    func repeated(_ text: String, _ count: Int) -> String {
        Array(repeating: text, count: count).joined(separator: " ")
    }
}
