import ScriptSyntax
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

    static func mistakesInTheWay(at span: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, "format/mistakes",
            "The file is left as it is, for it has mistakes that make its layout doubtful; the first one is here.",
            hint: "Run `ringback check` on it, mend what is found, and format again.", in: file, at: span)
    }

    static func doubtful(_ nesting: DoubtfulNesting, in file: SourceFile) -> Diagnostic {
        switch nesting {
        case .uneven(let tag, let other):
            Diagnostic(
                .warning, "format/doubtful-nesting",
                "The file is left as it is: this tag stands beside `\(other.name.text):` of line "
                    + "\(file.position(at: other.span.start).line), but in another column.",
                hint: "Put tags that belong to the same tag into the same column, and format again.",
                in: file, at: tag.span
            ).labelled("the tag beside it", in: file, at: other.span)
        case .misplaced(let tag, let owner):
            Diagnostic(
                .warning, "format/doubtful-nesting",
                "The file is left as it is: this tag stands below `\(owner.name.text):`, which takes no such tag.",
                hint: "Move it to the column of the tag that it belongs to, and format again.", in: file, at: tag.span
            ).labelled("the tag above it", in: file, at: owner.span)
        }
    }

    static func textInTheWay(in file: SourceFile, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "format/text-in-the-way",
            "The file is left as it is: this line is part of a text over several lines, and further to the right its "
                + "script would end here.",
            hint: "Write the text on one line, with `\\n` where it breaks, and format again.", in: file, at: span)
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
