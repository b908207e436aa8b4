/// Prints a diagnostic for people: the head line, the line of source with carets under the place, the hint.
///
/// ```
/// src/main.sc:4:14: error[link/unknown-state]: Unknown state `/Ordr`.
///    4 |         go!: /Ordr
///      |              ^^^^^
///      = There is `/Order`; did you mean that?
/// ```
package struct DiagnosticRenderer: Sendable {
    /// ANSI colours; leave off for pipes and files.
    package var isColoured: Bool
    /// The columns of a source line that are shown; longer lines are cut around the place.
    package var width: Int

    package init(isColoured: Bool = false, width: Int = 100) {
        self.isColoured = isColoured
        self.width = max(width, 20)
    }

    /// The text of one diagnostic, without a line end after it. Without its file there is no source line.
    package func render(_ diagnostic: Diagnostic, in file: SourceFile?) -> String {
        lines(of: diagnostic, in: file).joined(separator: "\n")
    }

    private func lines(of diagnostic: Diagnostic, in file: SourceFile?) -> [String] {
        let number = String(diagnostic.start.line)
        let gutter = String(repeating: " ", count: max(4, number.count))
        var lines = [head(of: diagnostic)]
        if let file {
            let excerpt = SourceExcerpt(file: file, diagnostic: diagnostic, width: width)
            let label = String(gutter.dropLast(number.count)) + number
            lines.append("\(paint(label + " |", .faint)) \(excerpt.text)")
            lines.append("\(paint(gutter + " |", .faint)) \(paint(excerpt.carets, colour(diagnostic.severity)))")
        }
        if let hint = diagnostic.hint { lines.append("\(paint(gutter + " =", .faint)) \(hint)") }
        return lines
    }

    private func head(of diagnostic: Diagnostic) -> String {
        let place = "\(diagnostic.file):\(diagnostic.start.line):\(diagnostic.start.column):"
        let kind = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]:", colour(diagnostic.severity))
        return "\(paint(place, .bold)) \(kind) \(diagnostic.message)"
    }

    private enum Colour: String { case red = "1;31", yellow = "1;33", blue = "1;34", bold = "1", faint = "2" }

    private func colour(_ severity: Diagnostic.Severity) -> Colour {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .note: .blue
        }
    }

    private func paint(_ text: String, _ colour: Colour) -> String {
        isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }
}
