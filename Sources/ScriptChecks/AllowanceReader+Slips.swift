import ScriptSyntax
import SourceText

// Comments that were meant to allow something and are written another way.
extension AllowanceReader {
    /// Comments that were meant to be of that kind: `# ringback allow CODE`, `# Ringback: disable CODE`.
    static func slips(in tree: ScriptTree) -> [Diagnostic] {
        slips(in: tree.source) { isComment($0, in: tree) }
    }

    static func slips(in file: SourceFile) -> [Diagnostic] { slips(in: file) { _ in true } }

    private static func slips(in file: SourceFile, _ isComment: (Int) -> Bool) -> [Diagnostic] {
        (file.occurrences(of: "ingback") + file.occurrences(of: "INGBACK")).compactMap { hit in
            guard hit > 0, file.bytes[hit - 1] | 0x20 == UInt8(ascii: "r"),
                let start = commentStart(before: hit - 1, in: file), isComment(start)
            else { return nil }
            let line = file.position(at: hit).line
            let end = file.lineStarts.indices.contains(line) ? file.lineStarts[line] - 1 : file.bytes.count
            return slip(SourceSpan(hit - 1, end), in: file)
        }
    }

    /// `nil` for a comment that is written well, and for one that names no code.
    private static func slip(_ span: SourceSpan, in file: SourceFile) -> Diagnostic? {
        let text = file.text(in: span)
        let words = text.split { $0.isWhitespace || $0 == "," }
        guard words.count > 1 else { return nil }
        let isGood = words[0] == "ringback:" && words[1] == "allow" || words[0] == "ringback:allow"
        let codes = words.dropFirst().map { $0.trimming(".;:") }.filter(isCode)
        guard !isGood, !codes.isEmpty else { return nil }
        return NeedlessAllow.slip(codes: codes, in: file, at: trimmed(span, in: file))
    }

    private static func trimmed(_ span: SourceSpan, in file: SourceFile) -> SourceSpan {
        var end = span.end
        while end > span.start, file.bytes[end - 1].isBlank { end -= 1 }
        return SourceSpan(span.start, end)
    }

    private static let stages: Set<Substring> = [
        "syntax", "link", "check", "pattern", "project", "dictionary", "script", "test", "action",
    ]

    /// `check/unused-pattern`.
    private static func isCode(_ word: String) -> Bool {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && stages.contains(parts[0]) && !parts[1].isEmpty
            && word.utf8.allSatisfy(\.isCodeByte)
    }
}

extension Substring {
    fileprivate func trimming(_ signs: String) -> String {
        var text = self
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return String(text)
    }
}
