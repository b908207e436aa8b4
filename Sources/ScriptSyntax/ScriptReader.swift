import SourceText

/// The parser: goes down the lines once, with a stack of open tags instead of recursion.
struct ScriptReader {
    let source: SourceFile
    let bytes: ScriptBytes
    /// Measured once, for a line is looked at several times before it is read.
    let lines: [ScriptLine]
    var pieces: PieceWriter
    var report: FindingReport
    var open = OpenTags()
    var misspelt: MisspeltTags
    /// The line to be read next.
    var next = 0
    /// Comments that wait for the line after them, which tells where they belong.
    var comments: [(text: PlacedText, indent: Int)] = []
    /// The last line that could not be understood; a run of them is reported once.
    var lastUnknown: (line: Int, indent: Int)?
    var isFirstLine = true
    /// Tabs occur in indents; whether their width matters is told once.
    var hasTabs = false
    var hasAmbiguousTabs = false

    init(source: SourceFile, bytes: ScriptBytes, ownTags: Set<String>) {
        self.source = source
        misspelt = MisspeltTags(ownTags: ownTags)
        self.bytes = bytes
        lines = ScriptLine.lines(of: source, in: bytes)
        pieces = PieceWriter(bytes)
        report = FindingReport(source: source)
    }

    mutating func read() -> (ScriptTree, [Diagnostic]) {
        checkBytes()
        while next < source.lineStarts.count {
            let line = line(next)
            if line.isBlank { next += 1 } else { read(line) }
        }
        placeComments(before: 0)
        pieces.finish()
        let items = open.closeAll() + comments.map { .comment($0.text) }
        for doubt in UnevenIndent.all(in: items) { report.add(doubt) }
        return (ScriptTree(source: source, items: items, pieces: pieces.pieces), report.diagnostics)
    }

    func line(_ index: Int) -> ScriptLine { lines[index] }

    private mutating func read(_ line: ScriptLine) {
        if isCommentLine(line) { return readComment(line) }
        checkIndent(of: line)
        if isAnnotation(line) { return readAnnotation(line) }
        if let head = tagHead(of: line) { return readTag(head, line) }
        if readNestedLine(line) { return }
        recover(line)
    }

    // MARK: Comments and annotations

    /// `#` begins a comment line everywhere; `//` does too, save in a text, where it may be an address.
    func isCommentLine(_ line: ScriptLine, in style: ValueStyle = .plain) -> Bool {
        bytes[line.textStart] == UInt8(ascii: "#") || style != .text && bytes.starts(line.textStart, with: "//")
    }

    mutating func readComment(_ line: ScriptLine) {
        pieces.add(.comment, line.textStart, line.textEnd)
        comments.append((placed(line.textStart, line.textEnd), line.indent))
        next = line.index + 1
    }

    /// A comment further in than the coming line belongs to the block that ends, the others to what follows.
    mutating func placeComments(before indent: Int) {
        let ending = comments.prefix { $0.indent > indent }
        for comment in ending {
            open.close(to: comment.indent)
            open.add(.comment(comment.text))
        }
        comments.removeFirst(ending.count)
    }

    mutating func placeRemainingComments() {
        for comment in comments { open.add(.comment(comment.text)) }
        comments.removeAll()
    }

    /// `@Name` alone on its line: what the graphical editor remembers about a block.
    func isAnnotation(_ line: ScriptLine) -> Bool {
        guard bytes[line.textStart] == UInt8(ascii: "@"), line.textStart + 1 < line.textEnd else { return false }
        let end = bytes.wordEnd(line.textStart + 1, line.textEnd)
        let after = bytes.skipBlanks(end, line.textEnd)
        return end > line.textStart + 1 && (after == line.textEnd || bytes[after] == UInt8(ascii: "{"))
    }

    /// Skips the annotation with the JSON below it, which may begin in the same column.
    private mutating func readAnnotation(_ line: ScriptLine) {
        var brackets = BracketScanner.script
        var last = line
        var parts = [TextPart(start: line.textStart, end: line.textEnd, column: nil, lineStart: line.start)]
        pieces.add(.comment, line.textStart, line.textEnd)
        brackets.read(bytes, line.textStart, line.textEnd)
        var index = line.index + 1
        while index < source.lineStarts.count {
            let following = self.line(index)
            index += 1
            if following.isBlank { continue }
            let isBrace = bytes[following.textStart] == UInt8(ascii: "{")
            let opensInSameColumn = isBrace && following.indent == line.indent && last.index == line.index
            guard following.indent > line.indent || brackets.isOpen || opensInSameColumn else { break }
            pieces.add(.comment, following.textStart, following.textEnd)
            brackets.read(bytes, following.textStart, following.textEnd)
            parts.append(TextPart(following))
            last = following
        }
        if let text = TextAssembly(bytes: bytes).block(parts) { comments.append((text, line.indent)) }
        next = last.index + 1
    }

    // MARK: Places

    func placed(_ start: Int, _ end: Int) -> PlacedText {
        PlacedText(text: bytes.text(start, end), span: SourceSpan(start, end))
    }
}
