import ScriptSyntax
import SourceText

/// `buttons:` and `inlineButtons:`, one button a line: `"Yes" -> /Order`, `{text: "Site", url: "https://…"}` (dsl.md 2.2.6).
extension StateReader {
    mutating func readButtons(_ tag: ScriptTag, of draft: DeclaredState, _ place: CodePlace) -> Reaction? {
        var buttons: [ButtonTemplate] = []
        for case .line(let line) in tag.items {
            if let button = readButton(line, of: draft) { buttons.append(button) }
        }
        for case .setting(let setting) in tag.items {
            diagnostics.append(.unreadableData(expected: "a button", file: draft.file, at: setting.key.span))
        }
        if tag.items.allSatisfy(\.isComment) {
            diagnostics.append(.noButtons(tag.name.text, file: draft.file, at: tag.span))
        }
        return buttons.isEmpty ? nil : .buttons(type: tag.name.text, buttons, place)
    }

    private mutating func readButton(_ line: PlacedText, of draft: DeclaredState) -> ButtonTemplate? {
        var reader = LooseReader(line, in: draft.file)
        guard let data = reader.read() else {
            diagnostics += [reader.fault].compactMap(\.self)
            return nil
        }
        let content = readData(data, of: draft)
        let hasArrow = reader.skip("->")
        let rest = reader.rest()
        if hasArrow, !rest.text.isEmpty {
            return ButtonTemplate(content: content, target: readPath(rest, of: draft))
        }
        if hasArrow || !(rest.text.isEmpty || rest.text == ",") {
            diagnostics.append(fault(rest, afterArrow: hasArrow, in: draft.file))
        }
        return ButtonTemplate(content: content, target: nil)
    }

    private func fault(_ rest: PlacedText, afterArrow: Bool, in file: SourceFile) -> Diagnostic {
        if afterArrow {
            let hint = "Write it after the arrow, like `\"Yes\" -> /Order`, or remove the arrow."
            return .unreadableData(expected: "the path of a state", hint: hint, file: file, at: rest.span)
        }
        let expected = "`-> /Path` or the end of the line"
        guard rest.text.contains("\"") else { return .unreadableData(expected: expected, file: file, at: rest.span) }
        let hint = "A quotation mark inside the text is written `\\\"`."
        return .unreadableData(expected: expected, hint: hint, file: file, at: rest.span)
    }
}

extension ScriptItem {
    fileprivate var isComment: Bool { if case .comment = self { true } else { false } }
}
