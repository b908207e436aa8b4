import ScriptSyntax
import SourceText

/// Finds the comments `ringback: allow …` of a file and what they hold for.
enum AllowanceReader {
    static func read(_ tree: ScriptTree) -> [Allowance] {
        let comments = comments(in: tree.source).filter { isComment($0, in: tree) }
        guard !comments.isEmpty else { return [] }
        var extents = TagExtents(file: tree.source)
        extents.collect(tree.items)
        let content = ContentLines(tree.source)
        return comments.flatMap { allowances($0, in: tree.source, extents: extents, content) }
    }

    /// Of JavaScript (`//`) and YAML (`#`).
    static func read(_ file: SourceFile) -> [Allowance] {
        let comments = comments(in: file)
        guard !comments.isEmpty else { return [] }
        let content = ContentLines(file)
        return comments.flatMap { allowances($0, in: file, extents: TagExtents(file: file), content) }
    }

    /// A comment of that kind: from its mark to the end of its line.
    private struct Comment {
        let start: Int
        /// Where the codes begin.
        let codes: Int
        let end: Int
        let line: Int
        let isAlone: Bool
    }

    private static let opening: StaticString = "ringback:"
    private static let verb = Array("allow".utf8)

    private static func comments(in file: SourceFile) -> [Comment] {
        let bytes = file.bytes
        let hasHash = !file.path.hasSuffix(".js")
        return file.occurrences(of: opening).compactMap { hit -> Comment? in
            let line = file.position(at: hit).line
            let end = file.lineStarts.indices.contains(line) ? file.lineStarts[line] - 1 : bytes.count
            var start = hit
            while start > file.lineStarts[line - 1], bytes[start - 1].isBlank { start -= 1 }
            if start > 0, bytes[start - 1] == .hash, hasHash {
                start -= 1
            } else if start > 1, bytes[start - 1] == .slash, bytes[start - 2] == .slash {
                start -= 2
            } else {
                return nil
            }
            var codes = hit + opening.utf8CodeUnitCount
            while codes < end, bytes[codes].isBlank { codes += 1 }
            guard bytes[codes..<end].starts(with: verb),
                codes + verb.count == end || !bytes[codes + verb.count].isCodeByte
            else { return nil }
            let isAlone = bytes[file.lineStarts[line - 1]..<start].allSatisfy { $0.isBlank || $0 > 0x7F }
            return Comment(start: start, codes: codes + verb.count, end: end, line: line, isAlone: isAlone)
        }
    }

    /// Whether the tree also takes it for a comment, not for words of an answer.
    private static func isComment(_ comment: Comment, in tree: ScriptTree) -> Bool {
        var low = 0
        var high = tree.pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if tree.pieces[middle].span.start <= comment.start { low = middle } else { high = middle }
        }
        guard tree.pieces.indices.contains(low) else { return false }
        return tree.pieces[low].kind == .comment || tree.pieces[low].kind == .code
    }

    private static func allowances(
        _ comment: Comment, in file: SourceFile, extents: TagExtents, _ content: ContentLines
    ) -> [Allowance] {
        let lines = lines(of: comment, in: file, extents: extents, content)
        return codes(of: comment, in: file).map { span in
            Allowance(code: file.text(in: span), span: span, file: file, lines: lines)
        }
    }

    private static func codes(of comment: Comment, in file: SourceFile) -> [SourceSpan] {
        var result: [SourceSpan] = []
        var position = comment.codes
        while position < comment.end {
            guard file.bytes[position].isCodeByte else { position += 1; continue }
            let start = position
            while position < comment.end, file.bytes[position].isCodeByte { position += 1 }
            result.append(SourceSpan(start, position))
        }
        return result
    }

    /// The whole file from its top, else the tag of the line or of the next line that is not empty.
    private static func lines(of comment: Comment, in file: SourceFile, extents: TagExtents, _ content: ContentLines)
        -> ClosedRange<Int>
    {
        if comment.isAlone, comment.line < content.first { return 1...file.lineStarts.count }
        let line = comment.isAlone ? content.next(after: comment.line) : comment.line
        return min(comment.line, line)...max(extents.lastLine[line] ?? line, line)
    }
}

/// Which lines of a file are neither empty nor a comment alone.
private struct ContentLines {
    /// For each line, from 1, the next one with content; the last line when there is none.
    private let following: [Int]

    init(_ file: SourceFile) {
        let count = file.lineStarts.count
        var following = Array(repeating: count, count: count + 1)
        for line in stride(from: count - 1, through: 0, by: -1) {
            following[line] = file.isEmptyOrComment(line: line + 1) ? following[line + 1] : line + 1
        }
        self.following = following
    }

    var first: Int { following[0] }

    func next(after line: Int) -> Int { following[min(line, following.count - 1)] }
}

/// For each line on which a tag begins the last line of what is nested below it.
struct TagExtents {
    let file: SourceFile
    private(set) var lastLine: [Int: Int] = [:]

    init(file: SourceFile) { self.file = file }

    mutating func collect(_ items: [ScriptItem]) {
        for item in items { _ = collect(item) }
    }

    /// The parser's limit of nesting keeps the recursion shallow.
    private mutating func collect(_ item: ScriptItem) -> Int {
        switch item {
        case .tag(let tag):
            var end = max(tag.span.end, tag.value?.span.end ?? 0, tag.code?.span.end ?? 0)
            for nested in tag.items { end = max(end, collect(nested)) }
            lastLine[file.position(at: tag.span.start).line] = file.position(at: max(end - 1, tag.span.start)).line
            return end
        case .pattern(let definition):
            lastLine[file.position(at: definition.span.start).line] = file.position(at: definition.span.end).line
            return definition.span.end
        case .setting(let setting): return setting.value.span.end
        case .line(let text), .comment(let text): return text.span.end
        }
    }
}

extension SourceFile {
    fileprivate func isEmptyOrComment(line: Int) -> Bool {
        let text = self.line(line).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return text.isEmpty || text.hasPrefix("#") || text.hasPrefix("//")
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D }

    /// A byte of `check/unused-pattern`.
    fileprivate var isCodeByte: Bool {
        switch self {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, .slash, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
