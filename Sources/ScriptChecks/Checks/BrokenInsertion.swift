import ScriptSyntax
import SourceText

/// Braces of `{{ }}` that are missing, so that the caller hears the code instead of its value.
///
/// ```
/// a: Hello, {$client.name}!        # bad: one brace
/// a: Hello, {{$client.name}!       # bad: never closed
/// a: Hello, {{$client.name}}!      # good
/// ```
package enum BrokenInsertion: Check {
    package static let code = "check/broken-insertion"
    package static let summary = "`{$name}` or `{{$name}` in a text, where `{{$name}}` was meant."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.tags.flatMap { placed -> [Diagnostic] in
            guard ["a", "go", "image", "audio", "video", "buttons", "inlineButtons"].contains(placed.tag.name.text)
            else { return [] }
            let lines = placed.tag.items.compactMap { if case .line(let line) = $0 { line.span } else { nil } }
            return ([placed.tag.value?.span].compactMap(\.self) + lines).flatMap { findings(in: $0, of: placed.file) }
        }
    }

    private static func findings(in span: SourceSpan, of file: SourceFile) -> [Diagnostic] {
        let bytes = file.bytes
        var found: [Diagnostic] = []
        var position = span.start
        while position < span.end {
            guard bytes[position] == .openBrace else { position += 1; continue }
            let isDouble = position + 1 < span.end && bytes[position + 1] == .openBrace
            let inside = position + (isDouble ? 2 : 1)
            let close = bytes[inside..<span.end].firstIndex(of: .closeBrace) ?? span.end
            let isClosedTwice = close + 1 < span.end && bytes[close + 1] == .closeBrace
            let end = min(close + (isClosedTwice ? 2 : 1), span.end)
            if isBroken(
                isDouble: isDouble, isClosedTwice: isClosedTwice, bytes[inside..<close], isClosed: close < span.end)
            {
                found.append(
                    finding(
                        SourceSpan(position, end), code: String(decoding: bytes[inside..<close], as: UTF8.self),
                        in: file))
            }
            position = isDouble && !isClosedTwice ? Self.afterInsertion(bytes, from: inside, to: span.end) : end
        }
        return found
    }

    /// An object or function inside `{{ }}` has braces of its own, so only what has none is judged.
    private static func isBroken(isDouble: Bool, isClosedTwice: Bool, _ inner: ArraySlice<UInt8>, isClosed: Bool)
        -> Bool
    {
        if isDouble { return !isClosedTwice && !inner.contains(.openBrace) }
        return isClosed && inner.first == UInt8(ascii: "$")
    }

    private static func afterInsertion(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
        var position = start
        while position + 1 < end, !(bytes[position] == .closeBrace && bytes[position + 1] == .closeBrace) {
            position += 1
        }
        return min(position + 2, end)
    }

    private static func finding(_ span: SourceSpan, code inner: String, in file: SourceFile) -> Diagnostic {
        let right = "{{\(inner.prefix(60))}}"
        return Diagnostic(
            .warning, code, "The braces around this code are not complete, so it is said as it stands.",
            hint: "Write `\(right)`.", in: file, at: span)
    }
}
