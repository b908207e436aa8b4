import BotModel
import JavaScriptTokens
import ScriptSyntax
import SourceText

/// Braces of `{{ }}` that are missing, so that the caller hears the code instead of its value.
///
/// ```
/// a: Hello, {$client.name}!        # bad: one brace
/// a: A trip to {city}?             # bad: a place for something that nobody puts there
/// a: Hello, {{$client.name}}!      # good
/// ```
package enum BrokenInsertion: Check {
    package static let code = "check/broken-insertion"
    package static let summary = "`{$name}` or `{name}` in a text, where `{{$name}}` was meant."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.tags.flatMap { placed -> [Diagnostic] in
            guard ["a", "go", "image", "audio", "video", "buttons", "inlineButtons"].contains(placed.tag.name.text)
            else { return [] }
            let lines = placed.tag.items.compactMap { if case .line(let line) = $0 { line.span } else { nil } }
            return ([placed.tag.value?.span].compactMap(\.self) + lines).flatMap { findings(in: $0, of: placed) }
        }
    }

    /// Looks at what stands outside of `{{ }}`; a `{{` that nothing closes is the linker's.
    private static func findings(in span: SourceSpan, of placed: PlacedTag) -> [Diagnostic] {
        let bytes = Array(placed.file.bytes[span.start..<span.end])
        return TemplateCut(bytes).pieces.flatMap { piece -> [Diagnostic] in
            guard case .literal(let range) = piece else { return [] }
            return findings(in: bytes[range], from: span.start, of: placed)
        }
    }

    private static func findings(in text: ArraySlice<UInt8>, from start: Int, of placed: PlacedTag) -> [Diagnostic] {
        var found: [Diagnostic] = []
        var position = text.startIndex
        while let open = text[position...].firstIndex(of: .openBrace) {
            var inside = open
            while inside < text.endIndex, text[inside] == .openBrace { inside += 1 }
            position = inside
            guard inside == open + 1, let close = text[inside...].firstIndex(of: .closeBrace) else { continue }
            position = close + 1
            let span = SourceSpan(start + open, start + close + 1)
            if text[inside] == .dollar {
                let isDoubled = position < text.endIndex && text[position] == .closeBrace
                let end = isDoubled ? span.end + 1 : span.end
                let inner = String(decoding: text[inside..<close], as: UTF8.self)
                found.append(finding(SourceSpan(span.start, end), code: inner, in: placed.file))
            } else if placed.tag.name.text == "a", isPlaceholder(text[inside..<close]) {
                found.append(placeholder(span, in: placed.file))
            }
        }
        return found
    }

    private static func finding(_ span: SourceSpan, code inner: String, in file: SourceFile) -> Diagnostic {
        let right = "{{\(inner.prefix(60))}}"
        let diagnostic = Diagnostic(
            .warning, code, "The braces around this code are not complete, so it is said as it stands.",
            hint: "Write `\(right)`.", in: file, at: span)
        let isPlain = inner.utf8.count <= 60 && inner.utf8.allSatisfy { $0.isNameByte || $0 == UInt8(ascii: ".") }
        return isPlain ? diagnostic.fixed("Write `\(right)`", by: right) : diagnostic
    }

    /// `{city}`, `{first name}`: a word or two, as templates elsewhere have them. JSON has quotes and colons.
    private static func isPlaceholder(_ inner: ArraySlice<UInt8>) -> Bool {
        guard let first = inner.first, inner.count <= 40, first > 0x40 else { return false }
        return inner.allSatisfy {
            $0.isNameByte && $0 != .dollar
                || [UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), .slash].contains($0)
        }
    }

    private static func placeholder(_ span: SourceSpan, in file: SourceFile) -> Diagnostic {
        Diagnostic(
            .warning, code, "`\(file.text(in: span))` is said as it stands: nothing is put in its place.",
            hint: "Write the value in double braces, for example `{{$session.name}}`.", in: file, at: span)
    }
}
