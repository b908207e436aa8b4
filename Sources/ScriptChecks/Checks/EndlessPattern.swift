import BotModel
import PatternMatching
import SourceText

/// Named patterns that ask for each other without end, so that nothing matches them, or that begin with themselves.
///
/// ```
/// $List = $Item $List             # bad: there is always one more to come
/// $List = $List $Item | $Item     # bad: the first way leads back before any word is said, so it is not followed
/// $List = $Item [$List]           # good
/// ```
package enum EndlessPattern: Check {
    package static let code = "check/endless-pattern"
    package static let summary = "Named patterns that lead back to themselves so that nothing matches."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        // Of two patterns of one name the last counts.
        let patterns = Dictionary(bot.sources.patterns.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
        let hopeless = Set(patterns.keys).subtracting(satisfiable(patterns))
        let order = bot.sources.patterns.map(\.name).filter(hopeless.contains)
        return rings(order, hopeless, patterns).compactMap { finding(ring: $0, patterns) }
            + bot.bot.patterns.leftRecursion.filter { !hopeless.contains($0.pattern) }.compactMap {
                finding($0, patterns)
            }
    }

    // MARK: Patterns that nothing matches

    /// The patterns that match some text. Looks again only at those that mention one just found.
    private static func satisfiable(_ patterns: [String: DeclaredPattern]) -> Set<String> {
        var users: [String: [String]] = [:]
        for (name, pattern) in patterns {
            for reference in pattern.tree.namedReferences { users[reference.name, default: []].append(name) }
        }
        var found: Set<String> = []
        var open = Array(patterns.keys)
        while let name = open.popLast() {
            guard !found.contains(name), let tree = patterns[name]?.tree,
                tree.matchesSomeText(givenNames: { patterns[$0] == nil || found.contains($0) })
            else { continue }
            found.insert(name)
            open += users[name] ?? []
        }
        return found
    }

    /// Each ring once. From every hopeless pattern a hopeless one leads on.
    private static func rings(
        _ names: [String], _ hopeless: Set<String>, _ patterns: [String: DeclaredPattern]
    ) -> [[String]] {
        var isDone: Set<String> = []
        return names.compactMap { start in
            var path: [String] = []
            var next: String? = start
            while let name = next, isDone.insert(name).inserted {
                path.append(name)
                next = patterns[name]?.tree.namedReferences.first { hopeless.contains($0.name) }?.name
            }
            return next.flatMap { path.firstIndex(of: $0) }.map { Array(path[$0...]) }
        }
    }

    // MARK: Sentences

    private static func finding(ring: [String], _ patterns: [String: DeclaredPattern]) -> Diagnostic? {
        guard let pattern = ring.first.flatMap({ patterns[$0] }) else { return nil }
        let names = (ring.dropFirst() + [ring[0]]).prefix(5).map { "`$\($0)`" }.joined(separator: ", which asks for ")
        let way = ring.count == 1 ? "always asks for itself" : "asks for " + names
        let diagnostic = Diagnostic(
            .warning, code, "`$\(ring[0])` \(way)\(ring.count > 5 ? " …" : " again"), so nothing ever matches.",
            hint: "Let it end somewhere: put what goes on in `[ ]`, or write an alternative without it.",
            in: pattern.file, at: pattern.definition.name.span)
        return ring.dropFirst().prefix(4).compactMap { patterns[$0] }.reduce(diagnostic) {
            $0.labelled("asks on here", in: $1.file, at: $1.definition.name.span)
        }
    }

    private static func finding(_ recursion: LeftRecursion, _ patterns: [String: DeclaredPattern]) -> Diagnostic? {
        guard let pattern = patterns[recursion.pattern] else { return nil }
        let circle = recursion.reference == recursion.pattern ? "begins with itself" : "leads back to itself"
        return Diagnostic(
            .warning, code,
            "`$\(recursion.pattern)` \(circle) by this `$\(recursion.reference)` before any word is said, so this way is not followed.",
            hint: "Put the words first, like `$List = $Item [$List]`, or write `$repeat<$Item>`.",
            in: pattern.file, at: pattern.definition.body.span(of: recursion.start..<recursion.end))
    }
}
