/// The reading of one line, or of a captured piece of one.
struct LinePass {
    let library: GrammarLibrary
    let root: String
    var line: [UInt8]
    var runs: [ScopedRun] = []
    private var searches: [ObjectIdentifier: GrammarRegexp.Match?] = [:]

    init(library: GrammarLibrary, root: String, line: [UInt8]) {
        self.library = library
        self.root = root
        self.line = line
    }

    /// The runs without the line break, neighbours with the same scopes joined.
    var finished: [ScopedRun] {
        runs.reduce(into: []) { joined, run in
            let range = run.range.clamped(to: 0..<(line.count - 1))
            guard !range.isEmpty else { return }
            if let last = joined.last, last.scopes == run.scopes, last.range.upperBound == range.lowerBound {
                joined[joined.count - 1].range = last.range.lowerBound..<range.upperBound
            } else {
                joined.append(ScopedRun(range: range, scopes: run.scopes))
            }
        }
    }

    mutating func read(_ regions: inout [GrammarTokenizer.Region], from start: Int, to end: Int) throws {
        var offset = start
        var isStuck = Set<Int>()
        while offset < end {
            let scopes = regions.last?.contentScopes ?? [root]
            guard let found = try nearest(to: offset, regions), let whole = found.match[0], whole.lowerBound < end
            else {
                return add(offset..<end, scopes)
            }
            add(offset..<whole.lowerBound, scopes)
            try enter(found, &regions, before: end)
            if whole.upperBound > offset { isStuck = [] }
            offset = max(offset, whole.upperBound)
            // A region that begins or ends without taking a character may do so once for each depth.
            guard isStuck.insert(regions.count).inserted || whole.upperBound > whole.lowerBound else {
                offset += 1; continue
            }
        }
    }

    // MARK: What matches next

    enum Role { case match, begin, end }

    struct Found {
        let rule: TextMateRule
        let grammar: String
        let role: Role
        let match: GrammarRegexp.Match
    }

    /// The leftmost match; at the same place injections come first, then the end of the region, then the rules in order.
    private mutating func nearest(to offset: Int, _ regions: [GrammarTokenizer.Region]) throws -> Found? {
        var best: Found?
        for candidate in library.injected(into: regions.last?.contentScopes ?? [root]) {
            try consider(candidate, offset, &best)
        }
        if let region = regions.last, region.rule.while == nil, let ending = region.ending,
            let match = try search(ending, offset)
        {
            keep(Found(rule: region.rule, grammar: region.grammar, role: .end, match: match), &best)
        }
        for candidate in library.rules(in: regions.last) { try consider(candidate, offset, &best) }
        return best
    }

    private mutating func consider(_ candidate: GrammarLibrary.Candidate, _ offset: Int, _ best: inout Found?) throws {
        guard let match = try search(candidate.regexp, offset) else { return }
        let role = candidate.rule.match != nil ? Role.match : .begin
        keep(Found(rule: candidate.rule, grammar: candidate.grammar, role: role, match: match), &best)
    }

    private func keep(_ found: Found, _ best: inout Found?) {
        guard let start = found.match[0]?.lowerBound, start < best?.match[0]?.lowerBound ?? .max else { return }
        best = found
    }

    /// An expression is looked for again only when the line has been read past its last find.
    private mutating func search(_ regexp: GrammarRegexp, _ offset: Int) throws -> GrammarRegexp.Match? {
        let key = ObjectIdentifier(regexp)
        if let known = searches[key] {
            guard let start = known?[0]?.lowerBound else { return nil }
            if start >= offset { return known }
        }
        let match = try regexp.firstMatch(in: line, from: offset)
        searches[key] = .some(match)
        return match
    }

    // MARK: What a match means

    private mutating func enter(_ found: Found, _ regions: inout [GrammarTokenizer.Region], before end: Int) throws {
        let rule = found.rule
        let around = regions.last?.contentScopes ?? [root]
        switch found.role {
        case .match:
            try add(found, rule.captures, around + scopes(rule.name), end)
        case .begin:
            let scopes = around + scopes(rule.name)
            try add(found, rule.beginCaptures ?? rule.captures, scopes, end)
            regions.append(
                GrammarTokenizer.Region(
                    rule: rule, grammar: found.grammar, ending: try ending(of: rule, found.match), scopes: scopes,
                    contentScopes: scopes + self.scopes(rule.contentName)))
        case .end:
            let region = regions.removeLast()
            try add(found, rule.endCaptures ?? rule.captures, region.scopes, end)
        }
    }

    func scopes(_ name: String?) -> [String] { name?.split(separator: " ").map(String.init) ?? [] }

    private func ending(of rule: TextMateRule, _ match: GrammarRegexp.Match) throws -> GrammarRegexp? {
        guard var source = rule.while ?? rule.end else { return nil }
        for group in 1..<10 where source.contains("\\\(group)") {
            let text = match.count > group ? match[group].map { String(decoding: line[$0], as: UTF8.self) } ?? "" : ""
            source = source.replacing("\\\(group)", with: text.map { "\\x{\(hex($0))}" }.joined())
        }
        return try library.regexp(source)
    }

    private func hex(_ character: Character) -> String {
        character.unicodeScalars.map { String($0.value, radix: 16) }.joined(separator: "}\\x{")
    }
}
