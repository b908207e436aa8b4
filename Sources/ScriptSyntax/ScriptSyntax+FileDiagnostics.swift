// What is said about whole files.
extension SyntaxFinding {
    static let zeroByte = SyntaxFinding(
        .warning, "zero-byte", "There is a byte of value 0 in this file, which no text holds: the file may be damaged.",
        hint: "Open it in an editor that shows such bytes, remove them, and save it as UTF-8.")

    static let oldLineEnds = SyntaxFinding(
        .error, "line-ends", "The lines of this file end as on old Macs (CR only), so that the whole file is one line.",
        hint: "Save it with line ends LF or CRLF in your editor.")

    static let carriageReturn = SyntaxFinding(
        .warning, "line-ends",
        "A carriage return (CR) stands in this line; alone it ends no line, so the text goes on.",
        hint: "Save the file with one kind of line ends, LF or CRLF, in your editor.")

    static func more(_ count: Int) -> SyntaxFinding {
        SyntaxFinding(
            .note, "more", "\(count) more findings in this file are not shown.",
            hint: "Mend the first ones and check again.")
    }
}
