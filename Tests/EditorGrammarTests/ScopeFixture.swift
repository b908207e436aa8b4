import Foundation

/// A script with the scopes of each run below its line: `#   ^^^^ keyword.other.trigger.tag.sc`. What begins in the
/// first column is marked `#<---`. The root scope is not repeated; runs that have only that one, and blanks, are left out.
struct ScopeFixture {
    let file: URL
    let text: String

    static func all() throws -> [ScopeFixture] {
        try TestFolders.scripts(below: TestFolders.fixtures)
            .map { ScopeFixture(file: $0, text: try String(contentsOf: $0, encoding: .utf8)) }
    }

    var name: String { file.lastPathComponent }

    /// The script without its marks.
    var script: [String] { lines.filter { !Self.isMark($0) } }

    /// The script with the marks that it should have.
    func marked(by library: GrammarLibrary) throws -> String {
        var tokenizer = GrammarTokenizer(library)
        return try script.map { line in
            let marks = try tokenizer.runs(of: line).compactMap { Self.mark($0, in: line) }
            return ([line] + marks).joined(separator: "\n") + "\n"
        }.joined()
    }

    private var lines: [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func isMark(_ line: String) -> Bool { line.prefixMatch(of: /(?:[#] *\^+|[#]<-+)\ /) != nil }

    private static func mark(_ run: ScopedRun, in line: String) -> String? {
        let isBlank = Array(line.utf8)[run.range].allSatisfy { $0 == UInt8(ascii: " ") }
        guard run.scopes.count > 1, !isBlank else { return nil }
        let start = columns(line, before: run.range.lowerBound)
        let length = columns(line, before: run.range.upperBound) - start
        let arrow =
            start == 0
            ? "#<" + String(repeating: "-", count: length)
            : "#" + String(repeating: " ", count: start - 1) + String(repeating: "^", count: length)
        return ([arrow] + run.scopes.dropFirst()).joined(separator: " ")
    }

    private static func columns(_ line: String, before offset: Int) -> Int {
        String(decoding: Array(line.utf8)[..<offset], as: UTF8.self).unicodeScalars.count
    }
}
