/// A rule as it stands in a file of `Grammars/`.
struct RuleText {
    /// What it finds: `Weekday` of `$Weekday = …`.
    let name: String
    let pattern: String
    /// The text after `meaning =`.
    var meaning: String?
    /// The text after `if =`.
    var condition: String?
    /// The text after `score =`.
    var score = "-1"
    var isLatent = false
    let file: String
    /// Counted from 1.
    let line: Int
    var examples: [RuleExample] = []

    var place: String { "\(file):\(line)" }
}

/// Phrases that stand below a rule, and the one value that they all have.
package struct RuleExample: Sendable {
    /// Any of them has the value.
    package let phrases: [String]
    /// As `readings(of:as:at:)` tells it; `none` for phrases that the rule must not take.
    package let value: String
    /// File and line.
    package let place: String
}

/// A rule that cannot be used: where it stands, what is wrong, and what to do.
package struct GrammarMistake: Error, Sendable, Hashable, CustomStringConvertible {
    /// File and line: `en/days.rules:12`.
    package let place: String
    /// What is wrong, a sentence.
    package let message: String

    /// - Parameter place: file and line, or the file only.
    package init(place: String, message: String) {
        self.place = place
        self.message = message
    }

    /// Place and sentence on one line.
    package var description: String { "\(place): \(message)" }
}

/// Reads the files of a grammar.
///
///     # What is said of a weekday.
///     $Day = [on] $Weekday || meaning = coming($Weekday)
///         "on monday", "mon" = 2013-02-18 day
struct RuleReader {
    private(set) var rules: [RuleText] = []
    private(set) var mistakes: [GrammarMistake] = []

    mutating func read(_ text: String, file: String) {
        var pending: (text: String, line: Int)?
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.trimmingBlanks
            if line.isEmpty || line.hasPrefix("#") { continue }
            let isIndented = raw.first == " " || raw.first == "\t"
            if isIndented, line.hasPrefix("\"") {
                finish(&pending, file)
                addExample(line, "\(file):\(index + 1)")
            } else if isIndented, let begun = pending {
                pending = (begun.text + " " + line, begun.line)
            } else {
                finish(&pending, file)
                pending = (String(line), index + 1)
            }
        }
        finish(&pending, file)
    }

    private mutating func finish(_ pending: inout (text: String, line: Int)?, _ file: String) {
        guard let (text, line) = pending else { return }
        pending = nil
        guard text.hasPrefix("$"), let sign = text.firstIndex(of: "=") else {
            return report("A rule is written `$Name = pattern || meaning = …`.", at: "\(file):\(line)")
        }
        let parts = text[text.index(after: sign)...].split(separator: "||", omittingEmptySubsequences: false)
        let name = String(text[text.index(after: text.startIndex)..<sign].trimmingBlanks)
        var rule = RuleText(name: name, pattern: String(parts[0].trimmingBlanks), file: file, line: line)
        for part in parts.dropFirst() { read(part.trimmingBlanks, into: &rule) }
        rules.append(rule)
    }

    private mutating func read(_ setting: Substring, into rule: inout RuleText) {
        if setting == "latent" { return rule.isLatent = true }
        let words = setting.split(separator: "=", maxSplits: 1).map { String($0.trimmingBlanks) }
        switch (words.first, words.count) {
        case ("meaning", 2): rule.meaning = words[1]
        case ("if", 2): rule.condition = words[1]
        case ("score", 2): rule.score = words[1]
        default:
            report("`\(setting)` is none of `meaning = …`, `if = …`, `score = …` and `latent`.", at: rule.place)
        }
    }

    private mutating func addExample(_ line: Substring, _ place: String) {
        let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
        let phrases = stride(from: 1, to: parts.count - 1, by: 2).map { String(parts[$0]) }
        let rest = (parts.last ?? "").trimmingBlanks
        guard parts.count % 2 == 1, rest.hasPrefix("="), !rules.isEmpty else {
            return report("Examples are written `\"phrase\", \"phrase\" = value`, below a rule.", at: place)
        }
        let value = String(rest.dropFirst().trimmingBlanks)
        rules[rules.count - 1].examples.append(RuleExample(phrases: phrases, value: value, place: place))
    }

    private mutating func report(_ message: String, at place: String) {
        mistakes.append(GrammarMistake(place: place, message: message))
    }
}

extension StringProtocol {
    var trimmingBlanks: SubSequence {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
