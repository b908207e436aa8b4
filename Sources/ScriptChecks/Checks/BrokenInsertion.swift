import JavaScriptTokens
import ScriptSyntax
import SourceText

/// Braces of `{{ }}` that are missing, so that the caller hears the code instead of its value.
///
/// ```
/// a: Hello, {$client.name}!        # bad: one brace
/// a: Hello, {{$client.name}!       # bad: never closed
/// a: A trip to {city}?             # bad: a place for something that nobody puts there
/// a: Hello, {{$client.name}}!      # good
/// ```
package enum BrokenInsertion: Check {
    package static let code = "check/broken-insertion"
    package static let summary = "`{$name}`, `{{$name}` or `{name}` in a text, where `{{$name}}` was meant."

    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        bot.survey.tags.flatMap { placed -> [Diagnostic] in
            guard ["a", "go", "image", "audio", "video", "buttons", "inlineButtons"].contains(placed.tag.name.text)
            else { return [] }
            let lines = placed.tag.items.compactMap { if case .line(let line) = $0 { line.span } else { nil } }
            return ([placed.tag.value?.span].compactMap(\.self) + lines).flatMap { findings(in: $0, of: placed) }
        }
    }

    private static func findings(in span: SourceSpan, of placed: PlacedTag) -> [Diagnostic] {
        let file = placed.file
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
            if placed.tag.name.text == "a", !isDouble, isPlaceholder(bytes[inside..<close]), close < span.end {
                found.append(placeholder(SourceSpan(position, close + 1), in: file))
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
