import Foundation
import PatternMatching
import Testing
import Utterances

/// Every `Fixtures/*.match` file. A line is one of
///
///     # comment
///     $Name = body                    a named pattern for what follows; `converter f` may end the line after a tab
///     forms go goes went=VERB,past    what is known of a word and its forms, for `~go` and `$morph<VERB>` in what follows
///     entity City new york=NY, rome   phrases (lower case) that `@City` and `$entity<City>` find in what follows, with values
///     pattern * call [me] *           the pattern for the lines after it
///     yes phrase  name=value          it matches; two blanks, then what the parse tree must hold
///     score 0.84                      the score of the phrase above, to two digits
///     no phrase                       it does not match
///     bad code                        the pattern above has this mistake (all are listed, in order)
///
/// `name=value` names a node by the first of its tag found below the root: its value, else its text. `=value` is the root's.
@Suite struct MatchFixtureTests {
    @Test(arguments: files()) func fixture(file: String) throws {
        var checker = FixtureChecker(file: file)
        let url = Self.folder.appendingPathComponent(file)
        let lines = try String(contentsOf: url, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() { checker.read(String(line), number: number + 1) }
        checker.endPattern()
    }

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    static func files() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".match") }.sorted()
    }
}

private struct FixtureChecker {
    let file: String
    private var definitions: [String: (tree: PatternTree, converter: String?)] = [:]
    private var library = PatternLibrary()
    private var forms = ListedForms()
    private var entities = ListedEntities()
    private var pattern: PatternTree?
    private var mistakes: [PatternMistake] = []
    private var expectedMistakes: [String] = []
    private var last: PatternMatch?
    private var patternLine = 0

    init(file: String) { self.file = file }

    mutating func read(_ line: String, number: Int) {
        let (word, rest) = Self.split(line)
        switch word {
        case "", "#": return
        case "forms": forms.add(rest)
        case "pattern": startPattern(rest, number)
        case "yes": expectMatch(rest, number)
        case "no": expectNone(rest, number)
        case "score": expectScore(rest, number)
        case "bad": expectedMistakes.append(rest)
        case "entity": entities.add(rest)
        case _ where word.hasPrefix("$"): define(line, number)
        default:
            Issue.record(
                "\(place(number)): a line begins with pattern, yes, no, score, bad, forms, entity, $Name = or #")
        }
    }

    mutating func endPattern() {
        #expect(mistakes.map(\.code) == expectedMistakes, "\(place(patternLine)): the mistakes of the pattern")
        mistakes = []
        expectedMistakes = []
    }

    private mutating func startPattern(_ text: String, _ number: Int) {
        endPattern()
        patternLine = number
        (pattern, mistakes) = { ($0.0, $0.1) }(PatternParser.parse(text))
    }

    private mutating func define(_ line: String, _ number: Int) {
        endPattern()
        let parts = line.split(separator: "\t").map(String.init)
        let sides = parts[0].split(separator: "=", maxSplits: 1).map(Self.trimmed)
        let converter = parts.count > 1 ? Self.trimmed(parts[1].dropFirst("converter ".count)) : nil
        let (tree, mistakes) = PatternParser.parse(sides[1])
        #expect(mistakes.isEmpty, "\(place(number))")
        definitions[String(sides[0].dropFirst())] = (tree, converter)
        library = PatternLibrary(definitions: definitions)
    }

    private mutating func expectMatch(_ rest: String, _ number: Int) {
        let parts = rest.split(separator: "  ").map(Self.trimmed)
        guard let pattern, let match = matcher.match(pattern, Utterance(parts.first ?? ""), library: library)
        else {
            last = nil
            Issue.record("\(place(number)): no match for \(rest)")
            return
        }
        last = match
        for pair in parts.dropFirst() {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let node = sides[0].isEmpty ? match.tree : Self.find(sides[0], in: match.tree)
            #expect(node.map { $0.value ?? $0.text } == sides[1], "\(place(number)): \(sides[0])")
        }
    }

    private var matcher: PatternMatcher { PatternMatcher(forms: forms, entities: entities) }

    private func expectNone(_ phrase: String, _ number: Int) {
        guard let pattern else { return }
        let match = matcher.match(pattern, Utterance(phrase), library: library)
        #expect(match == nil, "\(place(number)): a match for \(phrase)")
    }

    private func expectScore(_ score: String, _ number: Int) {
        guard let last, let expected = Double(score) else { return }
        #expect(abs(last.score - expected) < 0.005_1, "\(place(number)): score \(last.score)")
    }

    private func place(_ number: Int) -> String { "\(file):\(number)" }

    private static func find(_ tag: String, in node: ParseNode) -> ParseNode? {
        node.children.first { $0.tag == tag } ?? node.children.lazy.compactMap { find(tag, in: $0) }.first
    }

    private static func split(_ line: String) -> (String, String) {
        let end = line.firstIndex(of: " ") ?? line.endIndex
        return (String(line[..<end]), trimmed(line[end...]))
    }

    private static func trimmed(_ text: some StringProtocol) -> String { text.trimmingCharacters(in: .whitespaces) }
}

/// The entities that a fixture lists.
private struct ListedEntities: EntityFinding {
    private var phrases: [String: [(words: [String], value: String?)]] = [:]

    mutating func add(_ line: String) {
        let name = line.prefix { $0 != " " }
        phrases[String(name), default: []] += line.dropFirst(name.count).split(separator: ",").map { phrase in
            let sides = phrase.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
            return (sides[0].split(separator: " ").map(String.init), sides.count > 1 ? sides[1] : nil)
        }
    }

    func covers(of entity: EntityName, in utterance: Utterance, from start: Int) -> [EntityCover] {
        let rest = utterance.tokens.dropFirst(start).map(\.word)
        return (phrases[entity.name] ?? []).filter { rest.starts(with: $0.words) }
            .map { EntityCover(end: start + $0.words.count, value: $0.value) }
    }
}
