import SourceText

/// Text with `{{ }}` as JavaScript that gives its value.
enum TemplateCode {
    /// A text: its literal parts and expressions, joined.
    static func text(of text: String) -> String {
        let parts = TemplateCut.texts(of: text).filter { !$0.isExpression || !$0.text.trimmed.isEmpty }
        if parts.isEmpty { return "\"\"" }
        let texts = parts.map { $0.isExpression ? "String((\($0.text)\n))" : JSONText.quoted($0.text) }
        return texts.joined(separator: " + ")
    }

    /// Data: a lone `{{ expression }}` gives the expression's own value, an object or list is itself, the rest is text.
    static func value(of text: String) -> String {
        let parts = TemplateCut.texts(of: text.trimmed)
        if parts.count == 1, parts[0].isExpression { return "(\(parts[0].text)\n)" }
        let isLiteral = parts.count == 1 && ["{", "["].contains(text.trimmed.prefix(1))
        return isLiteral ? "(\(text)\n)" : Self.text(of: text)
    }
}
