import SourceText

/// Where one line goes.
struct LinePlan {
    enum Margin {
        /// The text begins in this column.
        case column(Int)
        /// So many blanks, then these bytes of the old margin: they are part of a text that the language reads.
        case columnThen(Int, SourceSpan)
        /// The line lies inside a text of JavaScript: no byte of its margin moves.
        case untouched

        var column: Int? {
            if case .column(let column) = self { column } else { nil }
        }
    }

    enum Content {
        /// Tags, values, parameters: single blanks between them.
        case tokens
        /// A line of buttons: single blanks around its arrow.
        case valueLine
        /// Code and comments: as they are.
        case verbatim
    }

    var margin: Margin
    var content = Content.tokens
    /// The text of JavaScript that lies over the line's end keeps the blanks there.
    var keepsTrailingBlanks = false
    /// Blank lines before it mean something, or belong to code.
    var keepsBlankLines = false
    /// A blank line parts it from what stands before.
    var wantsBlankLine = false
    /// Lines that nobody understood move with the last line of this kind.
    var isAnchor = false

    init(_ margin: Margin, _ content: Content = .tokens) {
        self.margin = margin
        self.content = content
    }
}
