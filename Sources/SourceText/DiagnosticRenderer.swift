/// Prints a diagnostic for people: the head line, the lines of source with carets under the place, what other places
/// have to do with it, the hint, and the line as a fix would leave it.
///
/// ```
/// src/main.sc:7:14: error[link/unknown-state]: Unknown state `/Ordr`.
///    3 |     state: Order
///      |     ------------ the nearest one
///      …
///    7 |         go!: /Ordr
///      |              ^^^^^
///      = There is `/Order`; did you mean that?
///      = fix: write `/Order`
///    7 +         go!: /Order
/// ```
package struct DiagnosticRenderer: Sendable {
    /// ANSI colours; leave off for pipes and files.
    package var isColoured: Bool
    /// The columns of a source line that are shown; longer lines are cut around the place.
    package var width: Int
    /// What people read instead of `SourceFile.path`: the path from where they stand.
    package var shownPath: @Sendable (String) -> String

    package init(
        isColoured: Bool = false, width: Int = 100, shownPath: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.isColoured = isColoured
        self.width = max(width, 20)
        self.shownPath = shownPath
    }

    /// The text of one diagnostic, without a line end after it. Of a file that is not given no line is shown.
    ///
    /// - Parameter files: the files by `SourceFile.path`.
    package func render(_ diagnostic: Diagnostic, in files: [String: SourceFile]) -> String {
        let margin = Margin(of: diagnostic, in: files, isColoured: isColoured)
        var lines = [head(of: diagnostic)]
        lines += placeLines(of: diagnostic, in: files, margin)
        if let hint = diagnostic.hint { lines.append(margin.remark(hint.asOneLine)) }
        for fix in diagnostic.fixIts { lines += fixLines(of: fix, diagnostic, in: files, margin) }
        return lines.joined(separator: "\n")
    }

    private func head(of diagnostic: Diagnostic) -> String {
        let place = place(diagnostic.file, diagnostic.start) + ":"
        let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]:"
        let paint = Paint(isOn: isColoured)
        return paint.bold(place) + " " + paint.severity(diagnostic.severity, kind) + " " + diagnostic.message.asOneLine
    }

    private func place(_ file: String, _ position: SourcePosition) -> String {
        "\(shownPath(file).asOneLine):\(position.line):\(position.column)"
    }

    // MARK: Places

    /// The diagnostic's own file first, then other files in the order in which labels name them.
    private func placeLines(of diagnostic: Diagnostic, in files: [String: SourceFile], _ margin: Margin) -> [String] {
        var lines: [String] = []
        let drawing = PlaceDrawing(margin: margin, severity: diagnostic.severity, width: width)
        if let file = files[diagnostic.file], !diagnostic.isConfidential {
            let own = diagnostic.labels.filter { $0.file == file.path }.map { Mark($0) }
            lines += drawing.lines([Mark(diagnostic, in: file)] + own, in: file)
        }
        var seen: Set<String> = files[diagnostic.file] == nil ? [] : [diagnostic.file]
        for label in diagnostic.labels where seen.insert(label.file).inserted {
            let labels = diagnostic.labels.filter { $0.file == label.file }
            if let file = files[label.file] {
                lines.append(margin.arrow(place(label.file, label.start)))
                lines += drawing.lines(labels.map { Mark($0) }, in: file)
            } else {
                lines += labels.map {
                    margin.remark("\(place($0.file, $0.start)): \($0.message.asOneLine)")
                }
            }
        }
        return lines
    }

    // MARK: Fixes

    private func fixLines(
        of fix: Diagnostic.FixIt, _ diagnostic: Diagnostic, in files: [String: SourceFile], _ margin: Margin
    ) -> [String] {
        var lines: [String] = []
        // "Write `/Order`." as a hint says it already.
        if diagnostic.hint?.hasPrefix(fix.title) != true {
            lines.append(margin.remark("fix: " + fix.title.asOneLine.withSmallFirstLetter))
        }
        var shown = diagnostic.file
        for preview in EditPreview.previews(of: fix.edits, in: files) {
            if preview.file.path != shown {
                lines.append(margin.arrow(shownPath(preview.file.path).asOneLine))
                shown = preview.file.path
            }
            lines += preview.lines(margin, width: width)
        }
        return lines
    }
}

extension String {
    /// Without line ends; control characters, which a quoted script may hold, are shown.
    var asOneLine: String {
        guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
        var result = UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar == "\n" {
                result.append(" ")
            } else if scalar.isUnprintable {
                result += scalar.picture.unicodeScalars
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    fileprivate var withSmallFirstLetter: String { prefix(1).lowercased() + dropFirst() }
}
