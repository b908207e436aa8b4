import SourceText

extension BotFinding {
    /// A line of `check --json`.
    var json: JSONValue {
        var fields: [(String, JSONValue)] = place(diagnostic.file, diagnostic.start, diagnostic.end)
        fields += [
            ("severity", .string(diagnostic.severity.rawValue)), ("code", .string(diagnostic.code)),
            ("message", .string(diagnostic.message)), ("hint", .text(diagnostic.hint)),
        ]
        if !diagnostic.labels.isEmpty { fields.append(("labels", .array(diagnostic.labels.map(json)))) }
        if !diagnostic.fixIts.isEmpty { fields.append(("fixes", .array(diagnostic.fixIts.map(json)))) }
        return .object(fields)
    }

    private func json(of label: Diagnostic.Label) -> JSONValue {
        .object(place(label.file, label.start, label.end) + [("message", .string(label.message))])
    }

    private func json(of fix: Diagnostic.FixIt) -> JSONValue {
        let edits = fix.edits.compactMap { edit -> JSONValue? in
            guard let file = check.files[edit.file] else { return nil }
            let (start, end) = (file.position(at: edit.span.start), file.position(at: edit.span.end))
            return .object(place(edit.file, start, end) + [("replacement", .string(edit.replacement))])
        }
        return .object([("title", .string(fix.title)), ("edits", .array(edits))])
    }

    private func place(_ file: String, _ start: SourcePosition, _ end: SourcePosition) -> [(String, JSONValue)] {
        [
            ("file", .string(check.paths.of(file))), ("line", .integer(start.line)), ("column", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
        ]
    }
}
