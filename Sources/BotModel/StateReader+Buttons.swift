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
        if let value = tag.value {
            diagnostics.append(.buttonOnTagLine(tag.name.text, file: draft.file, at: value.span))
        } else if tag.items.allSatisfy(\.isComment) {
            diagnostics.append(.noButtons(tag.name.text, file: draft.file, at: tag.span))
        }
        return buttons.isEmpty ? nil : .buttons(type: tag.name.text, buttons, place)
    }

    private mutating func readButton(_ line: PlacedText, of draft: DeclaredState) -> ButtonTemplate? {
        let button = ButtonLine(line, in: draft.file)
        diagnostics += button.faults
        return button.content.map { content in
            ButtonTemplate(content: readData(content, of: draft), target: button.target.map { readPath($0, of: draft) })
        }
    }
}

extension ScriptItem {
    fileprivate var isComment: Bool { if case .comment = self { true } else { false } }
}
