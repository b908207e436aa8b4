/// Neighbouring lines of a file as edits would leave them.
struct EditPreview {
    let file: SourceFile
    /// The first line that changes, from 1.
    private let firstLine: Int
    private let old: [String]
    private let new: [String]
    /// In the first of `new`, the bytes that the first edit has written.
    private let change: SourceSpan

    /// More than this is not shown: of lines, of places, and of the bytes of a line.
    private static let mostLines = 4
    private static let mostPlaces = 4
    private static let longestLine = 4096

    /// One for each group of edits that touch the same lines; none of edits that cannot be made.
    static func previews(of edits: [TextEdit], in files: [String: SourceFile]) -> [EditPreview] {
        var previews: [EditPreview] = []
        var rest = edits.sorted { ($0.file, $0.span.start) < ($1.file, $1.span.start) }[...]
        while let first = rest.first, previews.count < mostPlaces {
            guard let file = files[first.file], file.canTake(first) else {
                rest.removeFirst()
                continue
            }
            var lines = file.lines(touchedBy: first)
            var group: [TextEdit] = []
            while let edit = rest.first, edit.file == file.path, file.canTake(edit),
                file.lineNumber(at: edit.span.start) <= lines.upperBound, (group.last?.span.end ?? 0) <= edit.span.start
            {
                lines = lines.lowerBound...max(lines.upperBound, file.lines(touchedBy: edit).upperBound)
                group.append(edit)
                rest.removeFirst()
            }
            guard !group.isEmpty else {
                rest.removeFirst()
                continue
            }
            if let preview = EditPreview(file, lines, group) { previews.append(preview) }
        }
        return previews
    }

    private init?(_ file: SourceFile, _ lines: ClosedRange<Int>, _ edits: [TextEdit]) {
        let start = file.lineSpan(lines.lowerBound).start
        let last = file.lineSpan(lines.upperBound).end
        let end = max(last, edits.last?.span.end ?? last)
        guard end - start <= Self.longestLine * Self.mostLines, let first = edits.first else { return nil }
        self.file = file
        firstLine = lines.lowerBound
        let before = String(decoding: file.bytes[start..<end], as: UTF8.self)
        let after = file.applying(edits, from: start, to: end)
        old = Self.lines(of: before)
        // A text that ends with the line end that it began with has lost whole lines.
        new = after.isEmpty && end > last ? [] : Self.lines(of: after)
        let written = first.replacement.utf8.prefix { $0 != UInt8(ascii: "\n") }.count
        change = SourceSpan(first.span.start - start, first.span.start - start + written)
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: /\r?\n/, omittingEmptySubsequences: false).map(String.init)
        if lines.count > 1, lines.last == "" { lines.removeLast() }
        return lines
    }

    func lines(_ margin: Margin, width: Int) -> [String] {
        guard !new.isEmpty else { return numbered(old, width) { margin.removed($0, $1) } }
        return numbered(new, width) { margin.added($0, $1) }
    }

    private func numbered(_ texts: [String], _ width: Int, _ row: (Int, String) -> String) -> [String] {
        let rows = texts.prefix(Self.mostLines).enumerated().map { index, text in
            let bytes = Array(text.utf8)
            let place = index == 0 ? change : SourceSpan(0, 0)
            let excerpt = SourceExcerpt(of: bytes, line: SourceSpan(0, bytes.count), place: place, width: width)
            return row(firstLine + index, excerpt.text)
        }
        return texts.count > Self.mostLines ? rows + [row(firstLine + Self.mostLines, "…")] : rows
    }
}

extension SourceFile {
    fileprivate func canTake(_ edit: TextEdit) -> Bool {
        edit.span.start >= 0 && edit.span.start <= edit.span.end && edit.span.end <= bytes.count
    }

    /// The lines that an edit begins and ends on; the line after a removed line end is not one of them.
    fileprivate func lines(touchedBy edit: TextEdit) -> ClosedRange<Int> {
        let first = lineNumber(at: edit.span.start)
        let last = lineNumber(at: edit.span.end)
        let endsWithLine = edit.span.end > edit.span.start && lineStarts[last - 1] == edit.span.end
        let startsLine = lineStarts[first - 1] == edit.span.start
        return first...(endsWithLine && startsLine && edit.replacement.isEmpty ? max(first, last - 1) : last)
    }
}
