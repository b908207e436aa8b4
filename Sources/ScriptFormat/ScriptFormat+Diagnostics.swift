import SourceText

extension Diagnostic {
    /// The code of our own fault: `ringback format` ends with the status for that.
    package static let unsafeLayoutCode = "format/unsafe"

    static func ambiguousTabs(in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "format/ambiguous-tabs",
            "The file is left as it is: what this line belongs to depends on how wide a tab is.",
            hint: "Replace the tabs by 4 blanks each where you mean that, look at the nesting, and format again.",
            in: file, at: span)
    }

    static func mistakesInTheWay(_ mistake: Diagnostic, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "format/mistakes",
            "The file is left as it is, for it has mistakes that make its layout doubtful; the first one is here.",
            hint: "Run `ringback check` on it, mend what is found, and format again.", in: file, at: mistake.span)
    }

    static func unsafeLayout(_ objection: FormatProof.Objection, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .error, unsafeLayoutCode,
            "The file is left as it is: in the new layout \(objection.text) This is a fault of the formatter, "
                + "not of the script.",
            hint: "Please report it with this part of the script.", in: file, at: objection.span)
    }

    static func indentationRestored(in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "format/indentation-restored",
            "Lines that had lost their indentation were moved below the tag that they were read with.",
            hint: "Read the nesting again from here on.", in: file, at: span)
    }
}
