import ScriptSyntax
import SourceText

/// Text with `{{ }}` as JavaScript that gives its value.
enum TemplateCode {
    /// A text: its literal parts and expressions, joined. What has no value says nothing, as on the platform (`Grammars/LANGUAGE.md`).
    static func text(of text: String) -> String {
        let parts = TemplateCut.texts(of: text).filter { !$0.isExpression || !$0.text.trimmed.isEmpty }
        if parts.isEmpty { return "\"\"" }
        let texts = parts.map { $0.isExpression ? "String((\($0.text)\n) ?? \"\")" : JSONText.quoted($0.text) }
        return texts.joined(separator: " + ")
    }

    /// Data: a lone `{{ expression }}` gives the expression's own value, objects and lists have theirs, the rest is text.
    static func value(of text: String) -> String {
        let parts = TemplateCut.texts(of: text.trimmed)
        if parts.count == 1, parts[0].isExpression { return "(\(parts[0].text)\n)" }
        guard ["{", "["].contains(text.trimmed.prefix(1)) else { return Self.text(of: text) }
        let nowhere = SourceFile(path: "", text: "")
        let data = LooseReader.read(PlacedText(text: text, span: SourceSpan(0, 0)), in: nowhere).0
        return data.map(value) ?? Self.text(of: text)
    }

    private static func value(of data: LooseData) -> String {
        switch data.content {
        case .text(let text): return Self.text(of: text.text)
        case .bare(let text):
            let isLiteral = ["true", "false", "null"].contains(text.text) || Double(text.text)?.isFinite == true
            return isLiteral ? text.text : value(of: text.text)
        case .list(let values): return "[" + values.map(value).joined(separator: ", ") + "]"
        case .object(let members):
            let pairs = members.map { JSONText.quoted($0.key.text) + ": " + value(of: $0.value) }
            return "({" + pairs.joined(separator: ", ") + "})"
        }
    }
}
