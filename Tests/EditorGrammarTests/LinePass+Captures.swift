/// The scopes of a match and of its groups.
extension LinePass {
    mutating func add(
        _ found: Found, _ captures: [String: TextMateRule]?, _ scopes: [String], _ end: Int
    ) throws {
        guard let whole = found.match[0]?.clamped(to: 0..<end), !whole.isEmpty else { return }
        var layers = [(range: whole, scopes: scopes)]
        var offset = whole.lowerBound
        for group in found.match.indices {
            guard let rule = captures?[String(group)], let range = found.match[group]?.clamped(to: whole),
                !range.isEmpty
            else { continue }
            close(&layers, to: range.lowerBound, &offset)
            let inner = layers[layers.count - 1].scopes + self.scopes(rule.name)
            if rule.patterns != nil {
                add(offset..<range.lowerBound, layers[layers.count - 1].scopes)
                try readPiece(range, rule, found.grammar, inner)
                offset = range.upperBound
            } else {
                add(offset..<range.lowerBound, layers[layers.count - 1].scopes)
                offset = range.lowerBound
                layers.append((range, inner))
            }
        }
        close(&layers, to: whole.upperBound, &offset)
        add(offset..<whole.upperBound, scopes)
    }

    /// Ends the groups that end before an offset.
    private mutating func close(
        _ layers: inout [(range: Range<Int>, scopes: [String])], to limit: Int, _ offset: inout Int
    ) {
        while layers.count > 1, let last = layers.last, last.range.upperBound <= limit {
            add(offset..<max(offset, last.range.upperBound), last.scopes)
            offset = max(offset, last.range.upperBound)
            layers.removeLast()
        }
    }

    /// A captured piece with rules of its own is read like a line that ends with it.
    private mutating func readPiece(_ range: Range<Int>, _ rule: TextMateRule, _ grammar: String, _ scopes: [String])
        throws
    {
        var pass = LinePass(library: library, root: root, line: Array(line[..<range.upperBound]))
        var regions = [
            GrammarTokenizer.Region(rule: rule, grammar: grammar, ending: nil, scopes: scopes, contentScopes: scopes)
        ]
        try pass.read(&regions, from: range.lowerBound, to: range.upperBound)
        runs += pass.runs
    }

    mutating func add(_ range: Range<Int>, _ scopes: [String]) {
        if !range.isEmpty { runs.append(ScopedRun(range: range, scopes: scopes)) }
    }
}
