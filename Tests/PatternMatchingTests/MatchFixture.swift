import Foundation
import PatternMatching
import Testing
import Utterances

/// A `.match` file that is checked line by line; its form stands in `MatchFixtureTests`.
struct MatchFixture {
    /// The lines that show what an element does.
    enum Line: CaseIterable { case yes, no, score }

    /// The elements of the patterns above such lines.
    private(set) var shown: [Line: Set<PatternElement>] = [:]

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

    /// Notes that a line speaks of the pattern above it.
    private mutating func show(_ line: Line) {
        guard let pattern else { return }
        shown[line, default: []].formUnion(PatternElement.elements(of: pattern, in: definitions))
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
        show(.yes)
        for pair in parts.dropFirst() {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            #expect(Self.property(sides[0], of: match.tree) == sides[1], "\(place(number)): \(sides[0])")
        }
    }

    private var matcher: PatternMatcher { PatternMatcher(forms: forms, entities: entities) }

    private mutating func expectNone(_ phrase: String, _ number: Int) {
        guard let pattern else { return }
        show(.no)
        let match = matcher.match(pattern, Utterance(phrase), library: library)
        #expect(match == nil, "\(place(number)): a match for \(phrase)")
    }

    private mutating func expectScore(_ score: String, _ number: Int) {
        guard let last, let expected = Double(score) else { return }
        show(.score)
        #expect(abs(last.score - expected) < 0.005_1, "\(place(number)): score \(last.score)")
    }

    private func place(_ number: Int) -> String { "\(file):\(number)" }

    /// `name`, or `name.count` and the like.
    private static func property(_ path: String, of root: ParseNode) -> String? {
        if path.isEmpty { return root.value ?? root.text }
        if let named = nodes(path, in: root).first { return named.value ?? named.text }
        let parts = path.split(separator: ".")
        let found = nodes(parts.dropLast().joined(separator: "."), in: root)
        switch parts.last {
        case "count": return String(found.count)
        case "text": return found.first?.text
        case "words": return found.first?.words.joined(separator: " ")
        case "converter": return found.first?.converter
        default: return nil
        }
    }

    /// The nodes of a name that stand beside each other, where they are first found.
    private static func nodes(_ tag: String, in node: ParseNode) -> [ParseNode] {
        let own = node.children.filter { $0.tag == tag }
        return own.isEmpty ? node.children.lazy.map { nodes(tag, in: $0) }.first { !$0.isEmpty } ?? [] : own
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
