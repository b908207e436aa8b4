import SourceText

// What this room says about CSV dictionaries.
extension Diagnostic {
    static func emptyDictionary(_ file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/empty", "This dictionary has no rows.",
            hint: "A row is `id;word,another word;{\"name\": \"value\"}`.", in: file, at: top(file))
    }

    static func rowWithoutColumns(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/columns", "This row has one column, so nothing a caller says leads to it.",
            hint: "Columns are separated by `;`: `id;word,another word;value`.", in: file, at: span)
    }

    static func rowWithoutID(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/no-id", "This row has no id in its first column.",
            hint: "Give it one that no other row has.", in: file, at: span)
    }

    static func rowWithoutSynonyms(_ id: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/no-synonyms", "The row `\(id)` has no words, so nothing a caller says leads to it.",
            hint: "Put words into the second column, separated by commas.", in: file, at: span)
    }

    static func duplicateRecord(_ id: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/duplicate-id", "There is already a row with the id `\(id)`.",
            hint: "Scripts see the value of the last one only. Give this row another id.", in: file, at: span)
    }

    static func unclosedField(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/quote",
            "This field begins with a quote that is not closed on its line; here it is read as if the quote was not there.",
            hint: "Close it, or remove the quote: other programs read all rows up to the next quote as one cell.",
            in: file, at: span)
    }

    static func otherSeparator(_ separator: String, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/separator",
            "The columns of this file seem to be separated by \(separator); a dictionary has `;` between them, so no row has words.",
            hint: "Write `id;word,another word;value`: `;` between columns, `,` between words.", in: file, at: span)
    }

    static func headerRow(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/header",
            "This row looks like the names of the columns, but it is read as a record like the others.",
            hint: "Remove it; a dictionary has no header.", in: file, at: span)
    }

    static func extraColumn(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/extra-column",
            "This row has more than three columns; nothing reads what stands here.",
            hint: "Remove it, or put a value that contains `;` in double quotes.", in: file, at: span)
    }

    static func brokenRecordValue(_ file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "dictionary/value", "This value looks like JSON but is none, so scripts see it as a text.",
            hint: "Keys and texts of JSON stand in double quotes, with commas between them.", in: file, at: span)
    }

    static func unknownDictionary(_ name: String, near: String?, file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link/unknown-dictionary", "There is no dictionary `\(name)`.",
            hint: near.map { "There is `\($0)`; did you mean that?" }
                ?? "Require a `.csv` file with `name = \(name)`.", in: file, at: span)
    }
}
