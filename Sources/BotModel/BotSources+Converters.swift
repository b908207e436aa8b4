import ScriptSyntax
import SourceText

extension BotSources {
    /// The code after each `converter =`: a function's name, or the function itself.
    package var converters: [CodeUnit] {
        patterns.compactMap { pattern in
            let value = pattern.definition.parameters.first { $0.key.text == "converter" }?.value
            return value.map { CodeUnit(expression: $0.span, of: pattern.file) }
        }
    }
}

extension CodeUnit {
    /// The code at this place, with as many blanks before it as there are characters on its line.
    fileprivate init(expression span: SourceSpan, of file: SourceFile) {
        let start = file.position(at: span.start)
        self.init(
            kind: .condition, text: String(repeating: " ", count: start.column - 1) + file.text(in: span),
            file: file.path, firstLine: start.line)
    }
}
