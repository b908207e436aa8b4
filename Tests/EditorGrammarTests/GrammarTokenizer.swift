/// A run of characters with the same scopes, the outermost scope first. Offsets count the bytes of the line.
struct ScopedRun: Equatable {
    var range: Range<Int>
    let scopes: [String]
}

/// Goes over a text line by line as editors do: regions that are open at the end of a line go on in the next one.
struct GrammarTokenizer {
    let library: GrammarLibrary
    private(set) var regions: [Region] = []
    private let root: String

    /// A `begin` rule that has not ended yet.
    struct Region {
        let rule: TextMateRule
        let grammar: String
        /// `end` or `while` with the groups of `begin` put in.
        let ending: GrammarRegexp?
        let scopes: [String]
        let contentScopes: [String]
    }

    init(_ library: GrammarLibrary) {
        self.library = library
        root = library.main.scopeName
    }

    /// The scopes of the regions that are open now.
    var openScopes: [String] { regions.last?.contentScopes ?? [root] }

    mutating func runs(of line: String) throws -> [ScopedRun] {
        var pass = LinePass(library: library, root: root, line: Array(line.utf8) + [UInt8(ascii: "\n")])
        try keepOpenRegions(for: &pass)
        try pass.read(&regions, from: 0, to: pass.line.count)
        return pass.finished
    }

    /// A region with `while` is over when its condition no longer holds, with all that is open inside.
    private mutating func keepOpenRegions(for pass: inout LinePass) throws {
        for (index, region) in regions.enumerated() where region.rule.while != nil {
            guard try region.ending?.firstMatch(in: pass.line, from: 0) == nil else { continue }
            regions.removeSubrange(index...)
            return
        }
    }
}
