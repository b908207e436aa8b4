import Foundation

/// The grammars that refer to each other, with their expressions compiled once.
final class GrammarLibrary {
    /// A rule that may begin here, and the expression that says so.
    struct Candidate {
        let rule: TextMateRule
        let grammar: String
        let regexp: GrammarRegexp
    }

    let main: TextMateGrammar
    private let grammars: [String: TextMateGrammar]
    private var regexps: [String: GrammarRegexp] = [:]
    private var candidates: [ObjectIdentifier: [Candidate]] = [:]
    private var topCandidates: [Candidate]?
    private var injections: [(selector: ScopeSelector, candidates: [Candidate])] = []

    /// The editor's grammar, and a small one that stands for JavaScript.
    static func ofTheEditor() throws -> GrammarLibrary {
        try GrammarLibrary(
            TextMateGrammar.read(TestFolders.editor.appending(path: "ringback.tmLanguage.json")),
            TextMateGrammar.read(TestFolders.fixtures.appending(path: "javascript.tmLanguage.json")))
    }

    init(_ main: TextMateGrammar, _ others: TextMateGrammar...) throws {
        self.main = main
        grammars = Dictionary(([main] + others).map { ($0.scopeName, $0) }, uniquingKeysWith: { first, _ in first })
        for (selector, rule) in main.injections ?? [:] {
            injections.append((ScopeSelector(selector), try expanded([rule], in: main.scopeName)))
        }
    }

    func regexp(_ source: String) throws -> GrammarRegexp {
        if let known = regexps[source] { return known }
        let regexp = try GrammarRegexp(source)
        regexps[source] = regexp
        return regexp
    }

    func injected(into scopes: [String]) -> [Candidate] {
        injections.flatMap { $0.selector.selects(scopes) ? $0.candidates : [] }
    }

    /// What may begin inside a region, or at the top.
    func rules(in region: GrammarTokenizer.Region?) -> [Candidate] {
        guard let region else {
            let rules = topCandidates ?? (try? expanded(main.patterns, in: main.scopeName)) ?? []
            topCandidates = rules
            return rules
        }
        let key = ObjectIdentifier(region.rule)
        if let known = candidates[key] { return known }
        let rules = (try? expanded(region.rule.patterns ?? [], in: region.grammar)) ?? []
        candidates[key] = rules
        return rules
    }

    /// The rules with all names of rules replaced by what they stand for; each rule is taken once.
    private func expanded(_ rules: [TextMateRule], in grammar: String) throws -> [Candidate] {
        var seen = Set<ObjectIdentifier>()
        var found: [Candidate] = []
        func visit(_ rule: TextMateRule, _ grammar: String) throws {
            guard seen.insert(ObjectIdentifier(rule)).inserted else { return }
            if let source = rule.match ?? rule.begin {
                found.append(Candidate(rule: rule, grammar: grammar, regexp: try regexp(source)))
            } else if let name = rule.include {
                for (rule, grammar) in target(of: name, in: grammar) { try visit(rule, grammar) }
            } else {
                for rule in rule.patterns ?? [] { try visit(rule, grammar) }
            }
        }
        for rule in rules { try visit(rule, grammar) }
        return found
    }

    private func target(of name: String, in grammar: String) -> [(TextMateRule, String)] {
        if name.hasPrefix("#") {
            return grammars[grammar]?.repository?[String(name.dropFirst())].map { [($0, grammar)] } ?? []
        }
        let scope = name == "$self" || name == "$base" ? grammar : name
        return (grammars[scope]?.patterns ?? []).map { ($0, scope) }
    }
}

/// `L:one.scope -another`: where the rules of an injection apply. Of the format, the part that the grammar uses.
struct ScopeSelector {
    private let wanted: String
    private let refused: [String]

    init(_ text: String) {
        let parts = text.split(separator: " ").map(String.init)
        wanted = parts.first.map { $0.hasPrefix("L:") ? String($0.dropFirst(2)) : $0 } ?? ""
        refused = parts.dropFirst().map { String($0.drop { $0 == "-" }) }
    }

    func selects(_ scopes: [String]) -> Bool {
        scopes.contains { Self.covers(wanted, $0) }
            && !refused.contains { refused in scopes.contains { Self.covers(refused, $0) } }
    }

    private static func covers(_ selector: String, _ scope: String) -> Bool {
        scope == selector || scope.hasPrefix(selector + ".")
    }
}

enum TestFolders {
    static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    static let fixtures = tests.appending(path: "Fixtures")
    static let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    static let editor = root.appending(path: "Grammars/editor")

    /// All scripts below a folder, by path.
    static func scripts(below folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(
            at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        return (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "sc" }
            .sorted { $0.path < $1.path }
    }
}
