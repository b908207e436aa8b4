/// A place to be shown: the diagnostic's own, or a label's with its words.
struct Mark {
    let span: SourceSpan
    let message: String?
    let isMain: Bool

    init(_ diagnostic: Diagnostic, in file: SourceFile) {
        span = diagnostic.span
        let isEnd = diagnostic.span.start >= file.bytes.count
        message = isEnd ? "the file ends here" : nil
        isMain = true
    }

    init(_ label: Diagnostic.Label) {
        span = label.span
        message = label.message
        isMain = false
    }
}

/// Draws marked lines of one file, each line once, from top to bottom.
struct PlaceDrawing {
    let margin: Margin
    let severity: Diagnostic.Severity
    let width: Int

    /// What is underlined on one line.
    private struct Stroke {
        let line: Int
        /// Bytes of the file, on that line.
        let place: SourceSpan
        let message: String?
        let isMain: Bool
    }

    func lines(_ marks: [Mark], in file: SourceFile) -> [String] {
        let strokes = marks.flatMap { self.strokes(of: $0, in: file) }.sorted {
            ($0.line, $0.place.start, $0.isMain ? 0 : 1) < ($1.line, $1.place.start, $1.isMain ? 0 : 1)
        }
        var lines: [String] = []
        var last: (line: Int, text: String)?
        for stroke in strokes {
            let excerpt = SourceExcerpt(
                of: file.bytes, line: file.lineSpan(stroke.line), place: stroke.place, width: width)
            if last?.line != stroke.line || last?.text != excerpt.text {
                lines += bridge(from: last?.line, to: stroke.line, in: file)
                lines.append(margin.source(stroke.line, excerpt.text))
            }
            last = (stroke.line, excerpt.text)
            lines.append(margin.underline(underline(excerpt, stroke)))
        }
        return lines
    }

    private func underline(_ excerpt: SourceExcerpt, _ stroke: Stroke) -> String {
        let signs = String(repeating: stroke.isMain ? "^" : "-", count: excerpt.markWidth)
        let words = stroke.message.map { " " + $0.asOneLine } ?? ""
        let drawn = stroke.isMain ? margin.paint.severity(severity, signs + words) : margin.paint.label(signs + words)
        return String(repeating: " ", count: excerpt.markColumn) + drawn
    }

    /// What stands between two marked lines: a single line is shown, more are left out.
    private func bridge(from last: Int?, to line: Int, in file: SourceFile) -> [String] {
        guard let last, line > last + 1 else { return [] }
        guard line == last + 2 else { return [margin.gap] }
        let between = file.lineSpan(last + 1)
        let start = SourceSpan(between.start, between.start)
        return [
            margin.source(
                last + 1, SourceExcerpt(of: file.bytes, line: between, place: start, width: width).text)
        ]
    }

    /// One stroke for a place on one line; for a longer one its first and its last line.
    private func strokes(of mark: Mark, in file: SourceFile) -> [Stroke] {
        let span = file.visible(mark.span)
        let first = file.lineNumber(at: span.start)
        let last = file.lineNumber(at: span.end)
        guard last > first else {
            return [Stroke(line: first, place: span, message: mark.message, isMain: mark.isMain)]
        }
        let top = SourceSpan(span.start, max(span.start, file.lineSpan(first).end))
        let bottom = SourceSpan(min(file.firstInk(ofLine: last), span.end), span.end)
        return [
            Stroke(line: first, place: top, message: "from here", isMain: mark.isMain),
            Stroke(
                line: last, place: bottom, message: "to here" + (mark.message.map { ": " + $0 } ?? ""),
                isMain: mark.isMain),
        ]
    }
}

extension SourceFile {
    /// The bytes of a line (from 1) without its line end.
    package func lineSpan(_ number: Int) -> SourceSpan {
        guard lineStarts.indices.contains(number - 1) else { return SourceSpan(bytes.count, bytes.count) }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceSpan(start, end)
    }

    /// Within the file, and without line ends at the end.
    fileprivate func visible(_ span: SourceSpan) -> SourceSpan {
        let start = min(max(span.start, 0), bytes.count)
        var end = min(max(span.end, start), bytes.count)
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return SourceSpan(start, end)
    }

    /// Where the first character that is no blank stands.
    fileprivate func firstInk(ofLine number: Int) -> Int {
        let line = lineSpan(number)
        return bytes[line.start..<line.end].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            ?? line.end
    }
}
